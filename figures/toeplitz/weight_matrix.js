/* An m by n weight matrix, dense or local, free or shared, and the number of its weights. */
import { cell, figure, round } from "../kit/index.js";

export default figure(({ get, slider, toggle, panel }) => {
  slider("n", "inputs n");
  slider("K", "window K", { max: () => get("n") });
  toggle("local", "local");
  toggle("shared", "shared");
  const W = panel("");

  return () => {
    const n = get("n");
    const K = Math.min(get("K"), n);
    const m = n - K + 1;
    const local = get("local");
    const shared = get("shared");
    const size = Math.min(30, 330 / n);
    const svg = W.clear(n * size, m * size);
    const kept = (i, j) => !local || (j >= i && j < i + K);
    const diagonals = local ? K : n + m - 1;
    for (let i = 0; i < m; i++)
      for (let j = 0; j < n; j++) {
        const d = j - i + (local ? 0 : m - 1);
        const hue = shared ? (d * 300) / diagonals : ((i * n + j) * 137.508) % 360;
        cell(svg, j * size, i * size, size, kept(i, j) ? 1 : 0, {
          fill: `hsl(${hue} 60% 55%)`,
          text: !kept(i, j)
            ? "0"
            : !shared || size < 18
              ? ""
              : local
                ? "k" + d
                : "t" + round(j - i),
        });
      }
    W.say(`${m} outputs (rows), ${n} inputs (columns); one colour, one weight`);
    const nonzero = local ? K * m : m * n;
    const count = shared ? (local ? K : n + m - 1) : nonzero;
    const rule = shared
      ? local
        ? "K"
        : `n + m \u2212 1 = ${n} + ${m} \u2212 1`
      : local
        ? `K m = ${K} \u00b7 ${m}`
        : `m n = ${m} \u00b7 ${n}`;
    return `weights to learn: ${count} (${rule})\nnonzero entries: ${nonzero} of ${m * n}`;
  };
});
