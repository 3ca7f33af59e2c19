/* A table of probabilities of pairs, which the reader fills, and its spread along a line. */
import { keyed } from "../kit/controls.js";
import { add, axes, dot, figure, label, line, range, round, typeset } from "../kit/index.js";

const MOST = 4; // of the weight of a cell
const cells = range(9, (k) => [(k % 3) - 1, Math.floor(k / 3) - 1]);
const unitAt = (degrees) => {
  const turn = (degrees * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
};

export default figure(({ get, put, slider, predict, panel }) => {
  slider("degrees", "direction of v", { step: 5, show: (v) => `${round(v)}\u00b0`, play: true });
  const asked =
    get("ask") && predict("In which direction do they vary most?", { min: 0, max: 180 });
  const P = panel("press a cell to fill it", { interactive: true, fill: 280 });
  const D = panel("where the pairs fall on the line", { fill: 290 });
  const ground = add(P.svg, "svg", { "aria-hidden": "true" });
  const buttons = cells.map((_, k) => button(P, k, get, put));

  return () => {
    const w = get("w");
    const total = w.reduce((s, v) => s + v, 0);
    const p = w.map((v) => (total ? v / total : 1 / 9));
    const E = (f) => p.reduce((s, q, k) => s + q * f(...cells[k]), 0);
    const mu = [E((x) => x), E((_, y) => y)];
    const S = [
      E((x) => (x - mu[0]) ** 2),
      E((x, y) => (x - mu[0]) * (y - mu[1])),
      E((_, y) => (y - mu[1]) ** 2),
    ];
    const along = ([c, s]) => S[0] * c * c + 2 * S[1] * c * s + S[2] * s * s;
    const v = unitAt(get("degrees"));
    const gap = Math.hypot(S[0] - S[2], 2 * S[1]);
    const best = ((Math.atan2(2 * S[1], S[0] - S[2]) / 2) * 180) / Math.PI;
    const first = (best + 180) % 180;
    const open = !asked || !asked.hidden;
    const X = range(3, (j) => p[j] + p[3 + j] + p[6 + j]);
    const Y = range(3, (i) => p[3 * i] + p[3 * i + 1] + p[3 * i + 2]);
    const split = cells.findIndex(([x, y], k) => Math.abs(p[k] - X[x + 1] * Y[y + 1]) > 1e-9);

    table(P, ground, { X, Y, mu, v, first: open && gap > 1e-9 ? unitAt(first) : undefined });
    buttons.forEach((show, k) => show(w[k], p[k], P));
    shadow(D, { p, v, mu, sigma: Math.sqrt(Math.max(0, along(v))) });

    const say = [
      total ? "" : "an empty table counts as nine equal cells",
      `Var X = ${round(S[0], 3)} \u00b7 Var Y = ${round(S[2], 3)} \u00b7 Cov = ${round(S[1], 3)}`,
      `along v: variance ${round(along(v), 3)}, σ = ${round(Math.sqrt(along(v)), 3)}`,
    ];
    if (open)
      say.push(
        gap > 1e-9
          ? `greatest at ${round(first, 1)}\u00b0: ${round((S[0] + S[2] + gap) / 2, 3)}`
          : "all directions vary alike",
      );
    else if (asked.guess !== undefined) say.push(`your guess: ${asked.guess}\u00b0`);
    if (asked) say.push(asked.compare(Math.round(first)));
    else
      say.push(
        split < 0
          ? "independent: each cell is the product of its two bars"
          : `not independent: P(${pair(split)}) = ${round(p[split], 3)}, but the bars ` +
              `multiply to ${round(X[split % 3] * Y[Math.floor(split / 3)], 3)}`,
      );
    return {
      say: say.filter(Boolean).join("\n"),
      numbers: { v: v.map((u) => Number(u.toFixed(3))), σ: Math.sqrt(Math.max(0, along(v))) },
    };
  };
});

const pair = (k) => cells[k].map((u) => round(u)).join(", ");

/* The places of the drawing: cell (x, y), and its size. */
function places(P) {
  const width = Math.min(P.wide(), 360);
  const size = (width - 56) / 3;
  return { width, size, at: ([x, y]) => [48 + (x + 1.5) * size, (1.5 - y) * size + 4] };
}

function table(P, ground, { X, Y, mu, v, first }) {
  const { width, size, at } = places(P);
  P.size(width, width + 6);
  ground.replaceChildren();
  for (const [name, value] of Object.entries({ width, height: width + 6 }))
    ground.setAttribute(name, value);
  cells.forEach((cell) => {
    const [cx, cy] = at(cell);
    add(ground, "rect", {
      x: cx - size / 2,
      y: cy - size / 2,
      width: size,
      height: size,
      class: "fig-cell",
      style: "--depth:0",
    });
  });
  const bars = add(ground, "g", { class: "role-reference" });
  const [low, left] = [3 * size + 4, 48];
  range(3).forEach((j) => {
    const [cx] = at([j - 1, 0]);
    const [, cy] = at([0, j - 1]);
    const [tall, long] = [X[j] * 26, Y[j] * 26];
    add(bars, "rect", { class: "fig-bar", x: cx - 9, y: low + 4, width: 18, height: tall });
    add(bars, "rect", { class: "fig-bar", x: left - 4 - long, y: cy - 9, width: long, height: 18 });
    typeset(ground, cx, low + 38, String(j - 1), { class: "fig-number fig-tick-text" });
    typeset(ground, 8, cy, String(j - 1), { class: "fig-number fig-tick-text" });
  });
  const small = { class: "fig-end role-input", "data-symbol": "X" };
  typeset(ground, at([1, 0])[0] + size / 2 - 8, low + 38, "X", small);
  typeset(ground, 8, at([0, 1])[1] - size / 2 + 10, "Y", { ...small, "data-symbol": "Y" });
  const through = ([c, s], role, dashed) => {
    const far = 1.45 / Math.max(Math.abs(c), Math.abs(s));
    const ends = [-1, 1].map((t) => at([mu[0] + t * far * c, mu[1] + t * far * s]));
    line(add(ground, "g", { class: `role-${role}`, "data-symbol": "v" }), ...ends[0], ...ends[1], {
      class: "fig-line" + (dashed ? " dashed" : ""),
    });
  };
  if (first) through(first, "reference", true);
  through(v, "kernel", false);
}

/* A cell that is pressed, or filled with the arrow keys; returns how to show it. */
function button(P, k, get, put) {
  const spot = add(P.svg, "g", {
    class: "fig-handle role-input",
    "data-name": "w",
    tabindex: 0,
    role: "slider",
    "aria-label": `weight of the pair ${pair(k)}`,
    "aria-valuemin": 0,
    "aria-valuemax": MOST,
  });
  const write = (value) => {
    const w = get("w").slice();
    w[k] = Math.max(0, Math.min(MOST, value));
    if (w[k] !== get("w")[k]) put("w", w);
  };
  spot.addEventListener("click", () => write((get("w")[k] + 1) % (MOST + 1)));
  spot.addEventListener("keydown", (event) => {
    const value = keyed(event.key, get("w")[k], { min: 0, max: MOST });
    if (value === undefined) return;
    write(value);
    event.preventDefault();
  });
  return (weight, q) => {
    const { size, at } = places(P);
    const [cx, cy] = at(cells[k]);
    spot.replaceChildren();
    add(spot, "rect", {
      x: cx - size / 2,
      y: cy - size / 2,
      width: size,
      height: size,
      class: "fig-hit",
    });
    if (q > 0) dot(spot, cx, cy, { r: 2 + 0.58 * size * Math.sqrt(q), style: "opacity:0.6" });
    label(spot, cx + size / 2 - 10, cy - size / 2 + 11, weight, { class: "fig-number faint" });
    spot.setAttribute("aria-valuenow", weight);
  };
}

/* The distribution of v . (X, Y), its mean, and one standard deviation to both sides. */
function shadow(D, { p, v, mu, sigma }) {
  const width = Math.min(D.wide(), 420);
  const svg = D.clear(width, 250);
  const { X, Y, box } = axes(svg, {
    width,
    height: 250,
    x: { domain: [-1.6, 1.6], nice: false, ticks: [-1, 0, 1], name: "place on the line" },
    y: { domain: [0, 1], ticks: [0, 0.5, 1], name: "probability" },
  });
  const fallen = new Map();
  cells.forEach(([x, y], k) => {
    const place = (x * v[0] + y * v[1]).toFixed(6);
    if (p[k]) fallen.set(place, (fallen.get(place) ?? 0) + p[k]);
  });
  const middle = mu[0] * v[0] + mu[1] * v[1];
  const band = add(svg, "g", { class: "role-output", "data-symbol": "\u03c3" });
  add(band, "rect", {
    class: "fig-area",
    x: X(middle - sigma),
    width: X(middle + sigma) - X(middle - sigma),
    y: box.top,
    height: box.bottom - box.top,
  });
  line(band, X(middle), box.top, X(middle), box.bottom, { class: "fig-line dashed" });
  const stems = add(svg, "g", { class: "role-kernel", "data-symbol": "v" });
  for (const [place, q] of fallen) {
    line(stems, X(place), box.bottom, X(place), Y(q), { class: "fig-stem" });
    dot(stems, X(place), Y(q), {
      r: 4,
      "data-tell": `at ${round(place, 3)}: probability ${round(q, 3)}`,
    });
  }
}
