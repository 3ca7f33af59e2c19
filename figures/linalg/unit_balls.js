/* Norms as shapes: three lengths of x, the unit ball of p, and the line that touches it. The norm
   stands here again, and a test compares it with mathlib's. */
import { line as path } from "d3-shape";
import { add, axes, dot, figure, label, line, range, round, typeset } from "../kit/index.js";

const WIDE = 1.6;
const EVERY = 1; // degrees between two corners of a ball

export default figure(({ get, put, slider, toggle, panel, plane }) => {
  const shows = get("shows");
  return { lengths, ball, touching }[shows]();

  function lengths() {
    let last = "";
    const P = panel("drag x", { interactive: true, fill: 290 });
    const C = panel("three lengths of x", { fill: 240 });
    const Q = plane(P, { x: [-10, 10] });
    Q.vector("x", "vector x", { role: "input", symbol: "x" });
    const three = [
      [1, "kernel"],
      [2, "output"],
      [Infinity, "reference"],
    ];
    return () => {
      const x = get("x");
      const sizes = three.map(([p]) => size(x, p));
      if (sizes[0] > 10) {
        // Back to where the largest shape is whole: this draws anew, and then all is said.
        put(
          "x",
          x.map((v) => Math.trunc((20 * v) / sizes[0]) / 2),
        );
        return last;
      }
      Q.begin();
      three.forEach(([p, role], k) => outline(Q, p, { role, by: sizes[k] }));
      Q.segment([0, 0], [x[0], 0], { role: "kernel", dashed: true });
      Q.segment([x[0], 0], x, { role: "kernel", dashed: true });
      bars(
        C,
        three.map(([p, role], k) => ({ name: named("x", p), value: sizes[k], role })),
        10,
      );
      const said = sizes.map((s) => round(s, 2));
      const [u, v] = x.map((w) => round(Math.abs(w)));
      last = {
        say:
          `taxi: ${u} + ${v} = ${said[0]}\n` +
          `bird: the root of ${u}\u00b2 + ${v}\u00b2 is ${said[1]}\n` +
          `crane: the larger of ${u} and ${v} is ${said[2]}`,
        numbers: { x },
      };
      return last;
    };
  }

  function ball() {
    slider("twelfths", "p", { show: shown, play: true });
    const P = panel("drag a and b", { interactive: true, fill: 290 });
    const C = panel("sizes", { fill: 240 });
    const Q = plane(P, { x: [-WIDE, WIDE] });
    Q.point("a", "point a", { role: "input", symbol: "a", step: 0.05 });
    Q.point("b", "point b", { role: "kernel", symbol: "b", step: 0.05 });
    return () => {
      const p = exponent(get("twelfths"));
      const [a, b] = [get("a"), get("b")];
      const middle = a.map((v, i) => (v + b[i]) / 2);
      const sizes = [a, b, middle].map((v) => size(v, p));
      const inside = sizes.map((s) => s <= 1 + 1e-9);
      const dented = inside[0] && inside[1] && !inside[2];
      Q.begin();
      for (const fixed of [1, 2, Infinity]) outline(Q, fixed, { role: "reference", dashed: true });
      outline(Q, p, { role: "output", filled: true });
      Q.segment(a, b, { role: dented ? "error" : "reference", dashed: true });
      const spot = Q.mark(middle, { role: dented ? "error" : "output" });
      if (dented) spot.setAttribute("r", 7);
      names(Q);
      C.say(`sizes for p = ${shown(get("twelfths"))}: ${p < 1 ? "no norm" : "norms"}`);
      bars(
        C,
        [
          { name: "a", value: sizes[0], role: "input", symbol: "a" },
          { name: "b", value: sizes[1], role: "kernel", symbol: "b" },
          { name: "midpoint", value: sizes[2], role: dented ? "error" : "output" },
        ],
        2,
        1,
      );
      const where = (k) => `${round(sizes[k], 3)} (${inside[k] ? "in the ball" : "outside"})`;
      return {
        say:
          `p = ${shown(get("twelfths"))}\n` +
          `size of a ${where(0)}, of b ${where(1)}, of their midpoint ${where(2)}`,
        numbers: { a, b, ...(p < Infinity && { p }) },
      };
    };
  }

  function touching() {
    let last = "";
    slider("twelfths", "p", { show: shown, play: true });
    toggle("touch", "show the touching line");
    const P = panel("drag y, and x along the edge", { interactive: true, fill: 290 });
    const C = panel("x \u00b7 y all the way round", { fill: 240 });
    const Q = plane(P, { x: [-WIDE, WIDE] });
    Q.vector("y", "vector y", { role: "kernel", symbol: "y", step: 0.1 });
    Q.point("x", "point x of the edge", { role: "input", symbol: "x", step: 0.05 });
    return () => {
      const p = exponent(get("twelfths"));
      const q = 12 / get("twelfths");
      const other = q === Infinity ? "\u221e" : round(q, 2);
      const [x, y] = [get("x"), get("y")];
      const off = size(x, p);
      if (Math.abs(off - 1) > 2e-3) {
        // Back to the edge: this draws anew, and then all is said.
        put("x", off ? x.map((v) => Number((v / off).toFixed(3))) : [1, 0]);
        return last;
      }
      const product = x[0] * y[0] + x[1] * y[1];
      const most = size(y, q);
      Q.begin();
      outline(Q, p, { role: "output", filled: true });
      Q.straight(y, product, { role: "input", dashed: true });
      if (get("touch") && most > 0) {
        Q.straight(y, most, { role: "kernel" });
        Q.mark(steepest(y, q, p), { role: "kernel" }).setAttribute("r", 6);
      }
      roundTheEdge(C, { p, x, y, product, most });
      last = {
        say:
          `x \u00b7 y = ${round(product, 3)}, and at most ${round(most, 3)}\n` +
          `p = ${shown(get("twelfths"))} for x, q = ${other} for y`,
        numbers: { x, y, ...(p < Infinity && { p }), ...(q < Infinity && { q }) },
      };
      return last;
    };
  }
});

