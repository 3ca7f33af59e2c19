/* The backward pass of a convolution: T transposed times g, and the windows of one input. */
import { cell, figure, label, minus, range, round } from "../kit/index.js";

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
  handles(B, "k", {
    x: 5,
    y: 6,
    width: K * w,
    height: 100,
    min: -3,
    max: 3,
    title: (i) => `kernel, entry ${i}`,
  });
  handles(B, "g", {
    x: 5 + (K + 1) * w,
    y: 6,
    width: count * w,
    height: 100,
    min: -3,
    max: 3,
    title: (i) => `gradient at output ${i}`,
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
    const kinds = Math.max(1e-9, ...k.map(Math.abs));
    const most = Math.max(1e-9, ...g.map(Math.abs));
    let svg = F.clear(n * size, m * size);
    T.forEach((row, i) =>
      row.forEach((v, j) => cell(svg, j * size, i * size, size, v, { most: kinds, on: j === at })),
    );
    svg = G.clear((m + 5.2) * size, n * size);
    range(n, (j) =>
      range(m, (i) => cell(svg, i * size, j * size, size, T[i][j], { most: kinds, on: j === at })),
    );
    const used = (i) => at + p - i * s >= 0 && at + p - i * s < K;
    g.forEach((v, i) => cell(svg, (m + 0.8) * size, i * size, size, v, { most, on: used(i) }));
    label(svg, (m + 2.8) * size, (at + 0.5) * size, "=");
    const tall = Math.max(1e-9, ...dx.map(Math.abs));
    dx.forEach((v, j) =>
      cell(svg, (m + 3.8) * size, j * size, size, v, { most: tall, on: j === at }),
    );
    const terms = range(m)
      .filter(used)
      .map((i) => `${minus(g[i])}\u00b7${minus(k[at + p - i * s])}`);
    const all = dx.map((v) => round(v)).join(", ");
    const sum = terms.join(" + ") || "in no window";
    return `at input ${at}: ${sum} = ${round(dx[at])}\nall inputs: ${all}`;
  };
});
