/* Four optimisers from one start in one bowl, whose curvatures are 1 and 1 / kappa. */
import { add, axes, dot, endLabels, figure, line, range, round, within } from "../kit/index.js";

const STEPS = 100;
const FAR = 1e6; // further away a place is out of sight
const [ALPHA, BETA1, BETA2, EPS] = [0.9, 0.9, 0.999, 1e-8];
const RATES = [0, 4];
const [LEAST, MOST] = [1e-6, 1e3]; // of the errors that are drawn
const ROLES = { descent: "kernel", momentum: "output", RMSProp: "error", Adam: "reference" };
const LETTERS = { descent: "\u03b7", momentum: "\u03b2" };

/* Each makes a step of a gradient, and remembers in its closure. */
const OPTIMISERS = {
  descent:
    ({ rate }) =>
    (g) =>
      g.map((v) => -rate * v),
  momentum: ({ rate, beta }) => {
    let v = [0, 0];
    return (g) => {
      v = v.map((old, i) => beta * old + g[i]);
      return v.map((w) => -rate * w);
    };
  },
  RMSProp: ({ own }) => {
    let s = [0, 0];
    return (g) => {
      s = s.map((old, i) => ALPHA * old + (1 - ALPHA) * g[i] ** 2);
      return g.map((v, i) => (-own * v) / (Math.sqrt(s[i]) + EPS));
    };
  },
  Adam: ({ own }) => {
    let [t, m, s] = [0, [0, 0], [0, 0]];
    return (g) => {
      t += 1;
      m = m.map((old, i) => BETA1 * old + (1 - BETA1) * g[i]);
      s = s.map((old, i) => BETA2 * old + (1 - BETA2) * g[i] ** 2);
      return m.map(
        (v, i) => (-own * (v / (1 - BETA1 ** t))) / (Math.sqrt(s[i] / (1 - BETA2 ** t)) + EPS),
      );
    };
  },
};

/* The Hessian [H00, H01, H11] with the eigenvalue 1 across the ravine, 1 / kappa along it. */
function bowl(kappa, degrees) {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const flat = 1 / kappa;
  return [flat * c * c + s * s, (flat - 1) * c * s, flat * s * s + c * c];
}
const slope = ([p, q, r], [a, b]) => [p * a + q * b, q * a + r * b];

function walk(step, H, x) {
  const places = [x];
  while (places.length <= STEPS) {
    const here = places[places.length - 1];
    const d = here && step(slope(H, here));
    const next = d && [here[0] + d[0], here[1] + d[1]];
    places.push(next && Math.hypot(...next) < FAR ? next : undefined);
  }
  return places;
}

/* The larger root of r^2 - (1 + beta - eta lambda) r + beta, in absolute value. */
function radius(a, beta) {
  const b = 1 + beta - a;
  const inside = b * b - 4 * beta;
  return inside <= 0 ? Math.sqrt(beta) : (Math.abs(b) + Math.sqrt(inside)) / 2;
}

const pair = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;
const small = (v) => (v >= 1e-3 ? round(v, 4) : v.toExponential(2));
const way = (points) => "M" + points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
const hundredth = (v) => round(v / 100, 2);

export default figure(({ get, choice, panel, plane, slider }) => {
  slider("t", "step t", { play: true });
  slider("rate", "rate \u03b7", { show: hundredth });
  slider("beta", "momentum \u03b2", { show: hundredth });
  slider("kappa", "\u03ba");
  slider("own", "rate of RMSProp and Adam", { show: hundredth });
  slider("turn", "turned by", { show: (v) => `${v}\u00b0` });
  choice("show", "show", ["all", ...Object.keys(OPTIMISERS)]);
  const P = panel("drag the start x", { interactive: true, fill: true });
  const Q = plane(P, { x: [-3, 3], y: [-2, 2], most: 600 });
  const E = panel("the error, step by step", { fill: 300 });
  const F = panel("what a step leaves of the error", { fill: 300 });
  Q.point("x", "start x", { step: 0.25, role: "input", symbol: "x" });

  return () => {
    const t = get("t");
    const [rate, beta, own] = ["rate", "beta", "own"].map((name) => get(name) / 100);
    const kappa = get("kappa");
    const H = bowl(kappa, get("turn"));
    const walkers = Object.entries(OPTIMISERS)
      .filter(([name]) => ["all", name].includes(get("show")))
      .map(([name, make]) => ({
        name,
        role: ROLES[name],
        symbol: LETTERS[name],
        places: walk(make({ rate, beta, own }), H, get("x")),
      }));

    Q.begin();
    Q.levels(
      (a, b) => {
        const [u, v] = slope(H, [a, b]);
        return (a * u + b * v) / 2;
      },
      range(15, (i) => ((i + 1) * 0.16) ** 2 / 2),
    );
    for (const level of P.svg.querySelectorAll(".fig-level")) level.style.opacity = 0.45;
    Q.mark([0, 0], { tell: "the lowest point" });
    for (const walker of walkers) thePath(Q, walker, t);
    theErrors(E, walkers, t);
    theFactors(F, { rate, beta, kappa });

    const told = walkers.map(({ name, places }) => {
      const at = places[t];
      return at ? `${name}: error ${small(Math.hypot(...at))}` : `${name}: out of sight`;
    });
    const factors = [1, 1 / kappa].map((bend) => round(1 - rate * bend, 4));
    return {
      say:
        `step ${t} \u00b7 descent multiplies by ${factors[0]} across the ravine, ` +
        `and by ${factors[1]} along it\n${told.join(" \u00b7 ")}`,
      numbers: { t, x: get("x"), "\u03b7": rate, "\u03b2": beta, "\u03ba": kappa },
    };
  };
});

