/* Three vectors, and two measures of how far apart their directions are: straight, and by b. */
import { add, figure, label, line, round } from "../kit/index.js";

export default figure(({ get, panel, plane }) => {
  const P = panel("drag a, b and c", { interactive: true, fill: 280 });
  const D = panel("from a to c: straight, and by way of b", { fill: 280 });
  const Q = plane(P, { x: [-3, 3], most: 380 });
  const names = { a: "input", b: "kernel", c: "output" };
  for (const [name, role] of Object.entries(names))
    Q.vector(name, `vector ${name}`, { role, symbol: name });

  return () => {
    const tips = { a: get("a"), b: get("b"), c: get("c") };
    Q.begin();
    Q.ellipse(
      [
        [1, 0],
        [0, 1],
      ],
      { role: "reference" },
    );
    const zero = Object.keys(tips).filter((name) => Math.hypot(...tips[name]) === 0);
    if (zero.length) {
      D.clear(280, 20);
      return `${zero.join(" and ")} has length 0, and no direction`;
    }
    const unit = ([u, v]) => [u / Math.hypot(u, v), v / Math.hypot(u, v)];
    for (const name of Object.keys(tips))
      Q.mark(unit(tips[name]), { role: names[name], symbol: name });
    const angle = (p, q) => {
      const [[s, t], [u, v]] = [unit(p), unit(q)];
      return Math.abs(Math.atan2(s * v - t * u, s * u + t * v));
    };
    const { a, b, c } = tips;
    const measures = [
      ["1 \u2212 cosine", (p, q) => 1 - Math.cos(angle(p, q)), 2],
      ["angle / \u03c0", (p, q) => angle(p, q) / Math.PI, 1],
    ].map(([name, d, most]) => ({ name, most, straight: d(a, c), parts: [d(a, b), d(b, c)] }));
    draw(D, measures);
    return measures
      .map(({ name, straight, parts }) => {
        const way = parts[0] + parts[1];
        const sum = `${parts.map((v) => round(v, 3)).join(" + ")} = ${round(way, 3)}`;
        const shorter = way < straight - 1e-9 ? "shorter!" : "not shorter";
        return `${name}: a to c ${round(straight, 3)}; by b ${sum}, ${shorter}`;
      })
      .join("\n");
  };
});

function draw(D, measures) {
  const width = Math.min(D.wide(), 420);
  const svg = D.clear(width, measures.length * 104);
  measures.forEach(({ name, most, straight, parts }, k) => {
    const y = k * 104;
    label(svg, 0, y + 12, name, { class: "fig-number", "text-anchor": "start" });
    const longest = Math.max(most, straight, parts[0] + parts[1]);
    const X = (v) => 60 + ((width - 110) * v) / longest;
    const bar = (from, to, top, role, tell) =>
      add(add(svg, "g", { class: `role-${role}` }), "rect", {
        class: "fig-bar",
        x: X(from),
        y: y + top,
        width: Math.max(X(to) - X(from), 1),
        height: 20,
        "data-tell": tell,
      });
    label(svg, 52, y + 36, "straight", { class: "fig-number", "text-anchor": "end" });
    bar(0, straight, 26, "output", `${name} of a and c: ${round(straight, 3)}`);
    label(svg, 52, y + 66, "by b", { class: "fig-number", "text-anchor": "end" });
    bar(0, parts[0], 56, "input", `${name} of a and b: ${round(parts[0], 3)}`);
    bar(parts[0], parts[0] + parts[1], 56, "kernel", `${name} of b and c: ${round(parts[1], 3)}`);
    const ends = [
      [straight, 36],
      [parts[0] + parts[1], 66],
    ];
    for (const [v, at] of ends)
      label(svg, X(v) + 6, y + at, round(v, 3), { class: "fig-number", "text-anchor": "start" });
    line(svg, X(straight), y + 22, X(straight), y + 82, { class: "fig-zero" });
  });
}
