/* The line nearest to three points, and the same three numbers in space: a foot on a plane. */
import { add, dot, figure, line, round, typeset } from "../kit/index.js";

const inner = (p, q) => p.reduce((sum, v, i) => sum + v * q[i], 0);
const less = (p, s, q) => p.map((v, i) => v - s * q[i]);
const point = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;

/* The x with the smallest |y - x_0 - x_1 a|; nothing if all entries of `a` are the same. */
function best(a, y) {
  const n = a.length;
  const [middle, height] = [a, y].map((v) => v.reduce((s, w) => s + w, 0) / n);
  const across = a.map((v) => v - middle);
  const wide = inner(across, across);
  if (wide < 1e-12) return undefined;
  const slope = inner(across, y) / wide;
  return [height - slope * middle, slope];
}

export default figure(({ get, put, panel, plane, slider, toggle }) => {
  for (const j of [0, 1])
    slider(`x${j}`, ["height x\u2080", "slope x\u2081"][j], {
      step: 0.05,
      show: (v) => round(v, 2),
    });
  toggle("nearest", "show the best line");
  const P = panel("drag the points, move the line", { interactive: true, fill: 290 });
  const S = panel("the same in space: drag to turn", { interactive: true, fill: 290 });
  const Q = plane(P, { x: [-3, 3], y: [-2, 4], most: 400 });
  for (const i of [0, 1, 2])
    Q.point(`p${i}`, `point ${i}`, { role: "output", symbol: `y_${i}`, step: 0.25 });
  slider("turn", "seen from", { step: 5, show: (v) => `${v}\u00b0` });
  turnable(S.svg, get, put);

  return () => {
    const points = [0, 1, 2].map((i) => get(`p${i}`));
    const [a, y, x] = [points.map((p) => p[0]), points.map((p) => p[1]), [get("x0"), get("x1")]];
    const ones = [1, 1, 1];
    const made = a.map((v) => x[0] + x[1] * v);
    const rest = less(y, 1, made);
    const found = best(a, y);
    const foot = found && a.map((v) => found[0] + found[1] * v);
    const left = foot && less(y, 1, foot);

    Q.begin();
    if (get("nearest") && found)
      Q.segment([-3, found[0] - 3 * found[1]], [3, found[0] + 3 * found[1]], {
        role: "reference",
        dashed: true,
      });
    Q.segment([-3, x[0] - 3 * x[1]], [3, x[0] + 3 * x[1]], { role: "input", symbol: "x" });
    points.forEach(([u, v], i) => {
      const r = rest[i];
      const side = [
        [u, v],
        [u, v - r],
        [u - r, v - r],
        [u - r, v],
      ];
      Q.polygon(side, { role: "error" });
      Q.segment([u, v], [u, v - r], { role: "error" });
    });
    space(S, get("turn"), { a, y, made, foot: get("nearest") ? foot : undefined });

    const say = [
      `sum of the squares ${round(inner(rest, rest), 3)} \u00b7 rest y \u2212 Ax = ${point(rest)}`,
      `rest \u00b7 a\u2080 = ${round(inner(rest, ones), 3)}, ` +
        `rest \u00b7 a\u2081 = ${round(inner(rest, a), 3)}`,
    ];
    if (!found) say.push("a\u2081 is a multiple of a\u2080: many lines are best");
    else if (get("nearest"))
      say.push(`best: x = ${point(found)}, sum of the squares ${round(inner(left, left), 3)}`);
    return { say: say.join("\n"), numbers: { x, y, a: [ones, a] } };
  };
});

/* Turns round the upright axis while the pointer drags. */
function turnable(svg, get, put) {
  let from;
  svg.style.touchAction = "pan-y";
  svg.addEventListener("pointerdown", (event) => {
    from = { at: event.clientX, turn: get("turn") };
    svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from || !svg.hasPointerCapture(event.pointerId)) return;
    const turn = from.turn + (from.at - event.clientX) / 2;
    put("turn", Math.round((((turn % 360) + 360) % 360) / 5) * 5);
  });
}

function space(S, turn, { a, y, made, foot }) {
  const width = Math.min(S.wide(), 400);
  const svg = S.clear(width, width);
  const unit = width / 7.6;
  const [c, s] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const [up, down] = [Math.cos(0.45), Math.sin(0.45)];
  const flat = ([u, v, w]) => [
    width / 2 + unit * (c * u - s * v),
    width / 2 - unit * (up * w - down * (s * u + c * v)),
  ];
  const group = (role, symbol) =>
    add(svg, "g", { class: role && `role-${role}`, "data-symbol": symbol });
  const stroke = (p, q, role, dashed) =>
    line(group(role), ...flat(p), ...flat(q), { class: "fig-line" + (dashed ? " dashed" : "") });

  // The axes: one for each point.
  for (const i of [0, 1, 2]) {
    const end = [0, 1, 2].map((k) => (k === i ? 3.4 : 0));
    line(svg, ...flat([0, 0, 0]), ...flat(end), { class: "fig-axis" });
    typeset(svg, ...flat(end.map((v) => v * 1.1)), `y_${i}`, { class: "fig-number faint" });
  }
  // The plane of the columns, as a square round 0.
  const q = [1, 1, 1].map((v) => v / Math.sqrt(3));
  const across = less(a, inner(q, a), q);
  const wide = Math.hypot(...across);
  if (wide > 1e-9) {
    const corner = (s, t) => flat(q.map((v, i) => 2.8 * (s * v + (t * across[i]) / wide)));
    const corners = [corner(1, 1), corner(1, -1), corner(-1, -1), corner(-1, 1)];
    add(group("kernel", "A"), "polygon", {
      class: "fig-area",
      points: corners.map((p) => p.map((v) => v.toFixed(1)).join(" ")).join(" "),
    });
  }
  const arrow = (p, role, symbol, name) => {
    const [[u, v], [w, z]] = [flat([0, 0, 0]), flat(p)];
    const far = Math.hypot(w - u, z - v);
    const into = group(role, symbol);
    if (far > 1) {
      const [e, f] = [(w - u) / far, (z - v) / far];
      const size = Math.min(11, far * 0.6);
      const [g, h] = [w - e * size, z - f * size];
      line(into, u, v, g, h, { class: "fig-line fig-arrow" });
      add(into, "path", {
        class: "fig-dot",
        d: `M${w} ${z}L${g - f * 4} ${h + e * 4}L${g + f * 4} ${h - e * 4}Z`,
      });
    }
    typeset(into, w + (13 * (w - u)) / (far || 1), z + (13 * (z - v)) / (far || 1), name, {
      class: `fig-end role-${role}`,
    });
  };
  arrow([1, 1, 1], "kernel", "a", "a_0");
  arrow(a, "kernel", "a", "a_1");
  if (foot) {
    stroke(y, foot, "reference", true);
    dot(group("reference"), ...flat(foot), { r: 5 });
  }
  stroke(y, made, "error");
  dot(group("input", "x"), ...flat(made), { r: 5 });
  typeset(svg, ...flat(made).map((v) => v + 13), "Ax", { class: "fig-end role-input" });
  arrow(y, "output", "y", "y");
}
