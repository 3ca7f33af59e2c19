/* Four schedules of the learning rate, and twelve noisy descents on the bowl e^2 / 2 with the one
   chosen. The noise is made here, from a fixed stream for each descent; a test makes it again. */
import { add, axes, dot, endLabels, figure, line, range, round, within } from "../kit/index.js";

const STEPS = 200;
const BALLS = 12;
const START = 3;
const WIDEST = 3.5; // how far from the bottom is drawn
const KINDS = {
  constant: (t, rate) => rate,
  "step decay": (t, rate) => rate * 0.5 ** Math.floor(t / 25),
  "one over t": (t, rate) => rate / (1 + t / 10),
  cosine: (t, rate) => (rate * (1 + Math.cos((Math.PI * t) / STEPS))) / 2,
};

/* A fixed stream of bell-shaped numbers, of mean 0 and variance 1. */
function bell(seed) {
  const uniform = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/* Where a ball is after each step, 0 to STEPS. */
function descent(rates, noise, seed) {
  const next = bell(seed);
  const places = [START];
  for (const eta of rates) {
    const e = places[places.length - 1];
    places.push(e - eta * (e + noise * next()));
  }
  return places;
}

/* The mean squares of these places, over all noise. */
function meanSquares(rates, noise) {
  const found = [START ** 2];
  for (const eta of rates)
    found.push((1 - eta) ** 2 * found[found.length - 1] + (eta * noise) ** 2);
  return found;
}

const inside = (v) => Math.max(-WIDEST, Math.min(WIDEST, v));
const far = (v) => (Math.abs(v) < 1e4 ? round(v, 3) : "very far");

export default figure(({ get, choice, slider, panel }) => {
  choice("kind", "schedule", Object.keys(KINDS));
  slider("t", "step t", { play: true, step: 4 });
  slider("rate", "rate \u03b7", { show: (v) => round(v / 100, 2) });
  slider("warm", "steps of warm-up");
  slider("noise", "noise", { show: (v) => round(v / 10, 1) });
  slider("run", "draw");
  const R = panel("the rate, step by step", { fill: 290 });
  const B = panel("twelve balls in a bowl", { fill: 290 });
  const P = panel("how far each has been from the bottom", { fill: true });

  return () => {
    const [t, noise] = [get("t"), get("noise") / 10];
    const share = (s) => Math.min(1, (s + 1) / (get("warm") + 1));
    const ratesOf = (kind) => range(STEPS, (s) => KINDS[kind](s, get("rate") / 100) * share(s));
    const rates = ratesOf(get("kind"));
    const balls = range(BALLS, (j) => descent(rates, noise, 1000 * get("run") + j));
    const roots = meanSquares(rates, noise).map(Math.sqrt);
    theRates(R, ratesOf, get("kind"), t, get("rate") / 100);
    theBowl(B, balls, t);
    theErrors(P, balls, roots, t);
    const now = t < STEPS ? `the rate is ${round(rates[t], 4)}` : "the end";
    return {
      say:
        `step ${t}: ${now} \u00b7 the first ball is ${far(balls[0][t])} from the bottom\n` +
        `root of the mean square: ${far(roots[t])}`,
      numbers: {
        t,
        M: Number((roots[t] ** 2).toPrecision(4)),
        e: Number(balls[0][t].toPrecision(4)),
      },
    };
  };
});

const way = (points) => "M" + points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");

function theRates(P, ratesOf, chosen, t, rate) {
  const width = Math.min(P.wide(), 420);
  const svg = P.clear(width, 230);
  const { X, Y, box } = axes(svg, {
    width,
    height: 230,
    right: 84,
    x: { domain: [0, STEPS], name: "step t" },
    y: { domain: [0, rate], name: "rate \u03b7" },
  });
  const kinds = Object.keys(KINDS).filter((kind) => kind !== chosen);
  const ends = [];
  for (const kind of [...kinds, chosen]) {
    const on = kind === chosen;
    const into = within(svg, on ? { role: "kernel", symbol: "\u03b7" } : { role: "reference" });
    const rates = ratesOf(kind);
    ends.push({ y: Y(rates[STEPS - 1]), text: kind, role: on ? "kernel" : "reference" });
    add(into, "path", {
      class: "fig-line" + (on ? "" : " dashed"),
      style: on ? "fill:none" : "fill:none;opacity:0.6",
      d: way(rates.map((eta, s) => [X(s), Y(eta)])),
    });
    if (on && t < STEPS)
      dot(into, X(t), Y(rates[t]), {
        r: 5,
        class: "fig-dot at",
        "data-tell": `${kind}: in step ${t} the rate is ${round(rates[t], 4)}`,
      });
  }
  endLabels(svg, box.right + 6, ends, { top: box.top, bottom: box.bottom });
}

function theBowl(P, balls, t) {
  const width = Math.min(P.wide(), 420);
  const svg = P.clear(width, 230);
  const { X, Y } = axes(svg, {
    width,
    height: 230,
    x: { domain: [-WIDEST, WIDEST], nice: false, ticks: [-3, -2, -1, 0, 1, 2, 3], name: "place e" },
    y: { domain: [0, WIDEST ** 2 / 2], nice: false, ticks: [0, 2, 4, 6], name: "loss" },
  });
  const places = range(101, (i) => -WIDEST + (i * WIDEST) / 50);
  add(within(svg, { role: "reference" }), "path", {
    class: "fig-line",
    style: "fill:none",
    d: way(places.map((e) => [X(e), Y(e ** 2 / 2)])),
  });
  const into = within(svg, { role: "output", symbol: "e" });
  balls.forEach((ball, j) => {
    const e = inside(ball[t]);
    dot(into, X(e), Y(e ** 2 / 2) - (j ? 4 : 6), {
      r: j ? 4 : 6,
      class: "fig-dot" + (j ? "" : " at"),
      style: j ? "opacity:0.4" : undefined,
      "data-tell": `ball ${j}: after ${t} steps at ${far(ball[t])}`,
    });
  });
}

function theErrors(P, balls, roots, t) {
  const width = Math.min(P.wide(), 760);
  const svg = P.clear(width, 300);
  const { X, Y, box } = axes(svg, {
    width,
    height: 300,
    x: { domain: [0, STEPS], name: "step t" },
    y: { domain: [-WIDEST, WIDEST], nice: false, ticks: [-3, -2, -1, 0, 1, 2, 3], name: "place e" },
  });
  const upTo = range(t + 1);
  const side = (sign) => upTo.map((s) => [X(s), Y(inside(sign * roots[s]))]);
  const band = within(svg, { role: "reference", symbol: "M" });
  if (t > 0)
    add(band, "path", {
      class: "fig-area",
      style: "stroke:none",
      d: way([...side(1), ...side(-1).reverse()]) + "Z",
    });
  for (const sign of [1, -1])
    if (t > 0)
      add(band, "path", { class: "fig-line dashed", style: "fill:none", d: way(side(sign)) });
  const into = within(svg, { role: "output", symbol: "e" });
  [...balls.slice(1), balls[0]].forEach((ball, j) => {
    const first = j === BALLS - 1;
    if (t > 0)
      add(into, "path", {
        class: "fig-line",
        style: `fill:none;${first ? "" : "stroke-width:1;opacity:0.3"}`,
        d: way(upTo.map((s) => [X(s), Y(inside(ball[s]))])),
      });
  });
  dot(into, X(t), Y(inside(balls[0][t])), {
    r: 5,
    class: "fig-dot at",
    "data-tell": `after ${t} steps the first ball is at ${far(balls[0][t])}`,
  });
  line(within(svg, { role: "input", symbol: "t" }), X(t), box.top, X(t), box.bottom, {
    class: "fig-cursor",
  });
}
