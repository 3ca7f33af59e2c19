/* Newton's method and gradient descent, step by step, with the model of Newton's next step. */
import { add, axes, dot, endLabels, figure, range, round, within } from "../kit/index.js";

const STEPS = 12;
const MOST = 16; // digits that are drawn
const SHARE = 1e-4; // of the promised fall, as in mathlib.calculus.newton
const TRIES = 48;
const FAR = 1e9; // further away a place is out of sight

/* Each function of two numbers with its gradient, its Hessian as [H00, H01, H11], a learning rate
   for which descent is at its best or nearly so, and the values of its level lines. */
const LANDS = {
  bowl: {
    f: ([a, b]) => (3 * a * a + 4 * a * b + 3 * b * b) / 2,
    g: ([a, b]) => [3 * a + 2 * b, 2 * a + 3 * b],
    H: () => [3, 2, 3],
    rate: 0.25,
    levels: range(14, (i) => ((i + 1) / 2) ** 2 / 2),
  },
  banana: {
    f: ([a, b]) => ((a - 1) ** 2 + 4 * (b - (a * a) / 2) ** 2) / 2,
    g: ([a, b]) => [a - 1 - 4 * a * (b - (a * a) / 2), 4 * (b - (a * a) / 2)],
    H: ([a, b]) => [1 - 4 * (b - (a * a) / 2) + 4 * a * a, -4 * a, 4],
    rate: 0.1,
    levels: range(14, (i) => ((i + 0.6) / 2) ** 2 / 2),
  },
  saddle: {
    f: ([a, b]) => (a * a) / 2 - (b * b) / 2 + b ** 4 / 4,
    g: ([a, b]) => [a, b ** 3 - b],
    H: ([, b]) => [1, 0, 3 * b * b - 1],
    rate: 0.4,
    levels: range(18, (i) => -0.25 + i ** 2 / 25),
  },
  funnel: {
    f: ([a, b]) => Math.sqrt(1 + a * a) + Math.sqrt(1 + b * b),
    g: ([a, b]) => [a / Math.sqrt(1 + a * a), b / Math.sqrt(1 + b * b)],
    H: ([a, b]) => [(1 + a * a) ** -1.5, 0, (1 + b * b) ** -1.5],
    rate: 0.8,
    levels: range(16, (i) => 2.02 + i / 4),
  },
};

const dotted = (u, v) => u[0] * v[0] + u[1] * v[1];
const moved = (x, d, s = 1) => [x[0] + s * d[0], x[1] + s * d[1]];
const solve = ([p, q, r], g) => {
  const det = p * r - q * q;
  return det === 0 ? undefined : [(q * g[1] - r * g[0]) / det, (q * g[0] - p * g[1]) / det];
};

function newton({ g, H }, x) {
  return solve(H(x), g(x));
}

function damped({ f, g, H }, x) {
  const [p, q, r] = H(x);
  const up = g(x);
  const here = f(x);
  const slack = 4 * Number.EPSILON * Math.abs(here);
  const least = (Math.max(Math.abs(p), Math.abs(q), Math.abs(r)) || 1) / 256;
  for (let mu = 0, i = 0; i < TRIES; i++, mu = Math.max(2 * mu, least)) {
    const M = [p + mu, q, r + mu];
    if (!(M[0] > 0 && M[0] * M[2] - q * q > 0)) continue;
    const d = solve(M, up);
    if (f(moved(x, d)) <= here + SHARE * dotted(up, d) + slack) return d;
  }
  return undefined;
}

/* The places after each step; a walk that has left stays away, one that is stuck stands still. */
function walk(step, x) {
  const places = [x];
  while (places.length <= STEPS) {
    const here = places[places.length - 1];
    const d = here && step(here);
    const next = here && (d ? moved(here, d) : here);
    places.push(next && Math.hypot(...next) < FAR ? next : undefined);
  }
  return places;
}

const pair = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;
const digits = (g) => Math.min(MOST, -Math.log10(Math.hypot(...g)));

