/* Every position of a window of length K against a signal of length n, and which mode keeps it. */
import { add, dot, figure, label, matrix, places, range } from "../kit/index.js";

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
    const svg = P.clear(left + 90, (full + 1) * row + 30);
    P.say("one row for each position of the window; the signal is shaded");
    matrix(svg, [range(n, () => 1)], {
      x: (K - 1) * size,
      y: 2,
      size,
      most: 2,
      text: (_, j) => (size > 13 ? "x" + j : ""),
      tell: (_, j) => `x[${j}]`,
      role: "input",
      symbol: "x",
    });
    ["full", "same", "valid"].forEach((name, c) =>
      label(svg, left + 12 + c * 32, 12, name, { style: "font-size:10px" }),
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
      places(
        svg,
        range(K, (j) => s + j),
        { y: y + 2, size, inside: (at) => at >= K - 1 && at < K - 1 + n, role: "kernel" },
      );
      keeps.forEach((yes, c) => {
        counts[c] += yes;
        if (yes)
          dot(svg, left + 12 + c * 32, y + row / 2 - 2, { r: 5, class: "fig-dot role-output" });
      });
    }
    return `full ${counts[0]}, same ${counts[1]}, valid ${counts[2] || "none: no window fits"}`;
  };
});
