/* A uniform number becomes a value: across to the distribution function, then down. */
import { areaUpTo, pointOf } from "../kit/bell.js";
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const DIE = [0.1, 0.1, 0.1, 0.1, 0.1, 0.5];
const steps = range(6, (i) => DIE.slice(0, i + 1).reduce((s, v) => s + v, 0));
const KINDS = {
  bell: { domain: [-3, 3], F: areaUpTo, back: pointOf },
  waiting: {
    domain: [-0.5, 5.5],
    F: (x) => (x < 0 ? 0 : 1 - Math.exp(-x)),
    back: (u) => -Math.log(1 - u),
  },
  die: {
    domain: [0, 7],
    F: (x) => (x < 1 ? 0 : steps[Math.min(5, Math.floor(x) - 1)]),
    back: (u) => 1 + steps.findIndex((step, i) => u < step - 1e-12 || i === 5),
  },
};

export default figure(({ get, slider, choice, predict, panel }) => {
  choice("kind", "distribution", Object.keys(KINDS));
  slider("stripes", "stripes");
  slider("u", "uniform number u", { step: 0.005, play: true, show: (v) => round(v, 3) });
  const asked = predict("Where does u = 0.975 land, on the bell?", {
    min: 0.5,
    max: 3,
    step: 0.1,
    start: 0.5,
    show: (v) => round(v, 2),
  });
  const P = panel("across to F, then down", { fill: true });

  return () => {
    const [kind, count, u] = [get("kind"), get("stripes"), get("u")];
    const { domain, F, back } = KINDS[kind];
    const [width, height] = [Math.min(P.wide(), 640), 300];
    const svg = P.clear(width, height);
    const { X, Y, box } = axes(svg, {
      width,
      height,
      x: { domain, nice: false, name: "x" },
      y: { domain: [0, 1], nice: false, name: "u", ticks: [0, 0.25, 0.5, 0.75, 1] },
    });
    const way = (into, v, strong) => {
      const x = X(back(v));
      const kindOf = strong ? "fig-line" : "fig-stem";
      line(into, box.left, Y(v), x, Y(v), { class: kindOf });
      line(into, x, Y(v), x, box.bottom, { class: kindOf });
      dot(into, x, box.bottom, {
        r: strong ? 5 : 2.5,
        class: "fig-dot" + (strong ? " at" : ""),
        "data-tell": `u = ${round(v, 4)} lands at x = ${round(back(v), 4)}`,
      });
    };
    const [low, high] = [-1, 1].map((side) => back(0.5 + side * 0.475));
    const even = add(svg, "g", { class: "role-input", "data-symbol": "U", style: "opacity:.55" });
    for (const i of range(count)) way(even, (i + 0.5) / count, false);
    const points = range(601, (i) => domain[0] + ((domain[1] - domain[0]) * i) / 600).map(
      (x) => `${X(x).toFixed(1)},${Y(F(x)).toFixed(1)}`,
    );
    const curve = add(svg, "g", { class: "role-kernel", "data-symbol": "F" });
    add(curve, "polyline", { class: "fig-line", fill: "none", points: points.join(" ") });
    const within = back(u) >= domain[0] && back(u) <= domain[1];
    if (within) way(add(svg, "g", { class: "role-output", "data-symbol": "x" }), u, true);

    const compared = asked.compare(pointOf(0.975));
    return {
      say:
        `u = ${round(u, 3)} lands at x = ${round(back(u), 3)}` +
        (asked.hidden
          ? ""
          : `\n95 % of the stripes land from ${round(low, 2)} to ${round(high, 2)}`) +
        (compared ? `\n${compared}` : ""),
      numbers: { U: Number(u.toFixed(3)), x: Number(back(u).toFixed(3)) },
    };
  };
});
