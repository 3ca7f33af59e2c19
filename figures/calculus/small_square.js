/* A small square and its image, beside the parallelogram of the Jacobian. */
import { figure, range, round } from "../kit/index.js";

const MAPS = {
  bend: {
    f: ([a, b]) => [a + (b * b) / 2, b + Math.sin(a) / 2],
    J: ([a, b]) => [
      [1, b],
      [Math.cos(a) / 2, 1],
    ],
  },
  square: {
    f: ([a, b]) => [(a * a - b * b) / 2, a * b],
    J: ([a, b]) => [
      [a, -b],
      [b, a],
    ],
  },
  polar: {
    f: ([a, b]) => [(a + 2) * Math.cos(b), (a + 2) * Math.sin(b)],
    J: ([a, b]) => [
      [Math.cos(b), -(a + 2) * Math.sin(b)],
      [Math.sin(b), (a + 2) * Math.cos(b)],
    ],
  },
};
const STEPS = 24;

export default figure(({ get, choice, panel, plane, slider }) => {
  choice("f", "map", Object.keys(MAPS));
  slider("side", "side of the square", { play: true, show: (v) => round(v / 100, 2) });
  const before = panel("drag the corner x", { interactive: true, fill: 250 });
  const after = panel("its image f, and the parallelogram of J", { fill: 250 });
  const Q = plane(before, { x: [-2.3, 3.8], y: [-2.3, 3.8], most: 320 });
  const R = plane(after, { x: [-4.2, 5.8], y: [-4.2, 5.8], most: 320 });
  Q.point("x", "corner x", { step: 0.25, role: "input", symbol: "x" });

  return () => {
    const { f, J } = MAPS[get("f")];
    const [x, s] = [get("x"), get("side") / 100];
    const along = range(STEPS, (i) => (i * s) / STEPS);
    const edge = [
      ...along.map((t) => [x[0] + t, x[1]]),
      ...along.map((t) => [x[0] + s, x[1] + t]),
      ...along.map((t) => [x[0] + s - t, x[1] + s]),
      ...along.map((t) => [x[0], x[1] + s - t]),
    ];
    const image = edge.map(f);
    const [[a, b], [c, d]] = J(x);
    const at = f(x);
    const corner = (u, v) => [at[0] + a * u + b * v, at[1] + c * u + d * v];
    Q.begin();
    Q.polygon(edge, { role: "input", symbol: "x" });
    R.begin();
    R.polygon(image, { role: "output", symbol: "f" });
    const four = [corner(0, 0), corner(s, 0), corner(s, s), corner(0, s)];
    four.forEach((p, i) =>
      R.segment(p, four[(i + 1) % 4], { role: "reference", symbol: "J", dashed: true }),
    );
    R.mark(at, { role: "input", tell: `f(x) = (${at.map((v) => round(v, 2)).join(", ")})` });

    const area =
      image.reduce((sum, p, i) => {
        const q = image[(i + 1) % image.length];
        return sum + p[0] * q[1] - q[0] * p[1];
      }, 0) /
      2 /
      (s * s);
    const rows = [
      [a, b],
      [c, d],
    ].map((row) => row.map((v) => round(v, 2)).join(", "));
    return {
      say:
        `J = (${rows.join("; ")}) \u00b7 its determinant ${round(a * d - b * c, 3)}\n` +
        `area of the image, by that of the square: ${round(area, 3)}`,
      numbers: { x, f: at },
    };
  };
});
