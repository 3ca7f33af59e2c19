/* Every window of a layer on one axis, one row each; the formula with its numbers. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    slider(controls, model, "n", { label: "signal n", min: 1, max: 14 });
    slider(controls, model, "K", { label: "kernel K", min: 1, max: 6 });
    slider(controls, model, "stride", { label: "stride s", min: 1, max: 5 });
    slider(controls, model, "padding", { label: "padding each side", min: 0, max: 4 });
    slider(controls, model, "dilation", { label: "dilation d", min: 1, max: 4 });
    const P = panel(view, "");

    function draw() {
      const [n, K, s, p, d] = ["n", "K", "stride", "padding", "dilation"].map(get);
      const span = d * (K - 1) + 1, all = n + 2 * p, m = all < span ? 0 : Math.floor((all - span) / s) + 1;
      const size = Math.min(26, 330 / all), high = 17, svg = P.clear(all * size, size + 10 + Math.max(1, m) * high);
      const end = m ? (m - 1) * s + span : 0;
      for (let i = 0; i < all; i++) {
        const inside = i >= p && i < p + n, lost = i >= end;
        cell(svg, i * size, 0, size, inside ? 1 : 0, { most: 2, on: lost, text: inside ? (size > 16 ? String(i - p) : "") : "0" });
      }
      for (let i = 0; i < m; i++) {
        const y = size + 8 + i * high;
        add(svg, "line", { x1: (i * s + 0.5) * size, x2: (i * s + span - 0.5) * size, y1: y + 7, y2: y + 7, class: "fig-axis" });
        for (let j = 0; j < K; j++) {
          const at = i * s + j * d, inside = at >= p && at < p + n;
          add(svg, "rect", { x: at * size + 2, y: y + 1, width: size - 4, height: 12, rx: 2, class: "fig-cell" + (inside ? "" : " negative"), style: `fill-opacity:${inside ? 0.8 : 0.35}` });
        }
      }
      P.say(m ? "one row for each window; outlined places are never reached from here on" : "no window fits");
      const sum = `(${n} + ${2 * p} \u2212 ${d}\u00b7${K - 1} \u2212 1) / ${s}`;
      return m ? `windows: \u230a${sum}\u230b + 1 = ${m}\nleft over at the end: ${all - end}`
        : `no window fits: it spans ${span} places, and there are ${all}`;
    }
  },
};
