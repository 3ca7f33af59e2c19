/* Every position of a window of length K against a signal of length n, and which mode keeps it. */
import { add, cell, figure, label } from "../kit/index.js";

export default figure(({ get, slider, panel }) => {
  slider("n", "signal n");
  slider("K", "kernel K");
  const P = panel("");

  return () => {
    const n = get("n");
    const K = get("K");
    const full = n + K - 1;
    const size = Math.min(20, 250 / (n + 2 * (K - 1)));
    const row = 20;
    const left = (n + 2 * (K - 1)) * size + 12;
    const svg = P.clear(left + 76, (full + 1) * row + 30);
    P.say("one row for each position of the window; the signal is shaded");
    for (let j = 0; j < n; j++)
      cell(svg, (K - 1 + j) * size, 2, size, 1, { text: size > 13 ? "x" + j : "", most: 2 });
    ["full", "same", "valid"].forEach((name, c) =>
      label(svg, left + 12 + c * 26, 12, name, { style: "font-size:10px" }),
    );
    const start = K >> 1;
    const counts = [0, 0, 0];
    for (let s = 0; s < full; s++) {
      const y = (s + 1) * row + 8;
      const inside = s >= K - 1 && s < n;
      const keeps = [true, s >= start && s < start + n, inside];
      add(svg, "rect", {
        x: (K - 1) * size,
        y,
        width: n * size,
        height: row - 4,
        class: "fig-cell",
        style: "fill-opacity:.12;stroke:none",
      });
      for (let j = 0; j < K; j++) {
        const over = s + j - (K - 1) >= 0 && s + j - (K - 1) < n;
        add(svg, "rect", {
          x: (s + j) * size + 1,
          y: y + 1,
          width: size - 2,
          height: row - 6,
          rx: 2,
          class: "fig-cell" + (over ? "" : " negative"),
          style: `fill-opacity:${over ? 0.7 : 0.25}`,
        });
      }
      keeps.forEach((yes, c) => {
        counts[c] += yes;
        if (yes)
          add(svg, "circle", {
            cx: left + 12 + c * 26,
            cy: y + row / 2 - 2,
            r: 5,
            class: "fig-dot",
          });
      });
    }
    return `full ${counts[0]}, same ${counts[1]}, valid ${counts[2] || "none: no window fits"}`;
  };
});