export default figure(({ get, choice, toggle, panel, plane, slider }) => {
  choice("f", "landscape", Object.keys(LANDS));
  toggle("damped", "damped");
  slider("t", "step t", { play: true });
  const P = panel("drag the start x", { interactive: true, fill: 330 });
  const Q = plane(P, { x: [-3, 3], y: [-2.5, 2.5], most: 560 });
  const D = panel("digits gained: zeros of the gradient", { fill: 300 });
  Q.point("x", "start x", { step: 0.25, role: "input", symbol: "x" });

  return () => {
    const land = LANDS[get("f")];
    const t = get("t");
    const step = get("damped") ? damped : newton;
    const ahead = (x) => step(land, x);
    const racers = [
      { name: "descent", role: "kernel", symbol: "g" },
      { name: "Newton", role: "output", symbol: "d" },
    ];
    racers[0].places = walk((x) => land.g(x).map((v) => -land.rate * v), get("x"));
    racers[1].places = walk(ahead, get("x"));
    const here = racers[1].places[t];
    const d = here && ahead(here);

    Q.begin();
    Q.levels((a, b) => land.f([a, b]), land.levels, { role: "reference" });
    if (here) theModel(Q, land, here, d);
    for (const racer of racers) thePath(Q, land, racer, t);
    if (d && t < STEPS) Q.arrow(here, moved(here, d), { role: "output", symbol: "d" });
    theDigits(D, land, racers, t);

    const told = racers.map(({ name, places }) => {
      const at = places[t];
      if (!at) return `${name}: out of sight`;
      const many = round(digits(land.g(at)), 1);
      return `${name}: ${pair(at)}, f = ${round(land.f(at), 3)}, ${many} digits`;
    });
    return {
      say: `step ${t}${get("damped") ? ", damped" : ""}\n${told.reverse().join("\n")}`,
      numbers: { x: get("x"), ...(d && { d }), ...(here && { g: land.g(here) }) },
    };
  };
});

/* Level lines of the quadratic model at a place: through it, and nearer to where it is flat. */
function theModel(Q, { g, H }, here, d) {
  if (!d || Math.hypot(...g(here)) < 1e-6) return;
  const [p, q, r] = H(here);
  const up = g(here);
  const model = (u, v) => {
    const [a, b] = [u - here[0], v - here[1]];
    return up[0] * a + up[1] * b + (p * a * a + 2 * q * a * b + r * b * b) / 2;
  };
  const lowest = solve([p, q, r], up);
  const centre = lowest && moved(here, lowest);
  if (p > 0 && p * r - q * q > 0) {
    // Where the model is no higher than here, and three level lines inside.
    const E = -model(...centre);
    const c = Math.sqrt((2 * E) / p);
    const s = Math.sqrt((2 * E * p) / (p * r - q * q));
    const A = [
      [c, (-q / p) * s],
      [0, s],
    ];
    Q.ellipse(A, { centre, role: "output", symbol: "d" });
    Q.levels(model, [-0.9 * E, -0.6 * E, -0.3 * E], { role: "output", symbol: "d" });
  } else {
    const across = centre ? [model(...centre)] : [];
    Q.levels(model, [-1.5, -0.75, ...across, 0, 0.75], { role: "output", symbol: "d" });
  }
}

function thePath(Q, land, { name, role, symbol, places }, t) {
  for (let s = 1; s <= t && places[s]; s++) Q.segment(places[s - 1], places[s], { role, symbol });
  for (let s = 1; s <= t && places[s]; s++)
    Q.mark(places[s], {
      role,
      symbol,
      tell: `${name}, step ${s}: ${pair(places[s])}, f = ${round(land.f(places[s]), 4)}`,
    });
}

function theDigits(P, land, racers, t) {
  const width = Math.min(P.wide(), 560);
  const height = 270;
  const svg = P.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    right: 68,
    x: { domain: [0, STEPS], nice: false, ticks: [0, 2, 4, 6, 8, 10, 12], name: "step t" },
    y: { domain: [-2, MOST], nice: false, ticks: [0, 4, 8, 12, 16], name: "digits" },
  });
  const ends = [];
  for (const { name, role, symbol, places } of racers) {
    const into = within(svg, { role, symbol });
    const upTo = range(t + 1).filter((s) => places[s]);
    const at = (s) => [X(s), Y(Math.max(-2, digits(land.g(places[s]))))];
    if (upTo.length > 1)
      add(into, "path", {
        class: "fig-line",
        style: "fill:none",
        d:
          "M" +
          upTo
            .map((s) =>
              at(s)
                .map((v) => v.toFixed(1))
                .join(" "),
            )
            .join("L"),
      });
    for (const s of upTo) {
      const length = Math.hypot(...land.g(places[s])).toExponential(1);
      dot(into, ...at(s), {
        r: s === t ? 5.5 : 3.5,
        class: "fig-dot" + (s === t ? " at" : ""),
        "data-tell": `${name}, step ${s}: the gradient has the length ${length}`,
      });
    }
    ends.push({ y: at(upTo[upTo.length - 1])[1], text: name, role });
  }
  endLabels(svg, box.right + 8, ends, { top: box.top, bottom: box.bottom });
}
