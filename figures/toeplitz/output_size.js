/* Every window of a layer on one axis, one row each; the formula with its numbers. */
import { figure, line, matrix, places, range } from "../kit/index.js";

export default figure(({ get, slider, panel }) => {
  slider("n", "signal n");
  slider("K", "kernel K");
  slider("stride", "stride s");
  slider("padding", "padding each side");
  slider("dilation", "dilation d");
  const P = panel("");

  return () => {
    const [n, K, s, p, d] = ["n", "K", "stride", "padding", "dilation"].map(get);
    const span = d * (K - 1) + 1;
    const all = n + 2 * p;
    const m = all < span ? 0 : Math.floor((all - span) / s) + 1;
    const size = Math.min(26, 330 / all);
    const high = 17;
    const svg = P.clear(all * size, size + 10 + Math.max(1, m) * high);
    const end = m ? (m - 1) * s + span : 0;
    const inside = (at) => at >= p && at < p + n;
    matrix(svg, [range(all, (i) => (inside(i) ? 1 : 0))], {
      size,
      most: 2,
      on: (_, i) => i >= end,
      tell: (_, i) => (inside(i) ? `place ${i - p} of the signal` : "padding"),
      text: (_, i) => (inside(i) ? (size > 16 ? String(i - p) : "") : "0"),
    });
    for (let i = 0; i < m; i++) {
      const y = size + 8 + i * high;
      line(svg, (i * s + 0.5) * size, y + 7, (i * s + span - 0.5) * size, y + 7);
      places(
        svg,
        range(K, (j) => i * s + j * d),
        { y: y + 1, size, inside, role: "kernel" },
      );
    }
    const behind = end < all ? "; no window reaches the outlined places at the end" : "";
    P.say(m ? `one row for each window${behind}` : "no window fits");
    const sum = `(${n} + ${2 * p} \u2212 ${d}\u00b7${K - 1} \u2212 1) / ${s}`;
    return m
      ? `windows: \u230a${sum}\u230b + 1 = ${m}\nleft over at the end: ${all - end}`
      : `no window fits: it spans ${span} places, and there are ${all}`;
  };
});
