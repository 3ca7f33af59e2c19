/* The backward pass of a convolution: T transposed times g, and the windows that one input was in. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    const n = get("n"), K = get("k").length;
    slider(controls, model, "at", { label: "input j", min: 0, max: n - 1 });
    slider(controls, model, "stride", { label: "stride", min: 1, max: 3 });
    slider(controls, model, "padding", { label: "padding each side", min: 0, max: 1 });
    const B = panel(view, "drag the kernel k, and the gradient g at each output", { interactive: true });
    const count = get("g").length, w = 320 / (K + count + 1);
    B.size(330, 132);
    handles(B, model, "k", { x: 5, y: 6, width: K * w, height: 100, min: -3, max: 3, title: (i) => `kernel, entry ${i}` });
    handles(B, model, "g", { x: 5 + (K + 1) * w, y: 6, width: count * w, height: 100, min: -3, max: 3, title: (i) => `gradient at output ${i}` });
    const F = panel(view, "forward: y = T x"), G = panel(view, "backward: gradient at x = T\u1d40 g");

    function draw() {
      const k = get("k"), s = get("stride"), p = get("padding"), at = Math.min(get("at"), n - 1);
      const m = Math.floor((n + 2 * p - K) / s) + 1, g = get("g").slice(0, m);
      const T = range(m, (i) => range(n, (j) => k[j + p - i * s] ?? 0));
      const dx = range(n, (j) => g.reduce((sum, v, i) => sum + T[i][j] * v, 0));
      const size = Math.min(24, 200 / Math.max(n, m));
      const kinds = Math.max(1e-9, ...k.map(Math.abs)), most = Math.max(1e-9, ...g.map(Math.abs));
      let svg = F.clear(n * size, m * size);
      T.forEach((row, i) => row.forEach((v, j) => cell(svg, j * size, i * size, size, v, { most: kinds, on: j === at })));
      svg = G.clear((m + 5.2) * size, n * size);
      range(n, (j) => range(m, (i) => cell(svg, i * size, j * size, size, T[i][j], { most: kinds, on: j === at })));
      const used = (i) => at + p - i * s >= 0 && at + p - i * s < K;
      g.forEach((v, i) => cell(svg, (m + 0.8) * size, i * size, size, v, { most, on: used(i) }));
      label(svg, (m + 2.8) * size, (at + 0.5) * size, "=");
      const tall = Math.max(1e-9, ...dx.map(Math.abs));
      dx.forEach((v, j) => cell(svg, (m + 3.8) * size, j * size, size, v, { most: tall, on: j === at }));
      const terms = range(m).filter(used).map((i) => `${minus(g[i])}\u00b7${minus(k[at + p - i * s])}`);
      return `at input ${at}: ${terms.join(" + ") || "in no window"} = ${round(dx[at])}\nall inputs: ${dx.map((v) => round(v)).join(", ")}`;
    }
  },
};
