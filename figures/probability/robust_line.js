/* Least squares and least absolute misses: two lines through seven points. */
import { figure, range, round } from "../kit/index.js";

const [LEFT, RIGHT] = [-4, 4];
const misses = ([w, b], points) => points.map(([u, v]) => v - w * u - b);
const sum = (values) => values.reduce((s, v) => s + v, 0);
const absolute = (L, points) => sum(misses(L, points).map(Math.abs));
const squares = (L, points) => sum(misses(L, points).map((r) => r * r));

/* Slope and height of the line of least squares; nothing if all points stand at one place. */
function smooth(points) {
  const [a, c] = [0, 1].map((k) => sum(points.map((p) => p[k])) / points.length);
  const wide = sum(points.map(([u]) => (u - a) ** 2));
  if (wide < 1e-12) return undefined;
  const w = sum(points.map(([u, v]) => (u - a) * (v - c))) / wide;
  return [w, c - w * a];
}

/* Some best line leads through two of the points: try them all. */
function robust(points) {
  let best;
  for (const i of range(points.length))
    for (const j of range(i)) {
      const [[a, c], [d, e]] = [points[i], points[j]];
      if (a === d) continue;
      const w = (e - c) / (d - a);
      const L = [w, c - w * a];
      const total = absolute(L, points);
      if (!best || total < best.total - 1e-9) best = { L, total };
    }
  return best.L;
}

const told = (L, points) =>
  `slope ${round(L[0], 3)}, height ${round(L[1], 3)}; the squares add up to ` +
  `${round(squares(L, points), 3)}, the absolute misses to ${round(absolute(L, points), 3)}`;

export default figure(({ get, panel, plane, predict }) => {
  const asked = predict("Through how many points goes the line of least absolute misses?", {
    min: 0,
    max: 7,
  });
  const P = panel("drag the points", { interactive: true, fill: true });
  const Q = plane(P, { x: [LEFT, RIGHT], y: [-3, 5], most: 480 });
  for (const i of range(7))
    Q.point(`p${i}`, `point ${i}`, { role: "input", symbol: "y", letter: "", step: 0.25 });

  return () => {
    const points = [get("p0"), get("p1"), get("p2"), get("p3"), get("p4"), get("p5"), get("p6")];
    Q.begin();
    const soft = smooth(points);
    if (!soft) return "all points stand at one place: no line is best";
    const across = ([w, b], more) => Q.segment([LEFT, w * LEFT + b], [RIGHT, w * RIGHT + b], more);
    across(soft, { role: "reference", dashed: true });
    const say = [`least squares (dashed): ${told(soft, points)}`];
    if (asked.hidden) say.push("the other line is hidden until you have guessed");
    else {
      const hard = robust(points);
      const r = misses(hard, points);
      const touched = r.filter((v) => Math.abs(v) < 1e-9).length;
      points.forEach(([u, v], i) => Q.segment([u, v], [u, v - r[i]], { role: "error" }));
      across(hard, { role: "output" });
      say.push(
        `least absolute misses: ${told(hard, points)}`,
        `it goes through ${touched} points`,
        asked.compare(touched),
      );
    }
    return { say: say.filter(Boolean).join("\n"), numbers: { y: points.map((p) => p[1]) } };
  };
});
