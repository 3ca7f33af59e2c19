/* A 2 by 2 matrix as a map of the plane: before and after, seen in several ways. */
import { eigen, figure, round, singular, times } from "../kit/index.js";

const NAMES = {
  grid: "grid",
  circle: "unit circle",
  picture: "letter F",
  columns: "columns, tip to tail",
  rows: "shadows on the rows",
  eigen: "lines that stay",
  singular: "greatest and least stretch",
};
const F = "0.3,0.3 0.3,1.8 1.3,1.8 1.3,1.5 0.6,1.5 0.6,1.15 1.1,1.15 1.1,0.85 0.6,0.85 0.6,0.3"
  .split(" ")
  .map((p) => p.split(",").map(Number));
const UNIT = [
  [1, 0],
  [0, 1],
];

const scaled = (s, [u, v]) => [s * u, s * v];
const point = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;

export default figure(({ get, panel, plane, toggle, slider }) => {
  const layers = get("layers");
  if (layers.length > 1) for (const layer of layers) toggle(layer, NAMES[layer]);
  if (layers.some((layer) => ["grid", "circle", "picture"].includes(layer)))
    slider("way", "from I to A", { step: 0.1, show: (v) => round(v, 1), play: true });
  const P = panel("before: drag x", { interactive: true, fill: 280 });
  const Q = panel("after: drag the columns of A", { interactive: true, fill: 280 });
  const [from, to] = [P, Q].map((each) => plane(each, { x: [-4, 4], most: 400 }));
  from.vector("x", "vector x", { role: "input", symbol: "x", step: 0.25 });
  for (const j of [0, 1]) {
    to.vector(`a${j}`, `column ${j} of A`, { role: "kernel", symbol: `a_${j}`, step: 0.25 });
  }

  return () => {
    const [a, x, way] = [[get("a0"), get("a1")], get("x"), get("way")];
    const A = [0, 1].map((i) => [a[0][i], a[1][i]]);
    const M = A.map((row, i) => row.map((v, j) => way * v + (1 - way) * UNIT[i][j]));
    const y = times(A, x);
    const det = A[0][0] * A[1][1] - A[0][1] * A[1][0];
    const on = (layer) => layers.includes(layer) && get(layer);
    const numbers = { A, a, x, y, det };
    const say = [
      `A = (${A.map((row) => row.map((v) => round(v, 3)).join(", ")).join("; ")})` +
        (get("determinant") ? `, determinant ${round(det, 3)}` : ""),
      `x = ${point(x)}, Ax = ${point(y)}` + (on("circle") ? longer(x, y) : ""),
    ];
    from.begin();
    to.begin();
    if (on("grid")) to.grid(M, { n: 8, role: "kernel", symbol: "A" });
    if (on("circle")) {
      from.ellipse(UNIT, { role: "input" });
      to.ellipse(M, { role: "output" });
    }
    if (on("picture")) {
      from.polygon(F, { role: "input" });
      to.polygon(
        F.map((p) => times(M, p)),
        { role: "output" },
      );
    }
    if (on("eigen")) say.push(lines(A, [from, to], numbers));
    if (on("rows")) say.push(shadows(A, x, y, from, to));
    if (on("columns")) say.push(tipToTail(a, x, y, from, to));
    if (on("singular")) say.push(stretches(A, from, to, numbers));
    to.arrow([0, 0], y, { role: "output", symbol: "y" });
    beside(to, y, "Ax", "output");
    if (way < 1) say.push(`grid, circle and picture are ${round(way, 1)} of the way from I to A`);
    return { say: say.join("\n"), numbers };
  };
});

/* How much longer y is than x, where the circle asks for it: its points are 1 long. */
function longer(x, y) {
  const long = Math.hypot(...x);
  return long ? `, ${round(Math.hypot(...y) / long, 3)} times as long` : "";
}

/* A word beside the tip of an arrow, on the far side. */
function beside(plane, p, text, role, far = 0.35) {
  const long = Math.hypot(...p) || 1;
  const edge = [3.4, 3.7]; // names are wider than high
  const place = p.map((v, i) => Math.max(-edge[i], Math.min(edge[i], v + (far * v) / long)));
  plane.text(place, text, { class: `fig-end role-${role}` });
}

