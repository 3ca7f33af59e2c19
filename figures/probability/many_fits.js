/* Thirty fitted polynomials, and the exact bias, variance and noise at a place for every degree. */
import { line as path } from "d3-shape";
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const [POINTS, FITS, DEGREES] = [12, 30, 9];
const f = (x) => Math.sin(Math.PI * x);
const X = range(POINTS, (i) => (2 * i + 1) / POINTS - 1);

/* The polynomials of degree 0, 1, ... that are orthonormal on the points, at the places x. */
function orthonormal(x) {
  const [made, own] = [[], []];
  let [at, on] = [x.map(() => 1), X.map(() => 1)];
  for (let k = 0; k < DEGREES; k++) {
    const size = Math.hypot(...on);
    made.push(at.map((v) => v / size));
    own.push(on.map((v) => v / size));
    const times = (p, q) => p.reduce((s, v, i) => s + v * q[i], 0);
    [at, on] = [made[k].map((v, i) => v * x[i]), own[k].map((v, i) => v * X[i])];
    for (let j = Math.max(0, k - 1); j <= k; j++) {
      const s = times(on, own[j]);
      [at, on] = [at.map((v, i) => v - s * made[j][i]), on.map((v, i) => v - s * own[j][i])];
    }
  }
  return { made, own };
}

/* Row i: what the prediction at x[i] takes of each observation, for a polynomial of that degree. */
function smoother(x, degree) {
  const { made, own } = orthonormal(x);
  return x.map((_, i) =>
    X.map((_, j) => range(degree + 1).reduce((s, k) => s + made[k][i] * own[k][j], 0)),
  );
}
const apply = (H, y) => H.map((row) => row.reduce((s, v, j) => s + v * y[j], 0));

/* Standard Gaussian numbers, a fixed stream. */
const uniform = ((seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return (seed + 0.5) / 4294967296;
})(7);
const NOISE = range(FITS, () =>
  range(POINTS, () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())),
);

export default figure(({ get, slider, panel, predict }) => {
  slider("degree", "degree", { play: true });
  slider("sd", "noise", { show: (v) => round(v / 10, 1) });
  slider("at", "place x", { show: (v) => round(v / 20, 2) });
  const asked =
    get("ask") && predict("Which degree errs least at this place?", { min: 0, max: 8, start: 4 });
  const P = panel("thirty fits, each to its own twelve points", { fill: true });
  const S = panel("expected squared error: orange bias\u00b2, green variance, grey noise", {
    fill: true,
  });
  const grid = range(77, (i) => (i - 38) / 40);

  return () => {
    const [degree, sd, x] = [get("degree"), get("sd") / 10, get("at") / 20];
    const parts = range(DEGREES, (d) => {
      const h = smoother([x], d)[0];
      const bias = h.reduce((s, v, j) => s + v * f(X[j]), 0) - f(x);
      return [bias ** 2, sd ** 2 * h.reduce((s, v) => s + v * v, 0), sd ** 2];
    });
    fits(P, smoother(grid, degree), grid, { sd, x });
    const shown = !asked || !asked.hidden;
    bars(S, shown ? parts : parts.slice(0, 0), degree);
    const total = parts.map((p) => Number((p[0] + p[1] + p[2]).toFixed(12)));
    const best = total.indexOf(Math.min(...total));
    const own = parts[degree].map((v) => round(v, 4));
    const say = [`degree ${degree} at x = ${round(x, 2)}`];
    if (shown)
      say.push(
        `bias\u00b2 ${own[0]} + variance ${own[1]} + noise ${own[2]} = ${round(total[degree], 4)}` +
          `; least is degree ${best}`,
      );
    if (asked && shown) say.push(asked.compare(best));
    return { say: say.join("\n"), numbers: { x } };
  };
});

function fits(P, H, grid, { sd, x }) {
  const width = Math.min(P.wide(), 620);
  const svg = P.clear(width, 230);
  const place = axes(svg, {
    width,
    height: 230,
    x: { domain: [-1, 1], name: "x" },
    y: { domain: [-2.2, 2.2], nice: false },
  });
  const clip = add(add(svg, "clipPath", { id: "many-fits" }), "rect");
  const { left, right, top, bottom } = place.box;
  const frame = { x: left, y: top, width: right - left, height: bottom - top };
  for (const [side, v] of Object.entries(frame)) clip.setAttribute(side, v);
  const draw = path(
    (v, i) => place.X(grid[i]),
    (v) => place.Y(v),
  );
  const into = (role, symbol) =>
    add(svg, "g", {
      class: `role-${role}`,
      "data-symbol": symbol,
      "clip-path": "url(#many-fits)",
    });
  const many = into("output");
  for (const noise of NOISE) {
    const y = X.map((u, j) => f(u) + sd * noise[j]);
    add(many, "path", { class: "fig-line", d: draw(apply(H, y)), style: "opacity:0.3" });
  }
  add(into("reference", "f"), "path", { class: "fig-line dashed", d: draw(grid.map(f)) });
  line(svg, place.X(x), top, place.X(x), bottom, { class: "fig-cursor" });
  const first = into("input", "x");
  for (const [j, u] of X.entries())
    dot(first, place.X(u), place.Y(f(u) + sd * NOISE[0][j]), { r: 3, class: "fig-dot" });
}

function bars(S, parts, degree) {
  const width = Math.min(S.wide(), 620);
  const svg = S.clear(width, 210);
  const most = Math.max(0.1, ...parts.map((p) => p[0] + p[1] + p[2]));
  const { X: place, Y } = axes(svg, {
    width,
    height: 210,
    x: { domain: [-0.5, 8.5], nice: false, ticks: range(DEGREES), name: "degree" },
    y: { domain: [0, most] },
  });
  line(svg, place(degree), Y.range()[1], place(degree), Y(0), { class: "fig-cursor" });
  const names = ["squared bias", "variance", "noise"];
  parts.forEach((piece, d) => {
    let below = 0;
    ["error", "output", "reference"].forEach((role, k) => {
      const g = add(svg, "g", { class: `role-${role}` });
      add(g, "rect", {
        x: place(d - 0.35),
        width: place(d + 0.35) - place(d - 0.35),
        y: Y(below + piece[k]),
        height: Y(below) - Y(below + piece[k]),
        class: "fig-area",
        "data-tell": `degree ${d}: ${names[k]} ${round(piece[k], 4)}`,
      });
      below += piece[k];
    });
  });
}
