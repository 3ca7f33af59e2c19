/* A quadratic form of two variables as a landscape: its levels, and its surface. */
import { scaleLinear } from "d3-scale";
import { add, dot, figure, line, range, round, typeset } from "../kit/index.js";

const WIDE = 2; // of the plane, from the middle; the surface stands over the disc in it
const [RINGS, SPOKES] = [7, 30];

/* What the shape of [[a, b], [b, c]] is called, and what its matrix. */
function shape(a, b, c) {
  const [middle, far] = [(a + c) / 2, Math.hypot((a - c) / 2, b)];
  const lam = [middle - far, middle + far].map((v) => (Math.abs(v) < 1e-9 ? 0 : v));
  const signs = lam.map(Math.sign).join();
  const [name, kind] = {
    "1,1": ["bowl", "positive definite"],
    "0,1": ["trough", "positive semidefinite"],
    "-1,1": ["saddle", "indefinite"],
    "-1,0": ["ridge", "negative semidefinite"],
    "-1,-1": ["dome", "negative definite"],
    "0,0": ["flat", "zero"],
  }[signs];
  return { lam, name, kind };
}

export default figure(({ get, slider, panel, plane }) => {
  slider("a", "A\u2080\u2080", { step: 0.5, show: round });
  slider("b", "A\u2080\u2081 = A\u2081\u2080", { step: 0.5, show: round });
  slider("c", "A\u2081\u2081", { step: 0.5, show: round });
  slider("turn", "turn the view", { step: 10, play: true, show: (v) => `${v}\u00b0` });
  const P = panel("levels; drag x", { interactive: true, fill: 280 });
  const S = panel("the landscape", { fill: 280 });
  const Q = plane(P, { x: [-WIDE, WIDE], most: 380 });
  Q.point("x", "point x", { role: "input", symbol: "x", step: 0.1 });

  return () => {
    const [a, b, c] = [get("a"), get("b"), get("c")];
    const f = (u, v) => a * u * u + 2 * b * u * v + c * v * v;
    const { lam, name, kind } = shape(a, b, c);
    const x = get("x");
    Q.begin();
    const heights = range(9, (i) => ((i + 1) / 2) ** 2); // evenly spaced along a line from 0
    Q.levels(f, heights, { role: "output", symbol: "f" });
    Q.levels(
      f,
      heights.map((v) => -v),
      { role: "output", symbol: "f" },
    );
    for (const level of P.svg.querySelectorAll(".fig-level")) {
      const [u, v] = level
        .getAttribute("d")
        .slice(1)
        .split(/[,ML ]/)
        .map(Number);
      if (f(Q.X.invert(u), Q.Y.invert(v)) < 0) level.style.strokeDasharray = "4 3";
    }
    if (lam[1] - lam[0] > 1e-9) {
      // The direction of the greatest eigenvalue, and the one at a right angle to it.
      const turn = Math.atan2(b, (a - c) / 2) / 2;
      for (const w of [turn, turn + Math.PI / 2])
        Q.straight([-Math.sin(w), Math.cos(w)], 0, {
          role: "reference",
          symbol: "\u03bb",
          dashed: true,
        });
    }
    surface(S, { f, x, most: Math.max(0.5, ...lam.map(Math.abs)) * WIDE ** 2, turn: get("turn") });
    S.say(`the landscape: ${name}`);
    return {
      say:
        `${name}: ${kind} \u00b7 eigenvalues ${lam.map((v) => round(v, 3)).join(" and ")}\n` +
        `f(x) = ${round(f(...x), 3)}` +
        (a === 0 ? "" : ` \u00b7 pivots ${round(a, 3)} and ${round(c - (b * b) / a, 3)}`),
      numbers: {
        A: [
          [a, b],
          [b, c],
        ],
        x,
        f: Number(f(...x).toFixed(3)),
      },
    };
  };
});

/* The surface over a disc, seen from above its edge; what is in front hides what is behind. */
function surface(S, { f, x, most, turn }) {
  const width = Math.min(S.wide(), 380);
  const height = width * 0.72;
  const svg = S.clear(width, height);
  const X = scaleLinear().domain([-2.3, 2.3]).range([0, width]);
  const unit = width / 4.6;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const point = (i, k) => {
    const [r, turned] = [(WIDE * i) / RINGS, (2 * Math.PI * k) / SPOKES];
    const [u, v] = [r * Math.cos(turned), r * Math.sin(turned)];
    return [u, v, f(u, v)];
  };
  // A bowl stands below the middle, a dome hangs above it.
  const ends = range(SPOKES, (k) => point(RINGS, k)[2]);
  const between = (Math.max(0, ...ends) + Math.min(0, ...ends)) / 2;
  const middle = height / 2 + (unit * 1.2 * between) / most;
  const seen = ([u, v, w]) => {
    const depth = u * sin + v * cos;
    return [X(u * cos - v * sin), middle - unit * (0.42 * depth + (1.2 * w) / most), depth];
  };
  const into = add(svg, "g", { class: "role-output", "data-symbol": "f" });
  const faces = range(RINGS * SPOKES, (at) => {
    const [i, k] = [Math.floor(at / SPOKES), at % SPOKES];
    const corners = [point(i, k), point(i + 1, k), point(i + 1, k + 1), point(i, k + 1)];
    const drawn = corners.map(seen);
    return {
      depth: drawn.reduce((sum, p) => sum + p[2], 0),
      below: corners.reduce((sum, p) => sum + p[2], 0) < -1e-9,
      d: drawn.map((p) => `${p[0].toFixed(1)} ${p[1].toFixed(1)}`).join("L"),
    };
  });
  faces.sort((p, q) => q.depth - p.depth);
  for (const { d, below } of faces)
    add(into, "path", {
      class: "fig-area",
      d: `M${d}Z`,
      style:
        `fill-opacity:1;stroke-width:.8;fill:color-mix(in srgb, var(--role) ${below ? 5 : 30}%, ` +
        `var(--pst-color-background, Canvas))` +
        (below ? ";stroke-dasharray:2 2" : ""),
    });
  const far = Math.hypot(...x);
  if (far <= WIDE) {
    const on = add(svg, "g", { class: "role-input", "data-symbol": "x" });
    const [[u, v], [p, q]] = [seen([...x, 0]), seen([...x, f(...x)])];
    line(on, u, v, p, q, { class: "fig-stem" });
    dot(on, u, v, { r: 3, class: "fig-dot hollow" });
    dot(on, p, q, { r: 5, class: "fig-dot at", "data-tell": `f(x) = ${round(f(...x), 3)}` });
  }
  for (const [name, end] of [
    ["x_0", [WIDE * 1.1, 0, 0]],
    ["x_1", [0, WIDE * 1.1, 0]],
  ]) {
    const [u, v] = seen(end);
    typeset(svg, u, v, name, {
      class: "fig-number fig-tick-text",
      style: "paint-order:stroke;stroke:var(--pst-color-background, Canvas);stroke-width:4",
    });
  }
}
