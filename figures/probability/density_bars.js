/* A histogram whose heights are shares, or shares by width: then its area is 1 for any bins. */
import { add, axes, figure, line, range, round } from "../kit/index.js";

/* How many of the whole numbers fall into each of so many equal bins; the last holds its end. */
function counts(x, low, high, bins) {
  const many = range(bins, () => 0);
  for (const v of x) many[Math.min(bins - 1, Math.floor(((v - low) * bins) / (high - low)))]++;
  return many;
}

export default figure(({ get, slider, toggle, panel }) => {
  slider("bins", "bars", { play: true });
  toggle("by_width", "height = share / width");
  const P = panel("", { fill: true });
  const [x, unit] = [get("x"), get("unit")];
  const [low, high] = [Math.min(...x), Math.max(...x)];

  return () => {
    const [bins, density] = [get("bins"), get("by_width")];
    const width = (high - low) / 1000 / bins;
    const many = counts(x, low, high, bins);
    const heights = many.map((c) => c / x.length / (density ? width : 1));
    const most = Math.max(...heights);
    const name = density ? `share / width, for each ${unit}` : "share";
    P.say(density ? "each area is a share" : "each height is a share");
    const size = { width: P.wide(), height: Math.min(300, Math.max(220, P.wide() * 0.55)) };
    const svg = P.clear(size.width, size.height);
    const { X, Y, box } = axes(svg, {
      ...size,
      x: { domain: [low / 1000, high / 1000], nice: false, name: get("what"), unit },
      y: { domain: [0, Math.max(1.05, most)], name },
    });
    const into = add(svg, "g", { class: "role-output", "data-symbol": "p" });
    heights.forEach((h, i) => {
      const [from, to] = [low / 1000 + i * width, low / 1000 + (i + 1) * width];
      add(into, "rect", {
        x: X(from),
        y: Y(h),
        width: Math.max(1, X(to) - X(from) - 0.5),
        height: Math.max(0.5, Y(0) - Y(h)),
        class: "fig-cell",
        style: "--depth:0.7",
        "data-tell":
          `${round(from, 3)} to ${round(to, 3)} ${unit}: ${many[i]} of ${x.length}, ` +
          `share ${round(many[i] / x.length, 4)}, height ${round(h, 4)}`,
      });
    });
    line(add(svg, "g", { class: "role-reference" }), box.left, Y(1), box.right, Y(1), {
      class: "fig-line dashed",
    });
    const sum = heights.reduce((s, h) => s + h, 0);
    return {
      say:
        `${bins} ${bins === 1 ? "bar" : "bars"}, each ${round(width, 4)} ${unit} wide; ` +
        `the highest is ${round(most, 4)}\n` +
        `sum of the heights ${round(sum, 4)}, sum of the areas ${round(sum * width, 4)}`,
      numbers: { p: heights.map((h) => Number(h.toFixed(4))) },
    };
  };
});