function thePath(Q, { name, role, symbol, places }, t) {
  const upTo = range(t + 1).filter((s) => places[s]);
  for (const s of upTo.slice(1)) Q.segment(places[s - 1], places[s], { role, symbol });
  for (const s of upTo.slice(1, -1)) {
    const spot = Q.mark(places[s], {
      role,
      symbol,
      tell: `${name}, step ${s}: ${pair(places[s])}`,
    });
    spot.setAttribute("r", 2.5);
  }
  if (places[t] && t)
    Q.mark(places[t], {
      role,
      symbol,
      tell: `${name}, step ${t}: ${pair(places[t])}`,
    }).setAttribute("r", 6);
}

function theErrors(P, walkers, t) {
  const width = Math.min(P.wide(), 560);
  const height = 260;
  const svg = P.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    right: 84,
    x: { domain: [0, STEPS], nice: false, ticks: [0, 25, 50, 75, 100], name: "step t" },
    y: {
      domain: [LEAST, MOST],
      scale: "log",
      nice: false,
      ticks: [1e-6, 1e-4, 1e-2, 1, 100],
      name: "error",
    },
  });
  const within_ = (v) => Math.min(MOST, Math.max(LEAST, v));
  const ends = [];
  for (const { name, role, symbol, places } of walkers) {
    const into = within(svg, { role, symbol });
    const upTo = range(t + 1).filter((s) => places[s]);
    const at = (s) => [X(s), Y(within_(Math.hypot(...places[s])))];
    if (upTo.length > 1)
      add(into, "path", { class: "fig-line", style: "fill:none", d: way(upTo.map(at)) });
    for (const s of upTo.filter((s) => s % 5 === 0 || s === t))
      dot(into, ...at(s), {
        r: s === t ? 5.5 : 2.5,
        class: "fig-dot" + (s === t ? " at" : ""),
        "data-tell": `${name}, step ${s}: error ${small(Math.hypot(...places[s]))}`,
      });
    ends.push({ y: at(upTo[upTo.length - 1])[1], text: name, role });
  }
  endLabels(svg, box.right + 8, ends, { top: box.top, bottom: box.bottom });
}

/* Descent along and across, momentum at its worst, for all rates. */
function theFactors(P, { rate, beta, kappa }) {
  const width = Math.min(P.wide(), 560);
  const height = 260;
  const svg = P.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: RATES, nice: false, ticks: [0, 1, 2, 3, 4], name: "rate \u03b7" },
    y: { domain: [0, 1.5], nice: false, ticks: [0, 0.5, 1, 1.5], name: "factor" },
  });
  line(within(svg, { role: "reference" }), box.left, Y(1), box.right, Y(1), {
    class: "fig-line dashed",
  });
  const bends = [1, 1 / kappa];
  const worst = (f) => (eta) => Math.max(...bends.map((bend) => f(eta * bend)));
  const curves = [
    ...bends.map((bend) => ({
      name: "descent, one direction",
      role: "kernel",
      symbol: LETTERS.descent,
      f: (eta) => Math.abs(1 - eta * bend),
      thin: true,
    })),
    {
      name: "descent",
      role: "kernel",
      symbol: LETTERS.descent,
      f: worst((a) => Math.abs(1 - a)),
    },
    {
      name: "momentum",
      role: "output",
      symbol: LETTERS.momentum,
      f: worst((a) => radius(a, beta)),
    },
  ];
  for (const { name, role, symbol, f, thin } of curves) {
    const into = within(svg, { role, symbol });
    const etas = range(401, (i) => i / 100).filter((eta) => f(eta) <= 1.5);
    add(into, "path", {
      class: "fig-line" + (thin ? " dashed" : ""),
      style: `fill:none${thin ? ";opacity:0.5" : ""}`,
      d: way(etas.map((eta) => [X(eta), Y(f(eta))])),
    });
    if (!thin && f(rate) <= 1.5)
      dot(into, X(rate), Y(f(rate)), {
        r: 5.5,
        class: "fig-dot at",
        "data-tell": `${name}: at the rate ${round(rate, 2)} the factor is ${round(f(rate), 4)}`,
      });
  }
  line(
    within(svg, { role: "kernel", symbol: LETTERS.descent }),
    X(rate),
    box.top,
    X(rate),
    box.bottom,
    {
      class: "fig-cursor",
    },
  );
}