const exponent = (twelfths) => (twelfths === 12 ? Infinity : 12 / (12 - twelfths));
const shown = (twelfths) => (twelfths === 12 ? "\u221e" : round(exponent(twelfths), 2));
const named = (letter, p) => `\u2016${letter}\u2016_{${p === Infinity ? "\u221e" : round(p)}}`;

function size(x, p) {
  const largest = Math.max(...x.map(Math.abs));
  if (p === Infinity || largest === 0) return largest;
  return largest * x.reduce((sum, v) => sum + Math.abs(v / largest) ** p, 0) ** (1 / p);
}

function steepest(y, q, p) {
  const largest = Math.max(...y.map(Math.abs));
  const share = (v) => Math.abs(v / largest);
  // 1 ** Infinity is no number here.
  const x = y.map((v) => Math.sign(v) * (share(v) === 1 ? 1 : share(v) ** (q - 1)));
  return x.map((v) => v / size(x, p));
}

/* The point of the edge in a direction, in degrees. */
function edge(degrees, p) {
  const turn = (degrees * Math.PI) / 180;
  const u = [Math.cos(turn), Math.sin(turn)];
  return u.map((v) => v / size(u, p));
}

/* The ball of p, blown up `by` a factor. */
function outline(Q, p, { role, by = 1, filled = false, dashed = false }) {
  const corners = range(360 / EVERY, (i) => edge(i * EVERY, p).map((v) => by * v));
  const drawn = Q.polygon(corners, { role });
  if (!filled) drawn.style.fillOpacity = 0;
  if (dashed) drawn.style.strokeDasharray = "4 4";
}

function names(Q) {
  const small = { class: "fig-number fig-tick-text" };
  for (const [p, name] of [
    [1, "1"],
    [2, "2"],
    [Infinity, "\u221e"],
  ])
    Q.text(
      edge(225, p).map((v) => v - 0.07),
      name,
      small,
    );
}

/* Bars with their names below; `at` is where a line stands. */
function bars(C, each, least, at) {
  const width = Math.min(C.wide(), 320);
  const height = 260;
  const svg = C.clear(width, height);
  const most = Math.max(least, ...each.map(({ value }) => value));
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: [0, each.length], ticks: [], nice: false },
    y: { domain: [0, most], name: "size" },
  });
  each.forEach(({ name, value, role, symbol }, i) => {
    const into = add(svg, "g", { class: `role-${role}`, "data-symbol": symbol });
    add(into, "rect", {
      x: X(i + 0.22),
      y: Y(value),
      width: X(0.56) - X(0),
      height: Y(0) - Y(value),
      class: "fig-bar",
      "data-tell": `${name.replace(/[_{}]/g, "")}: ${round(value, 3)}`,
    });
    label(into, X(i + 0.5), Y(value) - 9, round(value, 2), { class: "fig-number fig-tick-text" });
    typeset(into, X(i + 0.5), box.bottom + 14, name, { class: "fig-end" });
  });
  if (at !== undefined)
    line(svg, box.left, Y(at), box.right, Y(at), { class: "fig-line dashed role-reference" });
}

/* The dot product with y, for every point of the edge, and the two levels that it touches. */
function roundTheEdge(C, { p, x, y, product, most }) {
  const width = Math.min(C.wide(), 420);
  const height = Math.min(width, 300);
  const svg = C.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: [0, 360], ticks: [0, 90, 180, 270, 360], name: "direction of x", unit: "degrees" },
    y: { domain: [-Math.max(1, most), Math.max(1, most)], ticks: 5 },
  });
  const levels = add(svg, "g", { class: "role-kernel" });
  for (const level of [most, -most])
    line(levels, box.left, Y(level), box.right, Y(level), { class: "fig-line dashed" });
  const into = add(svg, "g", { class: "role-input" });
  const curve = path(
    (v) => X(v),
    (v) => Y(edge(v, p).reduce((sum, w, i) => sum + w * y[i], 0)),
  );
  add(into, "path", { class: "fig-line", d: curve(range(361)) });
  const degrees = ((Math.atan2(x[1], x[0]) * 180) / Math.PI + 360) % 360;
  dot(into, X(degrees), Y(product), {
    r: 5,
    class: "fig-dot at",
    "data-tell": `at ${round(degrees, 1)} degrees: ${round(product, 2)}`,
  });
}
