/* Five padding modes as coloured strips; beside them, how often windows of width K see each entry. */
const MODES = {
  zeros: (i, n) => (i >= 0 && i < n ? i : -1),
  replicate: (i, n) => Math.min(Math.max(i, 0), n - 1),
  reflect: (i, n) => { const at = mod(i, 2 * n - 2); return Math.min(at, 2 * n - 2 - at); },
  symmetric: (i, n) => { const at = mod(i, 2 * n); return Math.min(at, 2 * n - 1 - at); },
  circular: (i, n) => mod(i, n),
};
const mod = (a, b) => ((a % b) + b) % b;

export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    slider(controls, model, "n", { label: "entries n", min: 2, max: 7 });
    slider(controls, model, "amount", { label: "places on each side", min: 0, max: 8 });
    slider(controls, model, "K", { label: "window K", min: 1, max: 5 });
    const P = panel(view, ""), C = panel(view, "");

    function draw() {
      const n = get("n"), p = get("amount"), K = Math.min(get("K"), n + 2 * p), all = n + 2 * p;
      const size = Math.min(26, 330 / all), names = Object.keys(MODES), high = size + 22;
      const svg = P.clear(Math.max(150, all * size), names.length * high), counts = [];
      names.forEach((name, row) => {
        const y = row * high + 16, index = range(all, (i) => MODES[name](i - p, n)), seen = range(n, () => 0);
        label(svg, 0, y - 8, name, { "text-anchor": "start", style: "font-size:12px" });
        index.forEach((i, at) => cell(svg, at * size, y, size, i < 0 ? 0 : 1, {
          fill: `hsl(${(i * 300) / n} 60% 55%)`, on: at >= p && at < p + n, text: size > 11 ? (i < 0 ? "0" : "abcdefg"[i]) : "" }));
        for (let w = 0; w <= all - K; w++) for (let j = 0; j < K; j++) if (index[w + j] >= 0) seen[index[w + j]]++;
        counts.push(seen);
      });
      P.say("the signal is outlined; what stands beside it is copied");
      C.say(`windows of width ${K} that look at each entry`);
      const wide = Math.min(30, 210 / n), box = C.clear(n * wide, names.length * high);
      counts.forEach((seen, row) => matrix(box, [seen], { y: row * high + 16 + (size - Math.min(size, wide)) / 2, size: Math.min(size, wide) + 2, most: Math.max(...counts.flat()) }));
      return names.map((name, row) => `${name}: ${counts[row].join(", ")}`).join("\n");
    }
  },
};
