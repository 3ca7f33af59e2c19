/* The k nearest of many points, by one of three distances, and what most of them are. */
import { figure, range, round } from "../kit/index.js";

const ROLES = ["input", "kernel", "output"];
const WAYS = {
  Manhattan: (u, v) => Math.abs(u) + Math.abs(v),
  Euclidean: (u, v) => Math.hypot(u, v),
  "largest difference": (u, v) => Math.max(Math.abs(u), Math.abs(v)),
};

export default figure(({ get, slider, choice, panel, plane }) => {
  choice("distance", "distance", Object.keys(WAYS));
  slider("k", "neighbours k", { max: () => Math.min(25, get("points").length) });
  const P = panel("drag x", { interactive: true, fill: true });
  const [u, v] = [0, 1].map((axis) => get("points").map((p) => p[axis]));
  const wide = [Math.floor(Math.min(...u)) - 1, Math.ceil(Math.max(...u)) + 1];
  const high = [Math.floor(Math.min(...v)) - 1, Math.ceil(Math.max(...v)) + 1];
  const Q = plane(P, { x: wide, y: high, most: 700 });
  Q.point("x", "the point x", { step: 0.1, role: "error", symbol: "x" });

  return () => {
    const [points, kinds, names, x, axes] = ["points", "kinds", "names", "x", "axes"].map(get);
    const far = points.map(([a, b]) => WAYS[get("distance")](a - x[0], b - x[1]));
    const order = range(points.length).sort((i, j) => far[i] - far[j] || i - j);
    const near = order.slice(0, get("k"));
    const reach = far[near[near.length - 1]];
    Q.begin();
    if (reach > 0) ball(Q, get("distance"), x, reach);
    const chosen = new Set(near);
    const small = (wide[1] - wide[0]) / 220;
    points.forEach((p, i) => {
      const size = chosen.has(i) ? 2 * small : small;
      shape(Q, kinds[i], p, size, { role: ROLES[kinds[i]] });
    });
    const legend = names.map((name, i) => `${"\u25cf\u25b2\u25a0"[i]} ${name}`).join("  ");
    P.say(`drag x \u00b7 across: ${axes[0]}, up: ${axes[1]} \u00b7 ${legend}`);
    const votes = names.map((name, i) => [near.filter((j) => kinds[j] === i).length, name]);
    const said = votes.filter(([n]) => n > 0).map(([n, name]) => `${n} ${name}`);
    const most = Math.max(...votes.map(([n]) => n));
    const first = votes.filter(([n]) => n === most).map(([, name]) => name);
    const many = near.length > 1 ? `The ${near.length} nearest` : "The nearest";
    return (
      `${many}: ${said.join(", ")} \u2192 ${first.length > 1 ? "a tie" : first[0]}\n` +
      `x = (${round(x[0], 1)}, ${round(x[1], 1)}), the last is ${round(reach, 2)} away`
    );
  };
});

/* All points as far as `r` from `[a, b]`: a diamond, a circle or a square. */
function ball(Q, distance, [a, b], r) {
  const corners = {
    Manhattan: [
      [a + r, b],
      [a, b + r],
      [a - r, b],
      [a, b - r],
    ],
    Euclidean: range(72, (i) => {
      const angle = (i * Math.PI) / 36;
      return [a + r * Math.cos(angle), b + r * Math.sin(angle)];
    }),
    "largest difference": [
      [a + r, b + r],
      [a - r, b + r],
      [a - r, b - r],
      [a + r, b - r],
    ],
  };
  Q.polygon(corners[distance], { role: "reference" });
}

/* A kind is told by its shape too: a circle, a triangle, a square. */
function shape(Q, kind, [a, b], r, what) {
  const turns = [
    range(12, (i) => (i * Math.PI) / 6),
    range(3, (i) => Math.PI / 2 + (i * 2 * Math.PI) / 3),
    range(4, (i) => Math.PI / 4 + (i * Math.PI) / 2),
  ][kind];
  const corners = turns.map((t) => [a + r * Math.cos(t), b + r * Math.sin(t)]);
  return Q.polygon(corners, what);
}
