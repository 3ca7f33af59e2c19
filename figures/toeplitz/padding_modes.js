/* Five padding modes as coloured strips; beside them, how often windows see each entry. */
import { cell, figure, label, matrix, range } from "../kit/index.js";

const MODES = {
  zeros: (i, n) => (i >= 0 && i < n ? i : -1),
  replicate: (i, n) => Math.min(Math.max(i, 0), n - 1),
  reflect: (i, n) => {
    const at = mod(i, 2 * n - 2);
    return Math.min(at, 2 * n - 2 - at);
  },
  symmetric: (i, n) => {
    const at = mod(i, 2 * n);
    return Math.min(at, 2 * n - 1 - at);
  },
  circular: (i, n) => mod(i, n),
};
const mod = (a, b) => ((a % b) + b) % b;

export default figure(({ get, slider, panel }) => {
  slider("n", "entries n");
  slider("amount", "places on each side");
  slider("K", "window K");
  const P = panel("");
  const C = panel("");

  return () => {
    const n = get("n");
    const p = get("amount");
    const K = Math.min(get("K"), n + 2 * p);
    const all = n + 2 * p;
    const size = Math.min(26, 330 / all);
    const names = Object.keys(MODES);
    const high = size + 22;
    const svg = P.clear(Math.max(150, all * size), names.length * high);
    const counts = [];
    names.forEach((name, row) => {
      const y = row * high + 16;
      const index = range(all, (i) => MODES[name](i - p, n));
      const seen = range(n, () => 0);
      label(svg, 0, y - 8, name, { "text-anchor": "start", style: "font-size:12px" });
      index.forEach((i, at) =>
        cell(svg, at * size, y, size, i < 0 ? 0 : 1, {
          fill: `hsl(${(i * 300) / n} 60% 55%)`,
          on: at >= p && at < p + n,
          text: size > 11 ? (i < 0 ? "0" : "abcdefg"[i]) : "",
        }),
      );
      for (let w = 0; w <= all - K; w++)
        for (let j = 0; j < K; j++) if (index[w + j] >= 0) seen[index[w + j]]++;
      counts.push(seen);
    });
    P.say("the signal is outlined; what stands beside it is copied");
    C.say(`windows of width ${K} that look at each entry`);
    const wide = Math.min(30, 210 / n);
    const box = C.clear(n * wide, names.length * high);
    counts.forEach((seen, row) =>
      matrix(box, [seen], {
        y: row * high + 16 + (size - Math.min(size, wide)) / 2,
        size: Math.min(size, wide) + 2,
        most: Math.max(...counts.flat()),
      }),
    );
    return names.map((name, row) => `${name}: ${counts[row].join(", ")}`).join("\n");
  };
});
