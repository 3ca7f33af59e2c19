/* An outer product as a table of two lists, and the rule of its corners. */
import { figure, matrix, minus, range } from "../kit/index.js";

const SIZE = 34;

export default figure(({ get, toggle, handles, panel }) => {
  const [m, n] = [get("u").length, get("v").length];
  toggle("spoilt", "add 1 to one cell");
  const bars = { y: 6, height: 84, min: -3, max: 3 };
  const U = panel("drag u, one bar for each row", { interactive: true });
  U.size(m * 40 + 10, 114);
  handles(U, "u", (i) => `u at ${i}`, { ...bars, width: m * 40, role: "input", symbol: "u" });
  const V = panel("drag v, one bar for each column", { interactive: true });
  V.size(n * 40 + 10, 114);
  handles(V, "v", (j) => `v at ${j}`, { ...bars, width: n * 40, role: "kernel", symbol: "v" });
  const T = panel("press a cell of the table", { pick: "at" });

  return () => {
    const [u, v, at] = [get("u"), get("v"), Math.min(get("at"), m * n - 1)];
    const A = u.map((p) => v.map((q) => p * q));
    if (get("spoilt")) A[Math.min(1, m - 1)][Math.min(1, n - 1)] += 1;
    const [i, j] = at < 0 ? [-1, -1] : [Math.floor(at / n), at % n];
    const on = (k, l) => at >= 0 && (k === 0 || k === i) && (l === 0 || l === j);
    const svg = T.clear(n * SIZE, m * SIZE);
    matrix(svg, A, { size: SIZE, most: 9, role: "output", symbol: "A", on });
    const broken = range(m * n).filter((cell) => {
      const [k, l] = [Math.floor(cell / n), cell % n];
      return range(m).some((p) => range(n).some((q) => A[k][l] * A[p][q] !== A[k][q] * A[p][l]));
    });
    const say = [
      broken.length
        ? "no outer product: some corners disagree"
        : "an outer product: all corners agree",
    ];
    if (at >= 0) {
      const [left, right] = [A[0][0] * A[i][j], A[0][j] * A[i][0]];
      say.push(
        `A_00 A_${i}${j} = ${minus(A[0][0])} \u00b7 ${minus(A[i][j])} = ${minus(left)}, ` +
          `A_0${j} A_${i}0 = ${minus(A[0][j])} \u00b7 ${minus(A[i][0])} = ${minus(right)}`,
      );
    }
    return { say: say.join("\n"), numbers: { u, v, A } };
  };
});
