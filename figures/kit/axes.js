/* Axes: a name, ticks, a grid and typeset numbers, on the scales of d3. */
import { scaleLinear, scaleLog } from "d3-scale";
import { add, label, line, range, typeset } from "./drawing.js";

const POWER = 1e5; // from here on a number is a power of ten, as is what is below its inverse

/* A number for `typeset`: thousands apart, a true minus, `3\u00b710^7` where it is far from one. */
export function written(v, digits = 4) {
  const a = Math.abs(v);
  if (v === 0 || (a < POWER && a >= 1 / POWER))
    return v
      .toLocaleString("en-US", { maximumSignificantDigits: digits })
      .replace(/,/g, "\u202f")
      .replace("-", "\u2212");
  const [size, e] = v.toExponential(digits - 1).split("e"); // 10 ** -324 would be zero
  const mantissa = written(Number(size), digits);
  const power = `10^{${String(Number(e)).replace("-", "\u2212")}}`;
  return { 1: power, "\u22121": `\u2212${power}` }[mantissa] ?? `${mantissa}\u00b7${power}`;
}

/* Draw the axes of a picture of `width` by `height` pixels; return its scales `X` and `Y`, and the
   inner box. Each of `x` and `y` is `{ domain, name, unit, scale, nice, ticks }`: `scale` is
   `"linear"` or `"log"`; a domain grows to round numbers unless `nice` is false; `ticks` are the
   numbers to show, or about how many. `right` is kept free for what is written there. */
export function axes(svg, { width, height, x, y, top = 0, right = 14 }) {
  const Y = scale(y);
  const texts = ticks(Y, y, height / 55).map((v) => written(v));
  const left = 14 + 7 * Math.max(...texts.map(length));
  const box = { left, right: width - right, top: top + (named(y) ? 30 : 12), bottom: height };
  box.bottom -= named(x) ? 44 : 24;
  const X = scale(x).range([box.left, box.right]);
  Y.range([box.bottom, box.top]);
  const small = { class: "fig-number fig-tick-text" };
  for (const v of ticks(Y, y, height / 55)) {
    line(svg, box.left, Y(v), box.right, Y(v), { class: v === 0 ? "fig-zero" : "fig-grid" });
    typeset(svg, box.left - 7, Y(v), written(v), { ...small, "text-anchor": "end" });
  }
  for (const v of ticks(X, x, (box.right - box.left) / 80)) {
    line(svg, X(v), box.top, X(v), box.bottom, { class: v === 0 ? "fig-zero" : "fig-grid" });
    typeset(svg, X(v), box.bottom + 14, written(v), small);
  }
  line(svg, box.left, box.bottom, box.right, box.bottom);
  line(svg, box.left, box.top, box.left, box.bottom);
  if (named(x))
    typeset(svg, box.right, box.bottom + 34, named(x), { class: "fig-name", "text-anchor": "end" });
  if (named(y)) typeset(svg, 2, top + 10, named(y), { class: "fig-name", "text-anchor": "start" });
  return { X, Y, box };
}

const named = ({ name = "", unit }) => (unit ? `${name}, in ${unit}` : name);
const length = (text) => text.replace(/[\^_{}]/g, "").length;

function scale({ domain, scale: kind = "linear", nice = true }) {
  const [low, high] = domain;
  const pad = low === high ? Math.abs(low) / 2 || 1 : 0;
  const ends =
    kind === "log" && pad ? [low / Math.sqrt(10), low * Math.sqrt(10)] : [low - pad, high + pad];
  const made = (kind === "log" ? scaleLog() : scaleLinear()).domain(ends);
  return nice ? made.nice() : made;
}

/* The numbers that are written on a scale, about `count` of them. */
function ticks(made, { scale: kind, ticks: asked }, count) {
  if (Array.isArray(asked)) return asked;
  const most = Math.max(2, asked ?? Math.floor(count));
  if (kind !== "log") return made.ticks(most);
  // d3 has too many of these, or, on a short axis, those of a linear one.
  const [low, high] = made.domain();
  const decades = range(exponent(high) - exponent(low) + 1, (i) => exponent(low) + i);
  const from = (digits) =>
    decades
      .flatMap((e) => digits.map((d) => (e < 0 ? d / 10 ** -e : d * 10 ** e)))
      .filter((v) => v >= low && v <= high * (1 + 1e-12));
  const handy = [[1, 2, 5], [1, 3], [1]].map(from).find((found) => found.length <= most + 1);
  if (handy) return handy;
  const every = Math.ceil(from([1]).length / (most + 1));
  return from([1]).filter((v) => exponent(v) % every === 0);
}

const exponent = (v) => Math.floor(Math.log10(v) + 1e-12);

/* Names at the ends of lines, `[{ y, text, role }]`, pushed apart until none covers another; false
   where they would not fit between `top` and `bottom`. */
export function endLabels(svg, x, ends, { top, bottom, gap = 15 }) {
  if (ends.length * gap > bottom - top) return false;
  const placed = ends.slice().sort((a, b) => a.y - b.y);
  let least = top + gap / 2;
  for (const end of placed) {
    end.at = Math.max(end.y, least);
    least = end.at + gap;
  }
  let most = bottom - gap / 2;
  for (const end of placed.reverse()) {
    end.at = Math.min(end.at, most);
    most = end.at - gap;
  }
  for (const { at, text, role } of placed)
    label(add(svg, "g", { class: `role-${role}` }), x, at, text, {
      class: "fig-end",
      "text-anchor": "start",
    });
  return true;
}
