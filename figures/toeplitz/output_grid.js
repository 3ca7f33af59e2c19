/* A window on an image: kernel, stride, padding and dilation apart for height and width. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    const axis = (a) => {
      const n = get(a === "h" ? "height" : "width"), [K, s, p, d] = ["kernel", "stride", "padding", "dilation"].map((name) => get(`${name}_${a}`));
      const span = d * (K - 1) + 1, m = n + 2 * p < span ? 0 : Math.floor((n + 2 * p - span) / s) + 1;
      const places = (i) => range(K, (j) => i * s + j * d);
      const seen = range(n, (x) => range(m).filter((i) => places(i).includes(x + p)).length);
      return { n, p, m, places, seen };
    };
    for (const [name, min, max] of [["kernel", 1, 3], ["stride", 1, 3], ["padding", 0, 2], ["dilation", 1, 2]])
      for (const a of ["h", "w"]) slider(controls, model, `${name}_${a}`, { label: `${name}, ${a === "h" ? "height" : "width"}`, min, max });
    slider(controls, model, "at", { label: "window", min: 0, max: () => Math.max(0, axis("h").m * axis("w").m - 1) });
    const X = panel(view, "image and padding, one window outlined"), Y = panel(view, ""), C = panel(view, "windows that look at each pixel");

    function draw() {
      const h = axis("h"), w = axis("w"), at = get("at"), i = Math.floor(at / Math.max(1, w.m)), j = at % Math.max(1, w.m);
      const rows = h.n + 2 * h.p, columns = w.n + 2 * w.p, size = Math.min(22, 250 / Math.max(rows, columns));
      let svg = X.clear(columns * size, rows * size);
      const inWindow = (r, c) => h.m * w.m > 0 && h.places(i).includes(r) && w.places(j).includes(c);
      for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) {
        const inside = r >= h.p && r < h.p + h.n && c >= w.p && c < w.p + w.n;
        cell(svg, c * size, r * size, size, inside ? 1 : 0, { most: inWindow(r, c) ? 1 : 3, on: inWindow(r, c), text: inside || size < 12 ? "" : "0" });
      }
      Y.say(`${h.m} by ${w.m} outputs`);
      svg = Y.clear(Math.max(1, w.m) * size, Math.max(1, h.m) * size);
      for (let r = 0; r < h.m; r++) for (let c = 0; c < w.m; c++) cell(svg, c * size, r * size, size, 1, { most: r === i && c === j ? 1 : 3, on: r === i && c === j, text: "" });
      const counts = h.seen.map((a) => w.seen.map((b) => a * b));
      matrix(C.clear(w.n * size, h.n * size), counts, { size, most: Math.max(1, ...counts.flat()) });
      const sum = counts.flat().reduce((a, b) => a + b, 0);
      return h.m * w.m ? `outputs: ${h.m} \u00d7 ${w.m} = ${h.m * w.m}\nlooks at pixels: ${sum}; at the corners ${counts[0][0]}, at most ${Math.max(...counts.flat())}`
        : "no window fits";
    }
  },
};
