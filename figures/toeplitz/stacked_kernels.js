/* Two layers, two matrices: their product is the matrix of one layer, with the convolved kernel. */
import { figure, label, matrix, range, round } from "../kit/index.js";

export default figure(({ get, handles, panel }) => {
  const K = panel("drag the two kernels: first k, then l", { interactive: true });
  K.size(300, 130);
  const k = get("k").length;
  const l = get("l").length;
  const w = 280 / (k + l + 1);
  handles(K, "k", (i) => `first kernel, entry ${i}`, {
    x: 10,
    width: k * w,
    role: "kernel",
    symbol: "k",
  });
  handles(K, "l", (i) => `second kernel, entry ${i}`, {
    x: 10 + (k + 1) * w,
    width: l * w,
    role: "kernel",
    symbol: "l",
  });
  const P = panel("second matrix \u00d7 first matrix = one matrix");

  return () => {
    const first = get("k");
    const second = get("l");
    const n = get("n");
    const m = n - k + 1;
    const out = m - l + 1;
    const T = (v, rows, columns) => range(rows, (i) => range(columns, (j) => v[j - i] ?? 0));
    const A = T(first, m, n);
    const B = T(second, out, m);
    const C = B.map((row) => range(n, (j) => row.reduce((sum, v, r) => sum + v * A[r][j], 0)));
    const size = 340 / (m + n + 3);
    const svg = P.clear(340, (m + out + 1.5) * size);
    matrix(svg, B, { x: 0, y: 0, size, role: "kernel", symbol: "l" });
    label(svg, (m + 0.5) * size, (out * size) / 2, "\u00d7");
    matrix(svg, A, { x: (m + 1) * size, y: 0, size, role: "kernel", symbol: "k" });
    label(svg, size / 2, (m + 0.8 + out / 2) * size, "=");
    matrix(svg, C, {
      x: (m + 1) * size,
      y: (m + 1) * size,
      size,
      on: (i) => i === 0,
      role: "output",
    });
    return `first row of the product: ${C[0]
      .slice(0, k + l - 1)
      .map((v) => round(v))
      .join(", ")}`;
  };
});
