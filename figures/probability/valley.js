/* |y - w_0 a_0 - w_1 a_1|^2 + price |w|^2 for two columns of length 1, and gradient descent. */
import { figure, range, round } from "../kit/index.js";

const RATE = 0.2;
const LEVELS = [0.05, 0.2, 0.5, 1, 2, 4, 8, 16];
const pair = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;

export default figure(({ get, panel, plane, slider }) => {
  slider("degrees", "angle of the columns", { step: 5, show: (v) => `${v}\u00b0` });
  slider("price", "price \u03bb", { show: (v) => round(v / 20, 2) });
  slider("steps", "steps", { play: true });
  const P = panel("the plane of w\u2080 and w\u2081: drag the start", {
    interactive: true,
    fill: true,
  });
  const Q = plane(P, { x: [-2, 4], y: [-2, 4], most: 460 });
  Q.point("start", "start of the descent", { role: "kernel", symbol: "w", step: 0.25 });

  return () => {
    const c = Math.cos((get("degrees") * Math.PI) / 180);
    const price = get("price") / 20;
    // y = 2 a_0 + 0 a_1 + something that no column can say: only products with the columns matter.
    const [g0, g1] = [2, 2 * c];
    const loss = (u, v) =>
      u * u + 2 * c * u * v + v * v - 2 * (g0 * u + g1 * v) + 4 + price * (u * u + v * v);
    const slope = ([u, v]) => [2 * (u + c * v - g0 + price * u), 2 * (c * u + v - g1 + price * v)];
    const det = (1 + price) ** 2 - c * c;
    const least =
      det > 1e-12 ? [((1 + price) * g0 - c * g1) / det, ((1 + price) * g1 - c * g0) / det] : [1, 1];
    const path = [get("start")];
    range(get("steps")).forEach(() => {
      const w = path.at(-1);
      path.push(w.map((v, k) => v - (RATE / 2) * slope(w)[k]));
    });
    const w = path.at(-1);

    Q.begin();
    const floor = loss(...least);
    Q.levels((u, v) => loss(u, v) - floor, LEVELS, { role: "output" });
    if (det <= 1e-12) Q.straight([1, 1], 2, { role: "reference", dashed: true });
    else Q.mark(least, { role: "reference" });
    range(path.length - 1).forEach((i) => Q.segment(path[i], path[i + 1], { role: "input" }));
    Q.mark(w, { role: "input" });
    const cost = price > 0 ? "loss and penalty" : "loss";
    const along = (p) => (p[0] - p[1]) / 2;
    return {
      say:
        `w = ${pair(w)} after ${path.length - 1} steps: ${cost} ${round(loss(...w), 4)}, ` +
        `(w\u2080 \u2212 w\u2081)/2 = ${round(along(w), 3)}\n` +
        (det > 1e-12
          ? `least ${cost} ${round(floor, 4)} at w = ${pair(least)} alone`
          : `least loss ${round(floor, 4)} wherever w\u2080 + w\u2081 = 2`),
      numbers: { w },
    };
  };
});
