/* An ellipse of covariance, and two curves: one coordinate alone, and beside a known other one. */
import { bell } from "../kit/bell.js";
import { add, axes, figure, range, round } from "../kit/index.js";

const WIDE = 3; // of the plane, from the middle

/* The covariance with the half axes `v` and, at a right angle to it, `s`. */
function covariance([a, b], s) {
  const long = Math.hypot(a, b) || 1;
  const [c, d] = [(-b / long) * s, (a / long) * s];
  const half = [
    [a, c],
    [b, d],
  ];
  return { half, S: [a * a + c * c, a * b + c * d, b * b + d * d] };
}

export default figure(({ get, slider, predict, panel, plane }) => {
  slider("s", "the other half axis", { step: 0.05, show: (v) => round(v, 2) });
  const asked = predict("At which height is the slice densest?", {
    min: -3,
    max: 3,
    step: 0.1,
    start: 0,
    show: (v) => round(v, 1),
  });
  const P = panel("drag the axis v, and x", { interactive: true, fill: 290 });
  const C = panel("the second coordinate", { fill: 270 });
  const Q = plane(P, { x: [-WIDE - 0.5, WIDE + 0.5], most: 380 });
  Q.vector("v", "half axis v", { role: "kernel", symbol: "v", step: 0.05 });
  Q.point("x", "point x", { role: "input", symbol: "x", step: 0.1 });

  return () => {
    const { half, S } = covariance(get("v"), get("s"));
    const x = get("x");
    const [first, both, second] = S;
    const middle = (both / first) * x[0];
    const [shadow, slice] = [Math.sqrt(second), Math.sqrt(Math.max(0, second - both ** 2 / first))];

    Q.begin();
    for (const r of [2, 1]) Q.ellipse(half, { r, role: "kernel", symbol: "\u03a3" });
    Q.segment([x[0], -WIDE], [x[0], WIDE], { role: "input", symbol: "x", dashed: true });
    if (!asked.hidden) {
      const along = (t) => [t, (both / first) * t];
      Q.segment(along(-WIDE), along(WIDE), { role: "reference", dashed: true });
      Q.segment([x[0], middle - slice], [x[0], middle + slice], { role: "output" });
      Q.mark([x[0], middle], { role: "output", tell: `mean of the slice: ${round(middle, 3)}` });
    }
    if (asked.guess !== undefined) Q.mark([x[0], asked.guess], { role: "reference" });
    curves(C, { shadow, middle, slice, hidden: asked.hidden });

    const say = [
      `\u03a3 has the variances ${round(first, 2)} and ${round(second, 2)}, ` +
        `covariance ${round(both, 2)}`,
      `shadow: mean 0, standard deviation ${round(shadow, 2)}`,
    ];
    if (!asked.hidden)
      say.push(
        `slice at x_0 = ${round(x[0], 1)}: mean ${round(middle, 2)}, ` +
          `standard deviation ${round(slice, 2)}`,
      );
    const compared = asked.compare(middle);
    if (compared) say.push(compared);
    const short = (w) => Number(w.toFixed(3));
    const matrix = [
      [first, both],
      [both, second],
    ];
    return { say: say.join("\n"), numbers: { "\u03a3": matrix.map((row) => row.map(short)), x } };
  };
});

function curves(C, { shadow, middle, slice, hidden }) {
  const [width, height] = [Math.min(C.wide(), 380), 260];
  const svg = C.clear(width, height);
  const narrowest = hidden ? shadow : Math.min(shadow, slice);
  const { X, Y } = axes(svg, {
    width,
    height,
    x: { domain: [-WIDE, WIDE], nice: false, name: "x_1", ticks: [-3, -2, -1, 0, 1, 2, 3] },
    y: { domain: [0, Math.max(0.5, 0.42 / narrowest)], name: "density" },
  });
  const curve = (mean, sd, role, text, low) => {
    const into = add(svg, "g", { class: `role-${role}` });
    const points = range(241, (i) => -WIDE + i / 40).map(
      (t) => `${X(t).toFixed(1)},${Y(bell((t - mean) / sd) / sd).toFixed(1)}`,
    );
    add(into, "polyline", { class: "fig-line", fill: "none", points: points.join(" ") });
    add(into, "text", { x: X(-WIDE) + 6, y: low, class: "fig-end", "text-anchor": "start" }, text);
  };
  curve(0, shadow, "kernel", "shadow", 44);
  if (!hidden) curve(middle, slice, "output", "slice", 60);
}
