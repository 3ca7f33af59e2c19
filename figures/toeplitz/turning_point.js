/* A wave as a point that turns: the circle on the left, its two coordinates on the right. */
import { add, axes, dot, figure, label, line, range, round, within } from "../kit/index.js";

const [MIDDLE, RADIUS] = [105, 84];
const V_IS = { role: "input", symbol: "v" };

export default figure(({ get, slider, panel }) => {
  const n = get("n");
  slider("q", "turns q", { max: n });
  slider("j", "place j", { max: n, play: true });
  const C = panel("the point at place j");
  const W = panel("its cosine (dots) and its sine (rings)", { fill: 290 });
  const angle = (j) => (2 * Math.PI * get("q") * j) / n;
  const complex = (j) => {
    const [re, im] = [round(Math.cos(angle(j)), 3), round(Math.sin(angle(j)), 3)];
    return im.startsWith("\u2212") ? `${re} \u2212 ${im.slice(1)} i` : `${re} + ${im} i`;
  };

  function drawCircle(j) {
    const svg = C.clear(2 * MIDDLE, 2 * MIDDLE);
    const at = (i) => [MIDDLE + RADIUS * Math.cos(angle(i)), MIDDLE - RADIUS * Math.sin(angle(i))];
    line(svg, 4, MIDDLE, 2 * MIDDLE - 4, MIDDLE);
    line(svg, MIDDLE, 4, MIDDLE, 2 * MIDDLE - 4);
    add(svg, "circle", { cx: MIDDLE, cy: MIDDLE, r: RADIUS, class: "fig-axis", fill: "none" });
    label(svg, MIDDLE + RADIUS + 10, MIDDLE + 12, "1");
    label(svg, MIDDLE + 9, MIDDLE - RADIUS - 10, "i");
    const [x, y] = at(j);
    const turned = within(svg, { role: "reference", symbol: "\u03b8" });
    const rest = angle(j) % (2 * Math.PI);
    const [ax, ay] = [MIDDLE + 26 * Math.cos(rest), MIDDLE - 26 * Math.sin(rest)];
    const arc = `M${MIDDLE + 26},${MIDDLE}A26,26 0 ${rest > Math.PI ? 1 : 0} 0 ${ax},${ay}`;
    if (rest > 0.01) add(turned, "path", { d: arc, class: "fig-line", fill: "none" });
    const wave = within(svg, V_IS);
    line(wave, x, y, x, MIDDLE, { class: "fig-cursor" });
    line(wave, x, y, MIDDLE, y, { class: "fig-cursor" });
    line(wave, MIDDLE, MIDDLE, x, y, { class: "fig-line" });
    for (let i = n - 1; i >= 0; i--) {
      const [cx, cy] = at(i);
      dot(wave, cx, cy, { r: 3, class: "fig-dot", "data-tell": `v[${i}] = ${complex(i)}` });
    }
    dot(wave, x, y, { r: 6, class: "fig-dot on" });
  }

  function drawCoordinates(j) {
    const width = W.wide();
    const svg = W.clear(width, 230);
    const { X, Y, box } = axes(svg, {
      width,
      height: 230,
      x: { domain: [0, n], nice: false, name: "place j" },
      y: { domain: [-1, 1], ticks: [-1, 0, 1], nice: false },
    });
    line(svg, X(j), box.top, X(j), box.bottom, { class: "fig-cursor" });
    const wave = within(svg, V_IS);
    for (const [of, kind, name] of [
      [Math.sin, " hollow", "sine"],
      [Math.cos, "", "cosine"],
    ])
      for (const i of range(n + 1)) {
        const v = of(angle(i));
        line(wave, X(i), Y(0), X(i), Y(v), { class: "fig-stem" + kind });
        const more = { r: i === j ? 5.5 : 3.5, class: "fig-dot" + kind + (i === j ? " on" : "") };
        dot(wave, X(i), Y(v), { ...more, "data-tell": `${name} at ${i}: ${round(v, 3)}` });
      }
  }

  return () => {
    const [q, j] = [get("q"), get("j")];
    drawCircle(j);
    drawCoordinates(j);
    const turns = `${q} ${q === 1 ? "turn" : "turns"} in all`;
    const by = `turned by ${round((360 * q * j) / n, 1)}\u00b0`;
    return {
      say: `place ${j} of ${n}, ${turns}: ${by}, v_${j} = ${complex(j)}`,
      numbers: { q, j, n, "\u03b8": round(angle(j), 3) },
    };
  };
});
