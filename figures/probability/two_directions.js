/* The divergences between a density with two humps and one bell curve, by sums on a fine grid. */
import { add, axes, figure, range, round } from "../kit/index.js";

const HUMP = 0.5;
const STEPS = 8000;
const [FIRST, LAST] = [-40, 40];
const GRID = range(STEPS + 1, (i) => FIRST + ((LAST - FIRST) * i) / STEPS);

const bell = (x, m, s) => -(((x - m) / s) ** 2) / 2 - Math.log(s) - Math.log(2 * Math.PI) / 2;
function humps(x, a) {
  const [u, v] = [bell(x, -a, HUMP), bell(x, a, HUMP)];
  const most = Math.max(u, v);
  return most + Math.log((Math.exp(u - most) + Math.exp(v - most)) / 2);
}
const divergence = (f, g) =>
  (GRID.reduce((sum, x) => sum + Math.exp(f(x)) * (f(x) - g(x)), 0) * (LAST - FIRST)) / STEPS;

export default figure(({ get, panel, slider }) => {
  const tenths = (v) => round(v / 20, 2);
  slider("apart", "humps at \u00b1", { show: tenths });
  slider("mean", "middle of q, \u03bc", { show: tenths });
  slider("width", "width of q, \u03c3", { show: tenths });
  const P = panel("density", { fill: true });
  const B = panel("divergence, in nats", { fill: true });

  return () => {
    const [a, m, s] = ["apart", "mean", "width"].map((name) => get(name) / 20);
    const f = (x) => humps(x, a);
    const g = (x) => bell(x, m, s);
    const width = Math.min(P.wide(), 620);
    const svg = P.clear(width, 220);
    const { X, Y } = axes(svg, {
      width,
      height: 220,
      x: { domain: [-6, 6], name: "x" },
      y: { domain: [0, 1], name: "density" },
    });
    const curve = (h, role, symbol, dashed) =>
      add(add(svg, "g", { class: `role-${role}`, "data-symbol": symbol }), "path", {
        class: "fig-line" + (dashed ? " dashed" : ""),
        style: "fill:none",
        d:
          "M" +
          range(301, (i) => -6 + i / 25)
            .map((x) => `${X(x).toFixed(1)} ${Y(Math.min(Math.exp(h(x)), 1)).toFixed(1)}`)
            .join("L"),
      });
    curve(f, "output", "p");
    curve(g, "kernel", "q", true);

    const both = [divergence(f, g), divergence(g, f)];
    const names = ["D(p, q): p is drawn", "D(q, p): q is drawn"];
    const wide = Math.min(B.wide(), 620);
    const below = B.clear(wide, 96);
    both.forEach((d, i) => {
      const y = 20 + 44 * i;
      add(below, "text", { x: 2, y, class: "fig-name" }, names[i]);
      add(add(below, "g", { class: `role-${i ? "kernel" : "output"}` }), "rect", {
        x: 2,
        y: y + 6,
        width: Math.min((d / 10) * (wide - 10), wide - 10),
        height: 14,
        class: "fig-area",
      });
    });
    return (
      `D(p, q) = ${round(both[0], 3)} nats \u00b7 D(q, p) = ${round(both[1], 3)} nats\n` +
      `p: mean 0, standard deviation ${round(Math.hypot(a, HUMP), 3)}; ` +
      `q: mean ${round(m, 2)}, standard deviation ${round(s, 2)}`
    );
  };
});
