/* x, Ax, AAx, ... in the plane, from many starts; and their lengths on a logarithmic axis, between
   what the eigenvalues and what the greatest stretch of A say. */
import { line as path } from "d3-shape";
import {
  add,
  axes,
  dot,
  eigen,
  figure,
  product,
  range,
  round,
  singular,
  times,
} from "../kit/index.js";

const MOST = 40;
const [FLOOR, TOP] = [1e-3, 1e3];

function orbit(A, x) {
  const states = [x];
  while (states.length <= MOST) states.push(times(A, states.at(-1)));
  return states;
}

export default figure(({ get, slider, panel, plane }) => {
  slider("k", "steps k", { play: true });
  const P = panel("drag x", { interactive: true, fill: 300 });
  const M = panel("drag the columns of A", { interactive: true, fill: 200 });
  const C = panel("lengths", { fill: 300 });
  const Q = plane(P, { x: [-6, 6], most: 420 });
  const R = plane(M, { x: [-1.5, 1.5], most: 240 });
  Q.vector("x", "first x", { role: "input", symbol: "x", step: 0.5 });
  for (const j of [0, 1]) {
    R.vector(`a${j}`, `column ${j} of A`, { role: "kernel", symbol: `a_${j}`, step: 0.05 });
  }

  return () => {
    const [a, x, k] = [[get("a0"), get("a1")], get("x"), get("k")];
    const A = [0, 1].map((i) => [a[0][i], a[1][i]]);
    const { complex, pairs } = eigen(A);
    const rho = complex ? Math.hypot(...complex) : Math.max(...pairs.map((p) => Math.abs(p.value)));
    const states = orbit(A, x);
    R.begin();
    R.ellipse(
      [
        [1, 0],
        [0, 1],
      ],
      { role: "input" },
    );
    portrait(P, Q, A, states, k, pairs);

    const stretch = [1];
    let power = [
      [1, 0],
      [0, 1],
    ];
    for (let i = 1; i <= MOST; i++) {
      power = product(A, power);
      stretch.push(singular(power)[0].value);
    }
    lengths(C, { states, stretch, rho, k });
    const peak = stretch.indexOf(Math.max(...stretch));
    const y = states[k];
    const rows = A.map((row) => row.map((v) => round(v, 3)).join(", ")).join("; ");
    const say =
      `A = (${rows}), spectral radius ${round(rho, 4)}, ` +
      `greatest stretch ${round(stretch[1], 4)}\n` +
      `after ${k} steps x = (${y.map((v) => round(v, 4)).join(", ")}), ` +
      `length ${round(Math.hypot(...y), 4)}; the greatest stretch of ${k} steps is ` +
      `${round(stretch[k], 4)}, \u03c1^k is ${round(rho ** k, 4)}` +
      (rho < 1 && peak > 0
        ? `\nthe stretch grows first: most, ${round(stretch[peak], 4)}, after ${peak} steps`
        : "");
    const near = (v) => Number(v.toFixed(4));
    return {
      say,
      numbers: { A, a, k, x: y.map(near), "\u03c1": near(rho), "\u03c3": near(stretch[1]) },
    };
  };
});

function portrait(P, Q, A, states, k, pairs) {
  Q.begin();
  for (const { line: v } of pairs)
    if (v !== "all") Q.straight([-v[1], v[0]], 0, { role: "reference", dashed: true });
  const ground = P.svg.querySelector(".fig-ground");
  const faint = add(ground, "g", { class: "role-kernel", style: "opacity:0.35" });
  const way = path(
    ([u]) => Q.X(u),
    ([, v]) => Q.Y(v),
  );
  const inside = (p) => Math.max(...p.map(Math.abs)) < 60;
  for (const i of range(12)) {
    const alpha = (i * Math.PI) / 6;
    const around = orbit(A, [4 * Math.cos(alpha), 4 * Math.sin(alpha)]).filter(inside);
    add(faint, "path", { class: "fig-line", style: "stroke-width:1;fill:none", d: way(around) });
  }
  const into = add(ground, "g", { class: "role-output", "data-symbol": "x" });
  const seen = states.slice(0, k + 1).filter(inside);
  add(into, "path", { class: "fig-line", style: "fill:none", d: way(seen) });
  seen.forEach(([u, v], i) =>
    dot(into, Q.X(u), Q.Y(v), { r: i === seen.length - 1 ? 5 : 3, class: "fig-dot" }),
  );
}

function lengths(C, { states, stretch, rho, k }) {
  const width = Math.min(C.wide(), 440);
  const height = Math.min(width, 320);
  const svg = C.clear(width, height);
  const { X, Y } = axes(svg, {
    width,
    height,
    x: { domain: [0, MOST], ticks: 5, name: "step k" },
    y: { domain: [FLOOR, TOP], scale: "log", name: "length, or stretch", ticks: 7 },
  });
  const within = (v) => v >= FLOOR && v <= TOP;
  const curve = (values, role, symbol, dashed) => {
    const into = add(svg, "g", { class: `role-${role}`, "data-symbol": symbol });
    const shown = range(values.length).filter((i) => within(values[i]));
    const line = path(
      (i) => X(i),
      (i) => Y(values[i]),
    );
    const d = line(shown);
    if (d) add(into, "path", { class: "fig-line" + (dashed ? " dashed" : ""), d });
    return into;
  };
  curve(
    range(MOST + 1, (i) => rho ** i),
    "reference",
    "\u03c1",
    true,
  );
  curve(stretch, "kernel", "A");
  const into = add(svg, "g", { class: "role-output", "data-symbol": "x" });
  states.slice(0, k + 1).forEach((y, i) => {
    const long = Math.hypot(...y);
    if (!within(long)) return;
    dot(into, X(i), Y(long), {
      r: i === k ? 5 : 3,
      class: "fig-dot" + (i === k ? " at" : ""),
      "data-tell": `after ${i} steps: length ${round(long, 4)}, stretch ${round(stretch[i], 4)}`,
    });
  });
}
