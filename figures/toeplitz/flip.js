/* One kernel slid over a signal, as it is or turned round. The reader draws the signal. */
import { add, figure, largest, matrix, range, round, stems, typeset } from "../kit/index.js";

export default figure(({ get, slider, toggle, handles, panel }) => {
  const n = get("x").length;
  const K = get("k").length;
  const full = n + K - 1;
  const w = 330 / (n + 2 * (K - 1));
  toggle("flipped", "flip the kernel");
  slider("step", "step", { max: full - 1, play: true });
  const X = panel("draw the signal x: drag its bars", { interactive: true });
  X.size(330, 200);
  handles(X, "x", (i) => `x at ${i}`, {
    x: (K - 1) * w,
    y: 4,
    width: n * w,
    height: 90,
    role: "input",
    symbol: "x",
  });
  const kernel = add(X.svg, "g", { "aria-hidden": "true" });
  const Y = panel("");

  return () => {
    const x = get("x");
    const k = get("k");
    const flipped = get("flipped");
    const at = Math.min(get("step"), full - 1);
    // Step s puts the left end of the kernel under place s - (K - 1) of the signal.
    const laid = flipped ? k.slice().reverse() : k;
    const y = range(full, (s) =>
      laid.reduce((sum, v, j) => sum + v * (x[s - (K - 1) + j] ?? 0), 0),
    );
    kernel.replaceChildren();
    const text = w > 15 ? undefined : "";
    matrix(kernel, [laid], {
      x: at * w,
      y: 118,
      size: w,
      most: largest(k),
      on: true,
      text,
      role: "kernel",
      symbol: "k",
    });
    laid.forEach((_, j) =>
      typeset(kernel, (at + j + 0.5) * w, 118 + w + 10, `k_${flipped ? K - 1 - j : j}`, {
        class: "faint",
        style: "font-size:11px",
      }),
    );
    const first = flipped ? 0 : 1 - K;
    Y.say(flipped ? "convolution (x \u2217 k), full" : "cross-correlation (x \u22c6 k), full");
    stems(Y.clear(330, 150), y, {
      width: 330,
      height: 130,
      most: largest(y),
      on: at,
      names: (i) => round(first + i),
      role: "output",
      symbol: "y",
    });
    return `${flipped ? "convolution" : "correlation"} at ${round(first + at)}: ${round(y[at])}`;
  };
});
