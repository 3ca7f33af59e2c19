/* Transposed convolution: each input writes its copy of the kernel, a stride further on. */
import { figure, matrix, places, range } from "../kit/index.js";

export default figure(({ get, slider, panel }) => {
  slider("n", "inputs n");
  slider("K", "kernel K");
  slider("stride", "stride s");
  const P = panel("one row for each input; below, how often each output is written");

  return () => {
    const n = get("n");
    const K = get("K");
    const s = get("stride");
    const m = (n - 1) * s + K;
    const size = Math.min(24, 330 / m);
    const counts = range(m, (o) => range(n).filter((i) => o >= i * s && o < i * s + K).length);
    const most = Math.max(...counts);
    const svg = P.clear(m * size, n * 16 + size + 12);
    for (let i = 0; i < n; i++)
      places(
        svg,
        range(K, (j) => i * s + j),
        { y: i * 16 + 2, size, role: "kernel" },
      );
    matrix(svg, [counts], {
      y: n * 16 + 8,
      size,
      most,
      role: "output",
      tell: (_, o) => `output ${o} is written ${counts[o]} times`,
    });
    const inside = counts.slice(K - 1, m - K + 1);
    const even = new Set(inside).size < 2;
    const pattern =
      inside.length < 2
        ? "too few inputs to tell"
        : even
          ? "the same everywhere inside"
          : "a checkerboard inside";
    return (
      `outputs: (${n} \u2212 1)\u00b7${s} + ${K} = ${m}\n` +
      `written: ${counts.join(", ")}; ${pattern}`
    );
  };
});
