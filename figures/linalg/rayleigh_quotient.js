/* The quadratic form of a 2 by 2 matrix on the unit circle: the reader turns x, and finds the
   directions in which it is greatest and least. */
import { line as path } from "d3-shape";
import { add, axes, dot, figure, line, lowered, range, round } from "../kit/index.js";

const WIDE = 3.4; // no dot lies beyond: the largest, of four entries 2, has x_0 = 3.21
const unit = (degrees) => {
  const turn = (degrees * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
};

/* The eigenvalues of the symmetric part, the greatest first, with the directions in degrees. */
function extremes([[a, b], [c, d]]) {
  const [middle, half, off] = [(a + d) / 2, (a - d) / 2, (b + c) / 2];
  const most = Math.hypot(half, off);
  const turn = ((Math.atan2(off, half) * 90) / Math.PI + 180) % 180;
  return [
    { value: middle + most, degrees: turn },
    { value: middle - most, degrees: (turn + 90) % 180 },
  ];
}

export default figure(({ get, put, on, slider, toggle, predict, panel, plane }) => {
  const entries = ["a00", "a01", "a10", "a11"];
  for (const name of entries)
    slider(name, lowered(name.replace("a", "A_")), {
      step: 0.5,
      show: round,
    });
  slider("degrees", "direction of x", { step: 5, play: true, show: (v) => `${v}\u00b0` });
  toggle("even", "A replaced by its symmetric part");
  const asked = get("ask")
    ? predict("Degrees between the directions of the most and the least?", {
        min: 0,
        max: 180,
        step: 5,
      })
    : { hidden: false, compare: () => "" };
  const P = panel("drag x round the circle", { interactive: true, fill: 290 });
  const C = panel("the same, over the angle", { fill: 290 });
  const Q = plane(P, { x: [-WIDE, WIDE] });
  Q.vector("x", "vector x, of length 1", { role: "input", symbol: "x", step: 0.02 });
  on("x", () => {
    const [u, v] = get("x");
    const turn = (Math.round((Math.atan2(v, u) * 180) / Math.PI) + 360) % 360;
    if (turn !== get("degrees") % 360) put("degrees", turn);
    settle();
  });
  on("degrees", settle);
  function settle() {
    const x = unit(get("degrees")).map((v) => Number(v.toFixed(4)) + 0);
    if (String(x) !== String(get("x"))) put("x", x);
  }

  let visited = new Set();
  let before = "";
  return () => {
    const given = [
      [get("a00"), get("a01")],
      [get("a10"), get("a11")],
    ];
    const off = (given[0][1] + given[1][0]) / 2;
    const A = get("even")
      ? [
          [given[0][0], off],
          [off, given[1][1]],
        ]
      : given;
    const image = ([u, v]) => A.map(([p, q]) => p * u + q * v);
    const f = (degrees) => {
      const x = unit(degrees);
      const y = image(x);
      return x[0] * y[0] + x[1] * y[1];
    };
    const key = entries.map(get).join();
    if (key !== before) visited = new Set();
    before = key;
    const at = get("degrees");
    visited.add(at);
    const [most, least] = extremes(A);
    const flat = most.value - least.value < 1e-9;
    const shown = asked.hidden ? [...visited] : range(361);
    const place = (degrees) => unit(degrees).map((v) => v * Math.abs(f(degrees)));

    Q.begin();
    const round1 = Q.ellipse(
      [
        [1, 0],
        [0, 1],
      ],
      { role: "reference" },
    );
    round1.style.fillOpacity = 0;
    if (!asked.hidden) {
      for (const sign of [1, -1])
        for (const part of lobes(f, sign)) {
          const lobe = Q.polygon(part.map(place), { role: "output", symbol: "f" });
          if (sign < 0) lobe.style.strokeDasharray = "5 4";
          lobe.style.fillOpacity = sign < 0 ? 0.07 : 0.22;
        }
      if (!flat)
        for (const { degrees } of [most, least]) {
          const [u, v] = unit(degrees);
          Q.straight([-v, u], 0, { role: "reference", symbol: "\u03bb", dashed: true });
        }
    } else
      for (const degrees of shown) Q.mark(place(degrees), { role: "output" }).setAttribute("r", 2);
    const spot = Q.mark(place(at), { role: "output", symbol: "f" });
    spot.setAttribute("r", 5.5);
    const x = unit(at);
    Q.arrow([0, 0], image(x), { role: "kernel", symbol: "A" });
    const tip = image(x);
    const away = Math.hypot(...tip);
    if (away > 0.3)
      Q.text(
        tip.map((v) => v * (1 + 0.25 / away)),
        "Ax",
        { class: "fig-end role-kernel" },
      );

    const height = 300;
    const width = Math.min(C.wide(), 420);
    const svg = C.clear(width, height);
    const high = Math.max(1, ...[most, least].map(({ value }) => Math.abs(value)));
    const { X, Y, box } = axes(svg, {
      width,
      height,
      x: {
        domain: [0, 360],
        ticks: [0, 90, 180, 270, 360],
        nice: false,
        name: "direction of x",
        unit: "degrees",
      },
      y: { domain: [-high, high], ticks: 5, name: "x \u00b7 Ax" },
    });
    if (!asked.hidden)
      for (const { value } of [most, least])
        line(
          add(svg, "g", { class: "role-reference", "data-symbol": "\u03bb" }),
          box.left,
          Y(value),
          box.right,
          Y(value),
          {
            class: "fig-line dashed",
          },
        );
    const into = add(svg, "g", { class: "role-output", "data-symbol": "f" });
    if (asked.hidden) for (const v of shown) dot(into, X(v), Y(f(v)), { r: 2 });
    else {
      const curve = path(
        (v) => X(v),
        (v) => Y(f(v)),
      );
      add(into, "path", { class: "fig-line", d: curve(shown) });
    }
    line(into, X(at), Y(0), X(at), Y(f(at)), { class: "fig-stem" });
    dot(into, X(at), Y(f(at)), {
      r: 5,
      class: "fig-dot at",
      "data-tell": `at ${at} degrees: ${round(f(at), 3)}`,
    });

    const where = ({ value, degrees }) => `${round(value, 3)} at ${round(degrees, 1)} degrees`;
    const say =
      `x \u00b7 Ax = ${round(f(at), 3)} at ${at} degrees` +
      (asked.hidden
        ? asked.guess === undefined
          ? ""
          : `\nyour guess: ${asked.guess} degrees between the most and the least`
        : flat
          ? `\nthe same in every direction`
          : `\nmost ${where(most)}, least ${where(least)}. ${asked.compare(90)}`);
    return {
      say,
      numbers: { A, x: x.map((v) => Number(v.toFixed(3))), f: Number(f(at).toFixed(3)) },
    };
  };
});

/* The directions in which f has a sign, in pieces that hang together; each goes through 0. */
function lobes(f, sign) {
  const has = (v) => sign * f(v) > 1e-12;
  const first = range(360).find((v) => !has(v));
  if (first === undefined) return [range(361)];
  const found = [];
  for (const v of range(361, (i) => first + i)) {
    if (!has(v)) continue;
    if (has(v - 1) && found.length) found.at(-1).push(v);
    else found.push([v]);
  }
  return found;
}
