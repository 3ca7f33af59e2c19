/* Relative errors of twelve slopes: of each as a stem, and of all against the step. */
import { add, axes, dot, figure, line, range, round, typeset, within } from "../kit/index.js";

const X = [
  [0.9, -0.4],
  [-0.3, 1.1],
];
const T = [
  [0.5, -0.8],
  [1.2, 0.3],
];
const START = [0.6, -0.9, 0.8, 0.5, 0.2, -0.3, 1.1, -0.7, 0.4, 0.9, 0.1, -0.2];
const GROUPS = [
  { name: "W_1", from: 0, to: 4 },
  { name: "b_1", from: 4, to: 6 },
  { name: "W_2", from: 6, to: 10 },
  { name: "b_2", from: 10, to: 12 },
];
const NAMES = GROUPS.flatMap(({ name, from, to }) =>
  range(to - from, (i) => (to - from === 4 ? `${name}[${i >> 1}, ${i % 2}]` : `${name}[${i}]`)),
);
const LEAST = 1e-13;
const PER_DECADE = 8;
const two = (f) => [f(0), f(1)];

/* tanh, then a second layer, to which its own input is added: a is used twice. */
function forward(p) {
  const [W1, W2] = [0, 6].map((o) => two((i) => two((j) => p[o + 2 * i + j])));
  const [b1, b2] = [4, 10].map((o) => two((i) => p[o + i]));
  const a = X.map((x) => two((i) => Math.tanh(W1[i][0] * x[0] + W1[i][1] * x[1] + b1[i])));
  const r = a.map((v, n) => two((i) => W2[i][0] * v[0] + W2[i][1] * v[1] + b2[i] + v[i] - T[n][i]));
  return { W2, a, r };
}

const loss = (p) =>
  forward(p)
    .r.flat()
    .reduce((sum, v) => sum + v * v, 0) / X.length;

function byHand(bug) {
  const { W2, a, r } = forward(START);
  const scale = ({ "factor 2": 1, sign: -2 }[bug] ?? 2) / X.length;
  const d2 = r.map((row) => row.map((v) => scale * v));
  const d1 = d2.map((d, n) =>
    two((i) => {
      const back =
        bug === "transpose" ? W2[i][0] * d[0] + W2[i][1] * d[1] : W2[0][i] * d[0] + W2[1][i] * d[1];
      return (back + (bug === "path" ? 0 : d[i])) * (1 - a[n][i] ** 2);
    }),
  );
  const outer = (d, v) => two((i) => two((j) => d[0][i] * v[0][j] + d[1][i] * v[1][j]));
  const gathered = (d) =>
    two((i) => {
      if (bug === "axis") return d[i][0] + d[i][1];
      return (d[0][i] + d[1][i]) / (bug === "mean" ? X.length : 1);
    });
  return [outer(d1, X), gathered(d1), outer(d2, a), gathered(d2)].flat(3);
}

const quotients = (h) =>
  START.map((_, i) => {
    const [up, down] = [h, -h].map((s) => loss(START.map((v, j) => (j === i ? v + s : v))));
    return (up - down) / (2 * h);
  });
const relative = (g, other) =>
  g.map((v, i) => Math.abs(v - other[i]) / Math.max(Math.abs(v), Math.abs(other[i]), 1e-8));

const STEPS = range(11 * PER_DECADE + 1, (i) => 10 ** (-1 - i / PER_DECADE));
const TRIED = STEPS.map(quotients);
const small = (v) => v.toExponential(1).replace("-", "\u2212");
const between = (least, v, most) => Math.min(most, Math.max(least, v));
const shown = (v) => Math.max(v, LEAST);

/* A mouse drags from anywhere; a finger by the line, so that elsewhere it may scroll the page. */
function dragged({ svg }, move) {
  let held = false;
  const follow = (event) => move(event, svg.getBoundingClientRect());
  svg.addEventListener("click", follow);
  svg.addEventListener("pointerdown", (event) => {
    held = event.pointerType === "mouse" || Boolean(event.target.closest(".fig-handle"));
    if (held) event.preventDefault();
  });
  svg.addEventListener("pointermove", (event) => held && event.buttons === 1 && follow(event));
  svg.addEventListener("touchstart", (event) => held && event.preventDefault(), { passive: false });
}

function handle(into, x1, y1, x2, y2, cursor) {
  const style = `stroke:transparent;stroke-width:22;cursor:${cursor}`;
  line(into, x1, y1, x2, y2, { class: "fig-handle", style });
}

