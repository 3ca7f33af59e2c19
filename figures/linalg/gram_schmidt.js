/* Two columns become orthonormal, in four steps. */
import { figure, round } from "../kit/index.js";

const STEPS = [
  "two columns",
  "divide the first by its length",
  "project the second on it",
  "take the projection away",
  "divide the rest by its length",
];
const point = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;

export default figure(({ get, panel, plane, slider }) => {
  slider("step", "step", { play: true });
  const P = panel("drag the two columns", { interactive: true, fill: 290 });
  const Q = plane(P, { x: [-5, 5], y: [-4, 4], most: 520 });
  for (const j of [0, 1]) {
    Q.vector(`a${j}`, `column ${j}`, { role: "input", symbol: `a_${j}` });
  }

  return () => {
    const [a, step] = [[get("a0"), get("a1")], get("step")];
    const long = Math.hypot(...a[0]);
    Q.begin();
    const say = [`${step}: ${STEPS[step]}`];
    if (long === 0) return { say: "column 0 is zero: it has no direction", numbers: { a } };
    const first = a[0].map((v) => v / long);
    const on = first[0] * a[1][0] + first[1] * a[1][1];
    const foot = first.map((v) => on * v);
    const rest = a[1].map((v, i) => v - foot[i]);
    const far = Math.hypot(...rest);
    const near = far < 1e-9;
    const turned = first[0] * rest[1] < first[1] * rest[0] ? -1 : 1; // from first to second
    const second = near ? [0, 0] : rest.map((v) => v / far);
    if (step >= 1) {
      Q.ellipse(
        [
          [1, 0],
          [0, 1],
        ],
        { role: "reference" },
      );
      Q.arrow([0, 0], first, { role: "output", symbol: "q" });
      beside(first, "q_0", turned);
      say.push(`R\u2080\u2080 = ${round(long, 3)}, q\u2080 = ${point(first)}`);
    }
    if (step >= 2) {
      Q.straight([-first[1], first[0]], 0, { role: "reference", dashed: true });
      Q.segment(a[1], foot, { role: "reference", dashed: true });
      Q.segment([0, 0], foot, { role: "reference" });
      Q.mark(foot, { role: "reference", tell: `projection ${point(foot)}` });
      say.push(`R\u2080\u2081 = ${round(on, 3)}, projection ${point(foot)}`);
    }
    if (step >= 3) {
      if (!near) Q.arrow([0, 0], rest, { role: "error" });
      say.push(near ? "nothing is left: the columns are dependent" : `rest ${point(rest)}`);
    }
    if (step >= 4 && !near) {
      Q.arrow([0, 0], second, { role: "output", symbol: "q" });
      beside(second, "q_1", -turned);
      say.push(`R\u2081\u2081 = ${round(far, 3)}, q\u2081 = ${point(second)}`);
    }
    return { say: say.join("\n"), numbers: { a, q: near ? [first] : [first, second] } };
  };

  /* Writes `text` at the end of `p`, on its right for a positive `side`. */
  function beside(p, text, side) {
    const aside = 0.3 * side;
    Q.text([p[0] * 1.15 + aside * p[1], p[1] * 1.15 - aside * p[0]], text, {
      class: "fig-end role-output",
    });
  }
});
