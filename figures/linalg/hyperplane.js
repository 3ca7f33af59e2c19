/* A point, a line with its normal vector, the foot of the one on the other, and the distance. */
import { figure, round } from "../kit/index.js";

const point = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;

export default figure(({ get, panel, plane, slider }) => {
  slider("b", "b", { step: 0.5, show: (v) => round(v, 1) });
  const P = panel("drag x and w", { interactive: true, fill: 290 });
  const Q = plane(P, { x: [-5, 5], y: [-4, 4], most: 520 });
  Q.vector("w", "normal vector w", { role: "kernel", symbol: "w" });
  Q.point("x", "point x", { role: "input", symbol: "x" });

  return () => {
    const [x, w, b] = [get("x"), get("w"), get("b")];
    const [long, product] = [Math.hypot(...w), w[0] * x[0] + w[1] * x[1]];
    Q.begin();
    if (long === 0) return { say: "w = 0 has no direction, and no line", numbers: { x, w, b } };
    const away = (product - b) / long;
    const foot = x.map((v, i) => v - (away * w[i]) / long);
    const origin = w.map((v) => (v * b) / long ** 2);
    Q.straight(w, b, { role: "reference" });
    // The side of the positive distances is shaded.
    const along = [-w[1] / long, w[0] / long];
    const corner = (s, t) => origin.map((v, i) => v + s * along[i] + (t * w[i]) / long);
    Q.polygon([corner(-30, 0), corner(30, 0), corner(30, 30), corner(-30, 30)], {
      role: "reference",
    });
    Q.segment(x, foot, { role: "error" });
    Q.mark(foot, { role: "error", tell: `foot ${point(foot)}` });
    const say =
      `w \u00b7 x = ${round(product, 3)}, b = ${round(b, 3)}, length of w ${round(long, 3)}\n` +
      `signed distance of x: ${round(away, 3)} \u00b7 foot ${point(foot)}`;
    return { say, numbers: { x, w, b } };
  };
});
