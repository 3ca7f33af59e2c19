/* Transposed convolution: each input writes its copy of the kernel, a stride further on. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    slider(controls, model, "n", { label: "inputs n", min: 1, max: 6 });
    slider(controls, model, "K", { label: "kernel K", min: 1, max: 6 });
    slider(controls, model, "stride", { label: "stride s", min: 1, max: 4 });
    const P = panel(view, "one row for each input; below, how often each output is written");

    function draw() {
      const n = get("n"), K = get("K"), s = get("stride"), m = (n - 1) * s + K, size = Math.min(24, 330 / m);
      const counts = range(m, (o) => range(n).filter((i) => o >= i * s && o < i * s + K).length), most = Math.max(...counts);
      const svg = P.clear(m * size, n * 16 + size + 12);
      for (let i = 0; i < n; i++) for (let j = 0; j < K; j++)
        add(svg, "rect", { x: (i * s + j) * size + 1, y: i * 16 + 2, width: size - 2, height: 12, rx: 2, class: "fig-cell", style: "fill-opacity:.7" });
      matrix(svg, [counts], { y: n * 16 + 8, size, most });
      const inside = counts.slice(K - 1, m - K + 1), even = new Set(inside).size < 2;
      const pattern = inside.length < 2 ? "too few inputs to tell" : even ? "the same everywhere inside" : "a checkerboard inside";
      return `outputs: (${n} \u2212 1)\u00b7${s} + ${K} = ${m}\nwritten: ${counts.join(", ")}; ${pattern}`;
    }
  },
};
