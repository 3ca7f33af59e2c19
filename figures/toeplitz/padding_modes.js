/* Five padding modes as coloured strips; beside them, how often windows see each entry. */
import { figure, label, largest, matrix, range } from "../kit/index.js";

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
    const copied = get("copied");
    const names = Object.keys(copied);
    const most = get("bounds").amount[1];
    const high = size + 22;
    const svg = P.clear(Math.max(150, all * size), names.length * high);
    const counts = [];
    names.forEach((name, row) => {
      const y = row * high + 16;
      const index = copied[name][n].slice(most - p, most + n + p);
      const seen = range(n, () => 0);
      label(svg, 0, y - 8, name, { "text-anchor": "start", style: "font-size:12px" });
      matrix(svg, [index.map((i) => (i < 0 ? 0 : 1))], {
        y,
        size,
        tell: (_, at) =>
          `${name}, place ${at - p}: ${index[at] < 0 ? "0" : `entry ${"abcdefg"[index[at]]}`}`,
        fill: (_, at) => `hsl(${(index[at] * 300) / n} 60% 55%)`,
        on: (_, at) => at >= p && at < p + n,
        text: (_, at) => (size > 11 ? (index[at] < 0 ? "0" : "abcdefg"[index[at]]) : ""),
      });
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
        most: largest(counts),
        role: "output",
        tell: (_, at) => `${names[row]}: ${seen[at]} windows see ${"abcdefg"[at]}`,
      }),
    );
    return names.map((name, row) => `${name}: ${counts[row].join(", ")}`).join("\n");
  };
});
