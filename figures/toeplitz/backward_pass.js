/* The backward pass of a convolution: T transposed times g, and the windows of one input. */
import { figure, label, largest, matrix, minus, range, round } from "../kit/index.js";

export default figure(({ get, slider, handles, panel }) => {
  const n = get("n");
  const K = get("k").length;
  slider("at", "input j", { max: n - 1 });
  slider("stride", "stride");
  slider("padding", "padding each side");
  const B = panel("drag the kernel k, and the gradient g at each output", { interactive: true });
  const count = get("g").length;
  const w = 320 / (K + count + 1);
  B.size(330, 132);
  handles(B, "k", (i) => `kernel, entry ${i}`, { width: K * w, role: "kernel", symbol: "k" });
  handles(B, "g", (i) => `gradient at output ${i}`, {
    x: 5 + (K + 1) * w,
    width: count * w,
    role: "error",
    symbol: "g",
  });
  const F = panel("forward: y = T x");
  const G = panel("backward: gradient at x = T\u1d40 g");

  return () => {
    const k = get("k");
    const s = get("stride");
    const p = get("padding");
    const at = Math.min(get("at"), n - 1);
    const m = Math.floor((n + 2 * p - K) / s) + 1;
    const g = get("g").slice(0, m);
    const T = range(m, (i) => range(n, (j) => k[j + p - i * s] ?? 0));
    const dx = range(n, (j) => g.reduce((sum, v, i) => sum + T[i][j] * v, 0));
    const size = Math.min(24, 200 / Math.max(n, m));
    const most = largest(k, 1e-9);
    matrix(F.clear(n * size, m * size), T, {
      size,
      most,
      role: "kernel",
      symbol: "T",
      on: (_, j) => j === at,
    });
    const svg = G.clear((m + 5.2) * size, n * size);
    const column = (v) => v.map((entry) => [entry]);
    const transposed = range(n, (j) => T.map((row) => row[j]));
    matrix(svg, transposed, {
      size,
      most,
      role: "kernel",
      tell: (j, i) => `T\u1d40[${j}, ${i}] = ${round(transposed[j][i], 4)}`,
      on: (j) => j === at,
    });
    const used = (i) => at + p - i * s >= 0 && at + p - i * s < K;
    matrix(svg, column(g), { x: (m + 0.8) * size, size, on: used, role: "error", symbol: "g" });
    label(svg, (m + 2.8) * size, (at + 0.5) * size, "=");
    matrix(svg, column(dx), {
      x: (m + 3.8) * size,
      size,
      on: (j) => j === at,
      role: "error",
      tell: (j) => `gradient at input ${j}: ${round(dx[j], 4)}`,
    });
    const terms = range(m)
      .filter(used)
      .map((i) => `${minus(g[i])}\u00b7${minus(k[at + p - i * s])}`);
    const all = dx.map((v) => round(v)).join(", ");
    const sum = terms.join(" + ") || "in no window";
    return `at input ${at}: ${sum} = ${round(dx[at])}\nall inputs: ${all}`;
  };
});
