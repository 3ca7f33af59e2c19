/* The same kernel slid over the same signal, as it is or turned round. The reader draws the signal. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    const n = get("x").length, K = get("k").length, full = n + K - 1, w = 330 / (n + 2 * (K - 1));
    toggle(controls, model, "flipped", "flip the kernel");
    slider(controls, model, "step", { label: "step", min: 0, max: full - 1 });
    const X = panel(view, "draw the signal x: drag its bars", { interactive: true });
    X.size(330, 200);
    handles(X, model, "x", { x: (K - 1) * w, y: 4, width: n * w, height: 90, min: -3, max: 3, title: (i) => `x at ${i}` });
    const kernel = add(X.svg, "g", { "aria-hidden": "true" });
    const Y = panel(view, "");

    function draw() {
      const x = get("x"), k = get("k"), flipped = get("flipped"), at = Math.min(get("step"), full - 1);
      // Step s puts the left end of the kernel under place s - (K - 1) of the signal.
      const laid = flipped ? k.slice().reverse() : k;
      const y = range(full, (s) => laid.reduce((sum, v, j) => sum + v * (x[s - (K - 1) + j] ?? 0), 0));
      kernel.replaceChildren();
      laid.forEach((v, j) => {
        cell(kernel, (at + j) * w, 118, w, v, { most: Math.max(...k.map(Math.abs), 1), on: true, text: w > 15 ? round(v) : "" });
        label(kernel, (at + j + 0.5) * w, 118 + w + 10, "k" + (flipped ? K - 1 - j : j), { style: "font-size:10px", class: "faint" });
      });
      const first = flipped ? 0 : 1 - K;
      Y.say(flipped ? "convolution (x \u2217 k), full" : "cross-correlation (x \u22c6 k), full");
      stems(Y.clear(330, 150), y, { width: 330, height: 130, most: Math.max(1, ...y.map(Math.abs)), on: at, names: (i) => round(first + i) });
      return `${flipped ? "convolution" : "correlation"} at ${round(first + at)}: ${round(y[at])}`;
    }
  },
};
