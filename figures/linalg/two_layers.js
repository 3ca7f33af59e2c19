/* A network of four hidden units and one output: what it encloses, with ReLU and without. */
import { figure, round } from "../kit/index.js";

const NAMES = ["h0", "h1", "h2", "h3"];

export default figure(({ get, slider, toggle, panel, plane }) => {
  toggle("relu", "cut off what is negative (ReLU)");
  slider("threshold", "threshold", { show: (v) => round(v / 10, 1) });
  const P = panel("drag the four units", { interactive: true, fill: true });
  const Q = plane(P, { x: [-3, 3], most: 460 });
  for (const [i, name] of NAMES.entries())
    Q.point(name, `unit ${i}, the foot of its line`, { step: 0.1, role: "kernel" });

  return () => {
    const [inner, outer, relu] = ["inner", "outer", "relu"].map(get);
    const units = NAMES.map(get)
      .filter((h) => Math.hypot(...h) > 0)
      .map(([u, v]) => ({ w: [u / Math.hypot(u, v), v / Math.hypot(u, v)], b: -Math.hypot(u, v) }));
    const threshold = get("threshold") / 10;
    const f = (x, y) =>
      units.reduce((sum, { w, b }) => {
        const z = w[0] * x + w[1] * y + b;
        return sum + (relu ? Math.max(0, z) : z);
      }, -threshold);

    Q.begin();
    for (const { w, b } of units) Q.straight(w, -b, { role: "kernel", dashed: true });
    const slope = [0, 1].map((k) => units.reduce((sum, { w }) => sum + w[k], 0));
    if (relu) Q.levels(f, [0], { role: "output" });
    else Q.straight(slope, -f(0, 0), { role: "output" });
    let right = 0;
    const count = (mark, ok) => {
      right += ok;
      mark.setAttribute("class", ok ? "fig-dot" : "fig-dot hollow");
    };
    for (const p of inner) count(Q.mark(p, { role: "input" }), f(...p) < 0);
    const small = 0.07;
    for (const [x, y] of outer) {
      const corners = [
        [x - small, y - small],
        [x + small, y - small],
        [x + small, y + small],
        [x - small, y + small],
      ];
      count(Q.polygon(corners, { role: "error" }), f(x, y) >= 0);
    }
    const level = relu ? units.length === 0 : Math.hypot(...slope) <= 1e-9;
    const border = level
      ? "the sum is the same number everywhere: there is no border"
      : !relu
        ? "the border is one straight line"
        : threshold > 0
          ? "the border may bend at each dashed line"
          : "no sum is below 0: there is no border";
    return `${right} of ${inner.length + outer.length} points sorted correctly; ${border}`;
  };
});
