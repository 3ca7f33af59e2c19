/* det(A - tI) against t, and the lines that A keeps, while its columns are dragged. */
import { line as path } from "d3-shape";
import { add, axes, dot, eigen, figure, line, range, round } from "../kit/index.js";

export default figure(({ get, panel, plane }) => {
  const P = panel("drag the columns of A", { interactive: true, fill: 280 });
  const C = panel("the determinant of A \u2212 tI", { fill: 290 });
  const Q = plane(P, { x: [-3.5, 3.5], most: 400 });
  for (const j of [0, 1]) {
    Q.vector(`a${j}`, `column ${j} of A`, { role: "kernel", symbol: `a_${j}`, step: 0.25 });
  }

  return () => {
    const a = [get("a0"), get("a1")];
    const A = [0, 1].map((i) => [a[0][i], a[1][i]]);
    const s = (A[0][0] + A[1][1]) / 2;
    const det = A[0][0] * A[1][1] - A[0][1] * A[1][0];
    const value = (t) => (t - s) ** 2 + det - s * s;
    const { complex, pairs } = eigen(A);
    Q.begin();
    for (const { value: lam, line: v } of pairs) {
      if (v === "all") continue;
      Q.straight([-v[1], v[0]], 0, { role: "reference", symbol: "\u03bb" });
      const [far, side] = [-2.9 / Math.max(...v.map(Math.abs)), 0.35 * Math.sign(v[0] || 1)];
      Q.text([far * v[0] - side * v[1], far * v[1] + side * v[0]], `\u03bb = ${round(lam)}`, {
        class: "fig-end role-reference",
      });
    }

    const width = Math.min(C.wide(), 420);
    const height = Math.min(width, 300);
    const svg = C.clear(width, height);
    const { X, Y, box } = axes(svg, {
      width,
      height,
      x: { domain: [-7, 7], ticks: [-6, -4, -2, 0, 2, 4, 6], name: "t", nice: false },
      y: { domain: [-10, 15], ticks: 5, nice: false },
    });
    const into = add(svg, "g", { class: "role-output" });
    const seen = range(281, (i) => -7 + i / 20).filter((t) => value(t) <= 15 && value(t) >= -10);
    const curve = path(
      (t) => X(t),
      (t) => Y(value(t)),
    );
    add(into, "path", { class: "fig-line", d: curve(seen) });
    const over = add(svg, "g", { class: "role-kernel", "data-symbol": "A" });
    dot(over, X(0), Y(Math.max(-10, Math.min(15, det))), {
      r: 5,
      "data-tell": `at t = 0: the determinant of A, ${round(det, 3)}`,
    });
    const roots = add(svg, "g", { class: "role-reference", "data-symbol": "\u03bb" });
    for (const { value: t } of pairs)
      if (Math.abs(t) <= 7)
        dot(roots, X(t), Y(0), { r: 6, "data-tell": `eigenvalue ${round(t, 3)}: here it is 0` });
    const end = { class: "fig-stem" };
    if (complex) line(roots, X(s), Y(0), X(s), Math.max(box.top, Y(value(s))), end);

    const size = `A = (${A.map((row) => row.map((v) => round(v, 3)).join(", ")).join("; ")})`;
    const sum = `sum of the diagonal ${round(2 * s, 3)} \u00b7 determinant ${round(det, 3)}`;
    const found = complex
      ? `eigenvalues ${round(s, 3)} \u00b1 ${round(complex[1], 3)} i: the curve stays ` +
        `${round(complex[1] ** 2, 3)} above the axis`
      : pairs.length > 1
        ? `eigenvalues ${pairs.map(({ value: t }) => round(t, 3)).join(" and ")}`
        : `eigenvalue ${round(s, 3)}, twice: the curve touches the axis` +
          (pairs[0].line === "all" ? ", and every line stays" : "");
    const lam = complex ? [] : pairs.map(({ value: t }) => Number(t.toFixed(3)));
    return { say: `${size}\n${sum}\n${found}`, numbers: { A, a, "\u03bb": lam } };
  };
});
