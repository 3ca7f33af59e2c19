/* Power iteration in the plane: x is replaced by Ax, at length 1, and how far it is from the line
   that A stretches most. */
import { line as path } from "d3-shape";
import { add, axes, dot, eigen, figure, range, round, times } from "../kit/index.js";

const MOST = 30;
const LEAST = 1e-9; // in degrees: below it a dot lies on the axis

/* The directions x, Ax, AAx, ... as arrows of length 1; shorter where one becomes zero. */
function directions(A, x) {
  const found = [];
  for (let y = x; found.length <= MOST; y = times(A, found.at(-1))) {
    const long = Math.hypot(...y);
    if (!(long > 1e-12)) break;
    found.push(y.map((v) => v / long));
  }
  return found;
}

/* What is to be expected: the line of the eigenvalue of largest size, and the factor by which the
   tangent of the angle shrinks; without such a line, a word why. */
function expected(A) {
  const { complex, pairs } = eigen(A);
  if (complex) return { why: "every line is turned" };
  if (pairs[0].line === "all") return { why: "every line stays where it is" };
  if (pairs.length === 1) return { value: pairs[0].value, v: pairs[0].line, rate: 1, why: "" };
  const [large, small] = pairs.slice().sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
  const rate = Math.abs(small.value / large.value);
  if (rate > 1 - 1e-9) return { why: "two eigenvalues have the same size" };
  return { value: large.value, v: large.line, other: small, rate };
}

export default figure(({ get, slider, panel, plane }) => {
  slider("k", "steps k", { play: true });
  const P = panel("drag x, and the columns of A", { interactive: true, fill: 300 });
  const C = panel("angle between x and the line of largest |\u03bb|", { fill: 300 });
  const Q = plane(P, { x: [-2, 2], most: 420 });
  for (const j of [0, 1]) {
    Q.vector(`a${j}`, `column ${j} of A`, { role: "kernel", symbol: `a_${j}`, step: 0.25 });
  }
  Q.point("x", "first x", { role: "input", symbol: "x", step: 0.25 });

  return () => {
    const [a, x, k] = [[get("a0"), get("a1")], get("x"), get("k")];
    const A = [0, 1].map((i) => [a[0][i], a[1][i]]);
    const all = directions(A, x);
    const seen = all.slice(0, k + 1);
    const goal = expected(A);
    Q.begin();
    Q.ellipse(
      [
        [1, 0],
        [0, 1],
      ],
      { role: "input" },
    );
    if (goal.v) Q.straight([-goal.v[1], goal.v[0]], 0, { role: "reference", symbol: "\u03bb" });
    if (goal.other) {
      const [c, s] = goal.other.line;
      Q.straight([-s, c], 0, { role: "reference", symbol: "\u03bb", dashed: true });
    }
    for (const y of seen.slice(0, -1)) Q.mark(y, { role: "output" });
    if (seen.length) Q.arrow([0, 0], seen.at(-1), { role: "output", symbol: "x" });

    const tangents = goal.v ? all.map((y) => tangent(y, goal.v)) : [];
    errors(C, tangents, goal, k);
    return told({ A, a, x, k, seen, tangents, goal });
  };
});

function tangent(y, v) {
  const across = Math.abs(y[0] * v[1] - y[1] * v[0]);
  return across / Math.max(1e-300, Math.abs(y[0] * v[0] + y[1] * v[1]));
}

const degrees = (t) => (Math.atan(t) * 180) / Math.PI;

function errors(C, tangents, goal, k) {
  const width = Math.min(C.wide(), 440);
  const height = Math.min(width, 320);
  const svg = C.clear(width, height);
  const { X, Y } = axes(svg, {
    width,
    height,
    x: { domain: [0, MOST], ticks: 6, name: "step k" },
    y: { domain: [LEAST, 100], scale: "log", name: "angle", unit: "degrees", ticks: 6 },
  });
  const at = (t) => Y(Math.max(LEAST, degrees(t)));
  if (tangents.length && goal.rate < 1) {
    const into = add(svg, "g", { class: "role-reference", "data-symbol": "\u03bb" });
    const line = path(
      (i) => X(i),
      (i) => at(tangents[0] * goal.rate ** i),
    );
    const shown = range(MOST + 1).filter((i) => degrees(tangents[0] * goal.rate ** i) >= LEAST);
    add(into, "path", { class: "fig-line dashed", d: line(shown) });
  }
  const into = add(svg, "g", { class: "role-output", "data-symbol": "x" });
  tangents.slice(0, k + 1).forEach((t, i) =>
    dot(into, X(i), at(t), {
      r: i === k ? 5 : 3.5,
      class: "fig-dot" + (i === k ? " at" : ""),
      "data-tell": `after ${i} steps: ${degrees(t).toPrecision(3)} degrees`,
    }),
  );
}

function told({ A, a, x, k, seen, tangents, goal }) {
  const rows = A.map((row) => row.map((v) => round(v, 3)).join(", ")).join("; ");
  const say = [`A = (${rows})`];
  const y = seen.at(-1);
  if (!y) say.push("the first x is 0, which has no direction");
  else {
    const z = times(A, y);
    const estimate = y[0] * z[0] + y[1] * z[1];
    say.push(
      `after ${seen.length - 1} steps x = (${y.map((v) => round(v, 4)).join(", ")}), ` +
        `x \u00b7 Ax = ${round(estimate, 6)}`,
    );
    if (seen.length <= k) say.push("then Ax is 0: x is an eigenvector of the eigenvalue 0");
  }
  if (goal.v === undefined) say.push(`${goal.why}: there is no line to come to`);
  else {
    const angle = y
      ? `, angle ${Number(degrees(tangents[seen.length - 1]).toPrecision(3))}\u00b0`
      : "";
    say.push(
      `\u03bb_0 = ${round(goal.value, 4)}${angle}; ` +
        (goal.other
          ? `|\u03bb_1/\u03bb_0| = ${round(goal.rate, 4)}`
          : "no other line stays, and no rate is promised"),
    );
  }
  const lam = goal.v ? [goal.value, ...(goal.other ? [goal.other.value] : [])] : [];
  const numbers = { A, a, k, "\u03bb": lam.map((v) => Number(v.toFixed(4))) };
  if (y) numbers.x = y.map((v) => Number(v.toFixed(3)));
  else numbers.x = x;
  return { say: say.join("\n"), numbers };
}
