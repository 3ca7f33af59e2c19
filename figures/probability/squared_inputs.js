/* Level lines of x^T W x and of the best weighted sum of squares of one or two directions. */
import { figure, round } from "../kit/index.js";

const TARGETS = {
  "x\u2080x\u2081": [0, 0.5, 0],
  "x\u2080\u00b2 \u2212 x\u2081\u00b2": [1, 0, -1],
  "(x\u2080 + 2x\u2081)\u00b2 / 4": [0.25, 0.5, 1],
}; // the entries 00, 01 and 11 of W

const value = ([a, b, c], [u, v]) => a * u * u + 2 * b * u * v + c * v * v;
/* The mean of (x^T W x)^2 over standard Gaussian x. */
const meanSquare = ([a, b, c]) => 2 * (a * a + 2 * b * b + c * c) + (a + c) ** 2;

export default figure(({ get, panel, plane, slider, choice }) => {
  choice("target", "function", Object.keys(TARGETS));
  slider("units", "hidden units");
  const P = panel("drag q: blue the function, green what the squares make", {
    interactive: true,
    fill: true,
  });
  const Q = plane(P, { x: [-2, 2], most: 420 });
  Q.vector("q", "direction q", { role: "kernel", symbol: "q", letter: "q_0", step: 0.25 });

  return () => {
    const W = TARGETS[get("target")];
    const two = get("units") === 2;
    const q = get("q");
    const length = Math.hypot(...q);
    Q.begin();
    const heights = [-2, -1, -0.5, 0.5, 1, 2];
    Q.levels((u, v) => value(W, [u, v]), heights, { role: "input" });
    Q.text([1.84, 0.16], "x_0", { class: "fig-end role-input", "data-symbol": "x" });
    Q.text([0.17, 1.84], "x_1", { class: "fig-end role-input", "data-symbol": "x" });
    if (length === 0) return "a direction is not 0: drag q away from the middle";
    const [c, s] = q.map((v) => v / length);
    const [own, other] = [value(W, [c, s]), value(W, [-s, c])];
    const [first, second] = two ? [own, other] : [own + other / 3, 0];
    const made = [
      first * c * c + second * s * s,
      (first - second) * c * s,
      first * s * s + second * c * c,
    ];
    Q.levels((u, v) => value(made, [u, v]), heights, { role: "output" });
    if (two) Q.arrow([0, 0], [-q[1], q[0]], { role: "kernel", symbol: "q" });
    const missed = meanSquare(W.map((v, k) => v - made[k])) / meanSquare(W);
    const weights = [first, second].slice(0, two ? 2 : 1).map((v) => round(v, 3));
    return {
      say:
        `q\u2080 = (${round(c, 3)}, ${round(s, 3)}) \u00b7 output weights ${weights.join(", ")}\n` +
        `missed: ${round(100 * missed, 1)} % of the mean square`,
      numbers: { q_0: [c, s] },
    };
  };
});
