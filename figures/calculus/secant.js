/* The secant through two points of a curve, and the tangent that it becomes. */
import { add, axes, dot, figure, line, range, round, typeset, within } from "../kit/index.js";

const CURVES = {
  square: { at: (v) => v * v, slope: (v) => 2 * v },
  sine: { at: Math.sin, slope: Math.cos },
  exponential: { at: Math.exp, slope: Math.exp },
  absolute: { at: Math.abs, slope: (v) => (v === 0 ? undefined : Math.sign(v)) },
};

export default figure(({ get, choice, slider, panel }) => {
  choice("f", "f(x) =", Object.keys(CURVES));
  slider("x", "place x", { show: (v) => round(v / 100, 2) });
  slider("h", "gap h", { play: true, show: (v) => round(v / 100, 2) });
  const P = panel("", { fill: true });

  return () => {
    const { at, slope } = CURVES[get("f")];
    const [x, h] = [get("x") / 100, get("h") / 100];
    const right = slope(x);
    const quotient = h === 0 ? undefined : (at(x + h) - at(x)) / h;
    const width = Math.min(P.wide(), 620);
    const svg = P.clear(width, 300);
    const places = range(281, (i) => -3.5 + i / 40);
    const heights = places.map(at).filter((v) => v <= 8);
    const { X, Y, box } = axes(svg, {
      width,
      height: 300,
      x: { domain: [-3.5, 3.5], nice: false, name: "x" },
      y: { domain: [Math.min(-1, ...heights), Math.max(2, ...heights)], name: "f(x)" },
    });
    const clip = `secant-${Math.random().toString(36).slice(2)}`;
    const frame = { x: box.left, y: box.top, width: box.right - box.left };
    add(add(svg, "clipPath", { id: clip }), "rect", { ...frame, height: box.bottom - box.top });
    const inner = add(svg, "g", { "clip-path": `url(#${clip})` });
    const through = (into, m, more) =>
      line(into, X(-3.5), Y(at(x) + m * (-3.5 - x)), X(3.5), Y(at(x) + m * (3.5 - x)), more);

    add(within(inner, { role: "output", symbol: "f" }), "path", {
      ...{ class: "fig-line", style: "fill:none" },
      d: "M" + places.map((v) => `${X(v).toFixed(1)} ${Y(at(v)).toFixed(1)}`).join("L"),
    });
    if (right !== undefined)
      through(within(inner, { role: "reference" }), right, { class: "fig-line dashed" });
    const gap = within(inner, { role: "error", symbol: "h" });
    if (quotient !== undefined) {
      through(gap, quotient, { class: "fig-line" });
      line(gap, X(x), Y(at(x)), X(x + h), Y(at(x)), { class: "fig-cursor" });
      line(gap, X(x + h), Y(at(x)), X(x + h), Y(at(x + h)), { class: "fig-cursor" });
      dot(gap, X(x + h), Y(at(x + h)), { r: 5 });
      typeset(gap, X(x + h / 2), Y(at(x)) + 14, "h", { class: "fig-letter" });
    }
    const place = within(inner, { role: "input", symbol: "x" });
    dot(place, X(x), Y(at(x)), { r: 6 });

    const secant = quotient === undefined ? "no gap, no secant" : `secant ${round(quotient, 4)}`;
    const tangent = right === undefined ? "no tangent here" : `tangent ${round(right, 4)}`;
    return {
      say:
        `slopes: ${secant} \u00b7 ${tangent}` +
        (quotient === undefined || right === undefined
          ? ""
          : `\nthe secant is off by ${round(quotient - right, 4)}`),
      numbers: { x, h },
    };
  };
});
