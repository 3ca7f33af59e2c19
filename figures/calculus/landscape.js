/* Level lines, a place with its gradient, and the slope in a direction of the reader's. */
import { figure, range, round } from "../kit/index.js";

const SHAPES = {
  bowl: { f: (a, b) => (a * a + b * b) / 2, g: (a, b) => [a, b] },
  valley: { f: (a, b) => (a * a + 4 * b * b) / 2, g: (a, b) => [a, 4 * b] },
  saddle: { f: (a, b) => a * b, g: (a, b) => [b, a] },
  hills: {
    f: (a, b) => 2 * Math.sin(a) * Math.cos(b),
    g: (a, b) => [2 * Math.cos(a) * Math.cos(b), -2 * Math.sin(a) * Math.sin(b)],
  },
};
const pair = (p) => `(${p.map((v) => round(v, 2)).join(", ")})`;

export default figure(({ get, choice, panel, plane, slider }) => {
  choice("f", "landscape", Object.keys(SHAPES));
  slider("angle", "direction v, in degrees", { step: 5, play: true });
  const P = panel("drag the place x", { interactive: true, fill: 290 });
  const Q = plane(P, { x: [-3, 3], y: [-2.5, 2.5], most: 520 });
  Q.point("x", "place x", { step: 0.25, role: "input", symbol: "x" });

  return () => {
    const { f, g } = SHAPES[get("f")];
    const x = get("x");
    const turn = (get("angle") * Math.PI) / 180;
    const v = [Math.cos(turn), Math.sin(turn)];
    const up = g(...x);
    const steepest = Math.hypot(...up);
    Q.begin();
    Q.levels(f, get("f") === "hills" ? range(9, (i) => (i - 4) / 2.2) : range(25, (i) => i - 8), {
      role: "reference",
    });
    Q.arrow(x, [x[0] + v[0], x[1] + v[1]], { role: "kernel", symbol: "v" });
    if (steepest > 1e-9)
      Q.arrow(x, [x[0] + up[0] / 2, x[1] + up[1] / 2], { role: "output", symbol: "g" });
    const slope = up[0] * v[0] + up[1] * v[1];
    return {
      say:
        `f = ${round(f(...x), 3)} \u00b7 gradient ${pair(up)}\n` +
        `slope in direction v: ${round(slope, 3)} \u00b7 ` +
        (steepest > 1e-9 ? `steepest there is: ${round(steepest, 3)}` : "flat in every direction"),
      numbers: { x, g: up, v },
    };
  };
});
