/* Two maps of the plane, one after the other, in both orders. */
import { add, figure, label, line, product, round, times } from "../kit/index.js";

const F = "0.2,0.1 0.2,1.3 1,1.3 1,1.05 0.45,1.05 0.45,0.8 0.85,0.8 0.85,0.55 0.45,0.55 0.45,0.1"
  .split(" ")
  .map((p) => p.split(",").map(Number));
const show = (i) => (i ? "the second one" : "the first one");

const written = (A) => `(${A.map((row) => row.map((v) => round(v, 3)).join(", ")).join("; ")})`;

export default figure(({ get, panel, plane, predict }) => {
  const ask = get("ask");
  const planes = Object.entries({ A: "kernel", B: "input" }).map(([name, role]) => {
    const P = panel(`${name}: drag its columns`, { interactive: true, fill: 140 });
    const Q = plane(P, { x: [-2.5, 2.5], most: 230 });
    for (const j of [0, 1]) {
      const column = name.toLowerCase() + j;
      Q.vector(column, `column ${j} of ${name}`, {
        role,
        symbol: name,
        letter: `${name.toLowerCase()}_${j}`,
        step: 0.25,
      });
    }
    return { name, role, Q };
  });
  const R = panel(ask ? "one order, and the other" : "both orders", { fill: true });
  const asked = ask && predict("Which one is AB? Point at it.", { on: R, min: 0, max: 1, show });

  return () => {
    const columns = (name) => [0, 1].map((i) => [0, 1].map((j) => get(name + j)[i]));
    const [A, B] = [columns("a"), columns("b")];
    const [AB, BA] = [product(A, B), product(B, A)];
    for (const { name, role, Q } of planes) {
      Q.begin();
      Q.polygon(
        F.map((p) => times(name === "A" ? A : B, p)),
        { role, symbol: name },
      );
    }
    const hidden = asked && asked.hidden;
    const right = get("swapped") ? 1 : 0;
    const shown = [
      { M: AB, name: "AB: first B, then A" },
      { M: BA, name: "BA: first A, then B" },
    ];
    if (right) shown.reverse();
    const reach = Math.max(
      ...shown.flatMap(({ M }) => F.flatMap((p) => times(M, p).map(Math.abs))),
    );
    const far = [3, 6, 12, 24, 48].find((v) => v >= reach);
    const wide = Math.min(R.wide(), 500);
    const gap = 16;
    const side = (wide - gap) / 2;
    const svg = R.clear(wide, side + 24);
    shown.forEach(({ M, name }, at) => {
      const picked = asked && asked.guess === at;
      const title = hidden ? show(at) : name;
      result(svg, M, { x: at * (side + gap), side, far, title, picked });
    });
    const apart = Math.max(...[0, 1].flatMap((i) => AB[i].map((v, j) => Math.abs(v - BA[i][j]))));
    const given = `A = ${written(A)}, B = ${written(B)}`;
    if (hidden) return { say: given, numbers: { A, B } };
    const say = [
      given,
      `AB = ${written(AB)}, BA = ${written(BA)}: ` +
        (apart < 1e-9 ? "A and B commute" : `entries differ by up to ${round(apart, 3)}`),
      asked ? asked.compare(right) : "",
    ];
    return { say: say.filter(Boolean).join("\n"), numbers: { A, B, C: AB, AB, BA } };
  };
});

/* The letter F after the map `M`, in a square with its axes; the square is what one points at. */
function result(svg, M, { x, side, far, title, picked }) {
  const unit = side / (2 * far);
  const place = ([u, v]) => [x + (far + u) * unit, 24 + (far - v) * unit];
  const every = far / 3;
  label(svg, x + side / 2, 10, title, { class: "fig-name" });
  for (const v of [-2, -1, 0, 1, 2].map((i) => i * every)) {
    const [a, b] = place([v, v]);
    const kind = { class: v === 0 ? "fig-zero" : "fig-grid" };
    line(svg, a, 24, a, 24 + side, kind);
    line(svg, x, b, x + side, b, kind);
    if (v !== 0) {
      const small = { class: "fig-number fig-tick-text" };
      label(svg, a, place([0, 0])[1] + 10, round(v), small);
      label(svg, place([0, 0])[0] - 8, b, round(v), small);
    }
  }
  const group = add(svg, "g", { class: "role-output", "data-symbol": "C" });
  const points = F.map((p) => place(times(M, p)));
  add(group, "polygon", {
    class: "fig-area",
    points: points.map((p) => p.map((w) => w.toFixed(2)).join(" ")).join(" "),
  });
  add(svg, "rect", {
    x: x + 0.5,
    y: 24.5,
    width: side - 1,
    height: side - 1,
    class: "fig-hit",
    style: picked ? "stroke:currentColor;stroke-width:2" : undefined,
    "data-tell": title,
  });
}
