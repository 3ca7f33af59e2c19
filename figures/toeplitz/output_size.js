/* Every window of a layer on one axis, one row each; the formula with its numbers. */
import { add, cell, figure } from "../kit/index.js";

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
    for (let i = 0; i < all; i++) {
      const inside = i >= p && i < p + n;
      const lost = i >= end;
      cell(svg, i * size, 0, size, inside ? 1 : 0, {
        most: 2,
        on: lost,
        text: inside ? (size > 16 ? String(i - p) : "") : "0",
      });
    }
    for (let i = 0; i < m; i++) {
      const y = size + 8 + i * high;
      add(svg, "line", {
        x1: (i * s + 0.5) * size,
        x2: (i * s + span - 0.5) * size,
        y1: y + 7,
        y2: y + 7,
        class: "fig-axis",
      });
      for (let j = 0; j < K; j++) {
        const at = i * s + j * d;
        const inside = at >= p && at < p + n;
        add(svg, "rect", {
          x: at * size + 2,
          y: y + 1,
          width: size - 4,
          height: 12,
          rx: 2,
          class: "fig-cell" + (inside ? "" : " negative"),
          style: `fill-opacity:${inside ? 0.8 : 0.35}`,
        });
      }
    }
    P.say(
      m
        ? "one row for each window; outlined places are never reached from here on"
        : "no window fits",
    );
    const sum = `(${n} + ${2 * p} \u2212 ${d}\u00b7${K - 1} \u2212 1) / ${s}`;
    return m
      ? `windows: \u230a${sum}\u230b + 1 = ${m}\nleft over at the end: ${all - end}`
      : `no window fits: it spans ${span} places, and there are ${all}`;
  };
});
