/* One map of the plane, and its matrix in a basis that is dragged. */
import { figure, label, matrix, round, times } from "../kit/index.js";

const F = "0.4,0.2 0.4,2.2 1.8,2.2 1.8,1.8 0.8,1.8 0.8,1.4 1.5,1.4 1.5,1 0.8,1 0.8,0.2"
  .split(" ")
  .map((p) => p.split(",").map(Number));
const SIZE = 46;

/* The numbers `z` with `z[0] b0 + z[1] b1 = p`. */
const coordinates = ([a, b], [c, d], [p, q]) => {
  const area = a * d - b * c;
  return [(p * d - q * c) / area, (a * q - b * p) / area];
};
const point = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;
const written = (A) => `(${A.map((row) => row.map((v) => round(v, 3)).join(", ")).join("; ")})`;

export default figure(({ get, panel, plane }) => {
  const P = panel("drag the basis", { interactive: true, fill: 290 });
  const T = panel("two matrices of one map", { fill: 250 });
  const Q = plane(P, { x: [-4, 4], most: 380 });
  for (const j of [0, 1]) {
    Q.vector(`b${j}`, `basis vector ${j}`, { role: "input", symbol: `b_${j}` });
  }

  return () => {
    const A = [get("first"), get("second")];
    const basis = [get("b0"), get("b1")];
    const [[a, b], [c, d]] = basis;
    Q.begin();
    Q.grid(
      [
        [a, c],
        [b, d],
      ],
      { n: 12, role: "input", symbol: "b" },
    );
    Q.polygon(F, { role: "reference" });
    Q.polygon(
      F.map((p) => times(A, p)),
      { role: "kernel", symbol: "A" },
    );

    const svg = T.clear(240, 250);
    const title = (y, text) =>
      label(svg, 20, y, text, { class: "fig-name", "text-anchor": "start" });
    title(12, "A, in the unit vectors");
    matrix(svg, A, { x: 20, y: 26, size: SIZE, role: "kernel", symbol: "A" });
    title(136, "M, in the basis");
    if (a * d - b * c === 0) {
      title(160, "there is none");
      const say = `A = ${written(A)}\nb_0 and b_1 lie on one line: they are no basis`;
      return { say, numbers: { A, b: basis } };
    }
    const [left, right] = basis.map((p) => coordinates(...basis, times(A, p)));
    const M = [0, 1].map((i) => [left[i], right[i]]);
    matrix(svg, M, { x: 20, y: 150, size: SIZE, role: "output", symbol: "M" });
    const trace = M[0][0] + M[1][1];
    const images = [left, right].map(([p, q], j) => {
      const sign = q < 0 ? "\u2212" : "+";
      return `A b_${j} = ${round(p, 3)} b_0 ${sign} ${round(Math.abs(q), 3)} b_1`;
    });
    const say =
      `A = ${written(A)}, M = ${written(M)}, both with the trace ${round(trace, 3)}\n` +
      `b_0 = ${point(basis[0])}, b_1 = ${point(basis[1])}: ${images.join(", ")}`;
    return { say, numbers: { A, M, b: basis, trace } };
  };
});
