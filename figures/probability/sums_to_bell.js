/* The distribution of a standardised sum, exactly, and how far it is from the bell curve. */
import { areaUpTo, bell } from "../kit/bell.js";
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const [FROM, MOST] = [15, 60]; // the gap at MOST is asked for where that at FROM is seen
const KINDS = ["die", "coin", "waiting"];
const START = { die: [0, ...range(6, () => 1 / 6)], coin: [0.9, 0.1] };

/* The gap between a distribution function with steps and the bell's, on both sides of each step. */
function gapOf({ masses, z }) {
  let [below, most] = [0, 0];
  masses.forEach((mass, i) => {
    const there = areaUpTo(z(i));
    most = Math.max(most, Math.abs(below - there), Math.abs(below + mass - there));
    below += mass;
  });
  return most;
}

/* Of sums of 1, ..., MOST throws: the masses at 0, 1, ..., and the standardised value of each. */
function sumsOf(p) {
  const mean = p.reduce((s, v, i) => s + i * v, 0);
  const sd = Math.sqrt(p.reduce((s, v, i) => s + (i - mean) ** 2 * v, 0));
  let masses = [1];
  return range(MOST, (k) => {
    const next = Array(masses.length + p.length - 1).fill(0);
    masses.forEach((a, i) => p.forEach((b, j) => (next[i + j] += a * b)));
    masses = next;
    const wide = sd * Math.sqrt(k + 1);
    const sum = { masses, wide, z: (i) => (i - (k + 1) * mean) / wide };
    return { ...sum, gap: gapOf(sum) };
  });
}

/* Of N waiting times with the mean 1: Erlang's density, and its area by Poisson's sum. */
function waitsOf() {
  return range(MOST, (k) => {
    const N = k + 1;
    const x = (z) => N + z * Math.sqrt(N);
    const logFactorial = range(k, (i) => Math.log(i + 1)).reduce((s, v) => s + v, 0);
    const density = (z) =>
      x(z) <= 0
        ? x(z) === 0 && N === 1
          ? 1
          : 0
        : Math.sqrt(N) * Math.exp(k * Math.log(x(z)) - x(z) - logFactorial);
    const area = (z) => {
      if (x(z) <= 0) return 0;
      let [term, sum] = [Math.exp(-x(z)), 0];
      for (let i = 0; i < N; i++) {
        sum += term;
        term *= x(z) / (i + 1);
      }
      return 1 - sum;
    };
    const places = range(801, (i) => (i - 400) / 100).concat(-Math.sqrt(N));
    return { density, gap: Math.max(...places.map((z) => Math.abs(area(z) - areaUpTo(z)))) };
  });
}

export default figure(({ get, slider, choice, predict, panel }) => {
  choice("kind", "added up", KINDS);
  slider("N", "how often, N", { play: true });
  const asked = predict(`From N = ${FROM} to N = ${MOST}: by what is the gap divided?`, {
    min: 1,
    max: 8,
    step: 0.5,
    start: 1,
    show: (v) => round(v, 1),
  });
  const P = panel("the sum, standardised", { fill: 300 });
  const G = panel("the greatest gap", { fill: 250 });
  const known = {};

  return () => {
    const kind = get("kind");
    known[kind] ??= START[kind] ? sumsOf(START[kind]) : waitsOf();
    const [N, sums] = [get("N"), known[kind]];
    shape(P, sums[N - 1], N);
    const seen = asked.hidden ? Math.max(FROM, N) : MOST;
    gaps(G, sums.slice(0, seen), N);
    const { gap } = sums[N - 1];
    const compared = asked.compare(sums[FROM - 1].gap / sums[MOST - 1].gap);
    return {
      say:
        `N = ${N} \u00b7 greatest gap ${round(gap, 4)} \u00b7 ` +
        `times the root of N ${round(gap * Math.sqrt(N), 3)}` +
        (compared ? `\n${compared}` : ""),
      numbers: { N },
    };
  };
});

function shape(P, sum, N) {
  const [width, height] = [Math.min(P.wide(), 460), 250];
  const svg = P.clear(width, height);
  const tall = sum.masses ? Math.max(...sum.masses) * sum.wide : Math.max(sum.density(0), 1 / N);
  const { X, Y } = axes(svg, {
    width,
    height,
    x: { domain: [-4, 4], nice: false, name: "z", ticks: [-4, -2, 0, 2, 4] },
    y: { domain: [0, Math.min(Math.max(0.45, tall * 1.05), 2)], nice: false, name: "density" },
  });
  const into = add(svg, "g", { class: "role-output", "data-symbol": "Z" });
  const path = (f) =>
    range(201, (i) => (i - 100) / 25)
      .map((z) => `${X(z).toFixed(1)},${Y(Math.min(f(z), Y.domain()[1])).toFixed(1)}`)
      .join(" ");
  if (sum.masses)
    sum.masses.forEach((mass, i) => {
      const [left, right] = [X(sum.z(i - 0.5)), X(sum.z(i + 0.5))];
      const top = Y(Math.min(mass * sum.wide, Y.domain()[1]));
      if (left < X(-4) || right > X(4) || mass < 1e-9) return;
      add(into, "rect", {
        x: left,
        y: top,
        width: right - left,
        height: Y(0) - top,
        class: "fig-area",
        "data-tell": `the sum ${i}: z = ${round(sum.z(i), 3)}, probability ${round(mass, 4)}`,
      });
    });
  else
    add(into, "polygon", {
      class: "fig-area",
      points: `${X(-4)},${Y(0)} ${path(sum.density)} ${X(4)},${Y(0)}`,
    });
  const curve = add(svg, "g", { class: "role-reference", "data-symbol": "\u03a6" });
  add(curve, "polyline", { class: "fig-line", fill: "none", points: path(bell) });
}

function gaps(G, sums, N) {
  const [width, height] = [Math.min(G.wide(), 380), 250];
  const svg = G.clear(width, height);
  const { X, Y } = axes(svg, {
    width,
    height,
    x: { domain: [1, MOST], scale: "log", nice: false, name: "N", ticks: [1, 4, 15, 60] },
    y: { domain: [0.005, 0.6], scale: "log", nice: false, name: "gap", ticks: [0.01, 0.1] },
  });
  const guide = add(svg, "g", { class: "role-reference" });
  line(guide, X(1), Y(0.4), X(MOST), Y(0.4 / Math.sqrt(MOST)), { class: "fig-line dashed" });
  const into = add(svg, "g", { class: "role-output" });
  sums.forEach(({ gap }, k) =>
    dot(into, X(k + 1), Y(gap), {
      r: k + 1 === N ? 5 : 2.5,
      class: "fig-dot" + (k + 1 === N ? " at" : ""),
      "data-tell": `N = ${k + 1}: gap ${round(gap, 4)}`,
    }),
  );
}
