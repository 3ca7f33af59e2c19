/* An m by n weight matrix, dense or local, free or shared, and the number of its weights. */
import { figure, matrix, range, round } from "../kit/index.js";

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
    const diagonal = (i, j) => j - i + (local ? 0 : m - 1);
    const name = (i, j) => (local ? "k" + diagonal(i, j) : "t" + round(j - i));
    matrix(
      svg,
      range(m, (i) => range(n, (j) => (kept(i, j) ? 1 : 0))),
      {
        size,
        fill(i, j) {
          const hue = shared ? (diagonal(i, j) * 300) / diagonals : ((i * n + j) * 137.508) % 360;
          return `hsl(${hue} 60% 55%)`;
        },
        tell: (i, j) =>
          `W[${i}, ${j}]: ${!kept(i, j) ? "always 0" : shared ? name(i, j) : "its own weight"}`,
        text: (i, j) => (!kept(i, j) ? "0" : shared && size >= 18 ? name(i, j) : ""),
      },
    );
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
