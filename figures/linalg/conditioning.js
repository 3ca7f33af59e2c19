/* A system of two equations: the errors of b on a circle, those of x on an ellipse. */
import { line as path } from "d3-shape";
import { add, axes, dot, figure, line, range, round, times, typeset } from "../kit/index.js";

const TURN = 360;
const along = (degrees) => [
  Math.cos((degrees * Math.PI) / 180),
  Math.sin((degrees * Math.PI) / 180),
];
const sum = (p, q) => p.map((v, i) => v + q[i]);
const point = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;

/* Greatest and least stretch of a 2 by 2 matrix: the part that turns, and the part that mirrors. */
function stretches([[a, b], [c, d]]) {
  const [turn, mirror] = [Math.hypot(a + d, c - b) / 2, Math.hypot(a - d, c + b) / 2];
  return [turn + mirror, Math.abs(turn - mirror)];
}

export default figure(({ get, panel, plane, slider }) => {
  slider("error", "error of b", { show: (v) => `${v} %` });
  slider("direction", "its direction", { step: 5, show: (v) => `${v}\u00b0`, play: true });
  const P = panel("given: drag b and the columns of A", { interactive: true, fill: 280 });
  const Q = panel("found: x", { interactive: true, fill: 280 });
  const C = panel("error of x by error of b, both relative", { fill: true });
  const [from, to] = [P, Q].map((each) => plane(each, { x: [-5, 5] }));
  from.vector("b", "vector b", { role: "output", symbol: "b" });
  for (const j of [0, 1]) {
    from.vector(`a${j}`, `column ${j} of A`, { role: "kernel", symbol: `a_${j}` });
  }

  function curve(gain, kappa) {
    const [width, height] = [C.wide(), 210];
    const svg = C.clear(width, height);
    const { X, Y, box } = axes(svg, {
      width,
      height,
      right: 30,
      x: {
        domain: [0, TURN],
        ticks: [0, 90, 180, 270, TURN],
        nice: false,
        name: "direction of the error of b",
        unit: "degrees",
      },
      y: { domain: [0, 1.1 * kappa], name: "times" },
    });
    const level = add(svg, "g", { class: "role-reference", "data-symbol": "\u03ba" });
    line(level, box.left, Y(kappa), box.right, Y(kappa), { class: "fig-line dashed" });
    typeset(level, box.right + 12, Y(kappa), "\u03ba", { class: "fig-end" });
    const into = add(svg, "g", { class: "role-error" });
    const draw = path(X, (v) => Y(gain(v)));
    add(into, "path", { class: "fig-line", d: draw(range(TURN / 2 + 1, (i) => 2 * i)) });
    const at = get("direction");
    dot(into, X(at), Y(gain(at)), {
      r: 5,
      class: "fig-dot at",
      "data-tell": `at ${at} degrees: ${round(gain(at), 3)} times`,
    });
  }

  return () => {
    const [a, b, share] = [[get("a0"), get("a1")], get("b"), get("error") / 100];
    const A = [0, 1].map((i) => [a[0][i], a[1][i]]);
    const det = A[0][0] * A[1][1] - A[0][1] * A[1][0];
    const size = Math.hypot(...b);
    const off = along(get("direction")).map((v) => share * size * v);
    const circle = { r: share * size, centre: b, role: "error" };
    from.begin();
    to.begin();
    from.ellipse(
      [
        [1, 0],
        [0, 1],
      ],
      circle,
    );
    from.arrow(b, sum(b, off), { role: "error" });
    const numbers = { A, a, b };
    if (det === 0 || size === 0) {
      C.clear(C.wide(), 40);
      const say = size
        ? "A is singular: some b have no x, the others more than one"
        : "b is zero, so it has no relative error";
      return { say, numbers };
    }
    const inverse = [
      [A[1][1] / det, -A[0][1] / det],
      [-A[1][0] / det, A[0][0] / det],
    ];
    const [x, moved] = [times(inverse, b), times(inverse, off)];
    const [most, least] = stretches(A);
    const kappa = most / least;
    const gain = (degrees) => {
      const change = Math.hypot(...times(inverse, along(degrees)));
      return (change * size) / Math.hypot(...x);
    };
    to.ellipse(inverse, { r: share * size, centre: x, role: "error" });
    to.arrow([0, 0], x, { role: "input", symbol: "x" });
    const beside = sum(
      x,
      along((Math.atan2(x[1], x[0]) * 180) / Math.PI + 90).map((v) => v * 0.5),
    );
    to.text(
      beside.map((v) => Math.max(-4.6, Math.min(4.6, v))),
      "x",
      { class: "fig-letter role-input" },
    );
    to.arrow(x, sum(x, moved), { role: "error" });
    curve(gain, kappa);
    const times_ = gain(get("direction"));
    const inside = x.every((v) => Math.abs(v) <= 5);
    const say = [
      `x = ${point(x)}, with the error ${point(sum(x, moved))}` +
        (inside ? "" : ": outside of the picture"),
      `b is off by ${get("error")} %, x by ${round(100 * share * times_, 2)} %: ` +
        `${round(times_, 3)} times as much`,
      `for this b at most ${round(size / least / Math.hypot(...x), 3)} times, ` +
        `for any at most \u03ba = ${round(kappa, 3)}`,
    ];
    return { say: say.join("\n"), numbers: { ...numbers, x, "\u03ba": kappa } };
  };
});
