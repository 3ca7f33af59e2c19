/* Gradient descent on (c a - 1)^2, the error of two linear layers of width 1. */
import { figure, range, round } from "../kit/index.js";

const RATE = 0.05;

function descent([a, c], steps) {
  const way = [[a, c]];
  for (let k = 0; k < steps; k++) {
    const off = c * a - 1;
    [a, c] = [a - RATE * 2 * off * c, c - RATE * 2 * off * a];
    way.push([a, c]);
  }
  return way;
}

export default figure(({ get, panel, plane, slider }) => {
  slider("steps", "steps", { play: true });
  const P = panel("drag the start; grey: ca = 1", { interactive: true, fill: true });
  const Q = plane(P, { x: [-2, 2], most: 420 });
  Q.point("start", "start", { role: "kernel", symbol: "a", letter: "", step: 0.25 });

  return () => {
    const way = descent(get("start"), get("steps"));
    const [a, c] = way.at(-1);
    Q.begin();
    Q.levels((u, v) => (u * v - 1) ** 2, [0.04, 0.25, 1, 2.25, 4, 9], { role: "output" });
    Q.levels((u, v) => u * v, [1], { role: "reference" });
    for (const k of range(way.length - 1)) Q.segment(way[k], way[k + 1], { role: "error" });
    for (const p of way) Q.mark(p, { role: "error" });
    Q.text([1.85, 0.16], "a", { class: "fig-end role-kernel", "data-symbol": "a" });
    Q.text([0.14, 1.85], "c", { class: "fig-end role-kernel", "data-symbol": "c" });
    const off = c * a - 1;
    return {
      say:
        `after ${get("steps")} steps a = ${round(a, 3)}, c = ${round(c, 3)} \u00b7 ` +
        `ca = ${round(c * a, 3)}, error ${round(off * off, 3)}\n` +
        `slopes ${round(2 * off * c, 3)} for a, ${round(2 * off * a, 3)} for c`,
      numbers: { a, c },
    };
  };
});