export default figure(({ get, put, choice, slider, panel }) => {
  choice("bug", "slip in the gradient", [
    ...["none", "transpose", "factor 2", "sign", "path", "axis", "mean"],
  ]);
  slider("h", "step h", { play: true, show: (v) => small(10 ** (-v / 10)) });
  slider("line", "suspect above 10 to the", { show: (v) => String(v).replace("-", "\u2212") });
  const P = panel("relative errors: drag the line", { fill: 290 });
  const Q = panel("against the step: drag h", { fill: 290 });
  let [level, step] = [undefined, undefined]; // the scales of what was drawn last
  dragged(P, (event, box) => {
    const top = ((event.clientY - box.top) * P.svg.viewBox.baseVal.height) / box.height;
    put("line", between(-11, Math.round(Math.log10(level.invert(top))), -1));
  });
  dragged(Q, (event, box) => {
    const left = ((event.clientX - box.left) * Q.svg.viewBox.baseVal.width) / box.width;
    put("h", between(10, Math.round(-10 * Math.log10(step.invert(left))), 120));
  });
  const scale = { domain: [LEAST, 10], scale: "log", nice: false };

  function stems(errors, g, other, cut) {
    const [width, height] = [P.wide(), 280];
    const svg = P.clear(width, height);
    const frame = { domain: [-0.7, 11.7], nice: false, ticks: [] };
    const { X: at, Y, box } = axes(svg, { width, height, x: frame, y: scale });
    level = Y;
    const limit = within(svg, { role: "reference" });
    line(limit, box.left, Y(cut), box.right, Y(cut), { class: "fig-line dashed" });
    errors.forEach((v, i) => {
      const into = within(svg, { role: v > cut ? "error" : "output" });
      line(into, at(i), box.bottom, at(i), Y(shown(v)), { class: "fig-stem" });
      dot(into, at(i), Y(shown(v)), { r: 4.5, class: "fig-dot" });
      add(into, "rect", {
        ...{ x: at(i - 0.5), y: box.top, width: at(1) - at(0), height: box.bottom - box.top },
        class: "fig-hit",
        "data-tell": `${NAMES[i]}: by hand ${round(g[i], 5)}, by quotients ${round(other[i], 5)}`,
      });
    });
    for (const { name, from, to } of GROUPS) {
      if (from)
        line(svg, at(from - 0.5), box.top, at(from - 0.5), box.bottom, { class: "fig-grid" });
      typeset(svg, at((from + to - 1) / 2), box.bottom + 14, name, { class: "fig-letter" });
    }
    handle(svg, box.left, Y(cut), box.right, Y(cut), "ns-resize");
  }

  function curves(g, h, cut) {
    const [width, height] = [Q.wide(), 280];
    const svg = Q.clear(width, height);
    const frame = { domain: [1e-12, 1e-1], scale: "log", nice: false, name: "h" };
    const { X: at, Y, box } = axes(svg, { width, height, x: frame, y: scale });
    step = at;
    handle(svg, at(h), box.top, at(h), box.bottom, "ew-resize");
    const limit = within(svg, { role: "reference" });
    line(limit, box.left, Y(cut), box.right, Y(cut), { class: "fig-line dashed" });
    const all = TRIED.map((other) => relative(g, other));
    const now = relative(g, quotients(h));
    now.forEach((v, i) => {
      const into = within(svg, { role: v > cut ? "error" : "output" });
      const d = STEPS.map((s, k) => `${at(s).toFixed(1)} ${Y(shown(all[k][i])).toFixed(1)}`);
      const style = "fill:none;stroke-width:1.5;stroke-opacity:0.55";
      add(into, "path", { class: "fig-line", style, d: "M" + d.join("L") });
      dot(into, at(h), Y(shown(v)), { r: 3, "data-tell": `${NAMES[i]}: ${small(v)}` });
    });
    const cursor = within(svg, { role: "input", symbol: "h" });
    line(cursor, at(h), box.top, at(h), box.bottom, { class: "fig-cursor" });
  }

  return () => {
    const [h, cut] = [10 ** (-get("h") / 10), 10 ** get("line")];
    const g = byHand(get("bug"));
    const other = quotients(h);
    const errors = relative(g, other);
    stems(errors, g, other, cut);
    curves(g, h, cut);
    const worst = errors.indexOf(Math.max(...errors));
    const many = errors.filter((v) => v > cut).length;
    const where = GROUPS.filter(({ from, to }) => errors.slice(from, to).some((v) => v > cut));
    return {
      say:
        `largest relative error: ${small(errors[worst])}, at ${NAMES[worst]}\n` +
        `above the line: ${many} of 12` +
        (many ? ", in " + where.map(({ name }) => name).join(", ") : ""),
      numbers: { h },
    };
  };
});