/* A band from `p` to `q`: the arrows that lie on it stay in sight. */
function band(plane, p, q, what) {
  const [u, v] = [q[0] - p[0], q[1] - p[1]];
  const long = Math.hypot(u, v);
  if (long === 0) return;
  const [s, t] = [(-0.12 * v) / long, (0.12 * u) / long];
  const side = ([a, b], sign) => [a + sign * s, b + sign * t];
  plane.polygon([side(p, 1), side(q, 1), side(q, -1), side(p, -1)], what);
}

function tipToTail(a, x, y, from, to) {
  const first = scaled(x[0], a[0]);
  band(to, [0, 0], first, { role: "kernel", symbol: "a" });
  band(to, first, y, { role: "kernel", symbol: "a" });
  from.segment([0, 0], [x[0], 0], { role: "reference" });
  from.segment([x[0], 0], x, { role: "reference" });
  const parts = x.map((v, j) => `${round(v, 3)} \u00b7 ${point(a[j])}`);
  return `columns: ${parts.join(" + ")} = ${point(y)}`;
}

function shadows(A, x, y, from, to) {
  const said = A.map((row, i) => {
    const long = Math.hypot(...row);
    if (long === 0) return `row ${i} has length 0, so y_${i} = 0`;
    const shadow = y[i] / long;
    const foot = scaled(shadow / long, row);
    from.straight([-row[1], row[0]], 0, { role: "reference", dashed: true });
    from.segment(x, foot, { role: "reference", dashed: true });
    band(from, [0, 0], foot, { role: "output", symbol: "y" });
    from.arrow([0, 0], row, { role: "kernel", symbol: "A" });
    beside(from, row, `row ${i}`, "kernel");
    const product = `length ${round(long, 3)} \u00b7 shadow ${round(shadow, 3)}`;
    return `row ${i}: ${product} = ${round(y[i], 3)}`;
  });
  to.segment(y, [y[0], 0], { role: "reference", dashed: true });
  to.segment(y, [0, y[1]], { role: "reference", dashed: true });
  return said.join("\n");
}

function lines(A, planes, numbers) {
  const { complex, pairs } = eigen(A);
  numbers["\u03bb"] = pairs.map(({ value }) => value);
  if (complex)
    return (
      "no line stays where it is: the eigenvalues are " +
      `${round(complex[0], 3)} \u00b1 ${round(complex[1], 3)} i`
    );
  if (pairs[0].line === "all")
    return `every line stays where it is, with eigenvalue ${round(pairs[0].value, 3)}`;
  for (const { value, line } of pairs)
    for (const plane of planes) {
      plane.straight([-line[1], line[0]], 0, { role: "reference", symbol: "\u03bb" });
      const far = 3.3 / Math.max(...line.map(Math.abs));
      const [u, v] = scaled(far, line);
      plane.text(
        [u - 0.35 * line[1] * Math.sign(u || 1), v + 0.35 * line[0] * Math.sign(u || 1)],
        `\u03bb = ${round(value)}`,
        {
          class: "fig-end role-reference",
        },
      );
    }
  return pairs
    .map(({ value, line }) => `eigenvalue ${round(value, 3)} on the line of ${point(line)}`)
    .join("\n")
    .concat(pairs.length === 1 ? ", and on no other" : "");
}

function stretches(A, from, to, numbers) {
  const found = singular(A);
  numbers["\u03c3"] = found.map(({ value }) => value);
  found.forEach(({ value, v, u }, i) => {
    from.arrow([0, 0], v, { role: "input", symbol: "v" });
    beside(from, v, `v_${i}`, "input");
    to.arrow([0, 0], scaled(value, u), { role: "output", symbol: "u" });
    to.segment([0, 0], scaled(-value, u), { role: "output", symbol: "\u03c3", dashed: true });
    if (value > 0.2) beside(to, scaled(value, u), `\u03c3_${i} u_${i}`, "output");
  });
  const most = found[0].value;
  if (most - found[1].value <= 1e-9 * most)
    return `every direction is stretched by ${round(most, 3)}`;
  const each = found.map(({ value, v }) => `${round(value, 3)} along ${point(v)}`);
  return `singular values ${each.join(" and ")}`;
}
