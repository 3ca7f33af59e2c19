/* Means of the first n draws. The draws are made here, from a fixed stream for each run, and a test
   compares their means with mathlib's. */
import { line as path } from "d3-shape";
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const MOST = 10_000;
const TOLD = 1000; // draws, after which the expectation is shown: whoever guesses comes first
const KINDS = [
  { name: "a die", y: [1, 6], at: 3.5, draw: (u) => 1 + Math.floor(6 * u()) },
  {
    name: "a log-normal",
    y: [0, 24],
    at: Math.exp(2),
    draw: (u) => Math.exp(2 * Math.sqrt(-2 * Math.log(1 - u())) * Math.cos(2 * Math.PI * u())),
  },
  { name: "a Cauchy", y: [-12, 12], draw: (u) => Math.tan(Math.PI * (u() - 0.5)) },
];

/* A fixed stream of numbers from 0 up to, and without, 1. */
const uniform = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

/* The running means of so many draws of each kind. */
function means(run) {
  return KINDS.map(({ draw }, kind) => {
    const next = uniform(1000 * kind + run);
    let sum = 0;
    return range(MOST, (i) => (sum += draw(next)) / (i + 1));
  });
}

export default figure(({ get, slider, panel }) => {
  const size = (k) => Math.round(10 ** (k / 10));
  slider("k", "draws n", { play: true, show: (k) => String(size(k)) });
  slider("run", "run");
  const panels = KINDS.map(({ name }) => panel(name, { fill: 200 }));
  const kept = new Map();

  return () => {
    const [n, run] = [size(get("k")), get("run")];
    if (!kept.has(run)) kept.set(run, means(run));
    const found = kept.get(run);
    KINDS.forEach((kind, j) => curve(panels[j], kind, found[j], n, j));
    const texts = KINDS.map(({ name }, j) => `${name} ${round(found[j][n - 1], 3)}`);
    return { say: `run ${run}, mean of the first ${n}: ${texts.join(", ")}`, numbers: { n } };
  };
});

function curve(P, { y, at, name }, mean, n, j) {
  const width = Math.min(P.wide(), 420);
  const height = Math.min(260, Math.max(200, width * 0.8));
  const svg = P.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: [1, MOST], scale: "log", ticks: [1, 10, 100, 1000, 10_000], name: "draws n" },
    y: { domain: y, nice: false },
    right: 22,
  });
  if (at !== undefined && n >= TOLD)
    line(add(svg, "g", { class: "role-reference" }), box.left, Y(at), box.right, Y(at), {
      class: "fig-line dashed",
    });
  const clip = add(add(svg, "clipPath", { id: `means-${j}` }), "rect");
  const frame = { x: box.left, y: box.top, width: width - box.left, height: box.bottom - box.top };
  for (const [side, v] of Object.entries(frame)) clip.setAttribute(side, v);
  const into = add(svg, "g", {
    class: "role-output",
    "data-symbol": "n",
    "clip-path": `url(#means-${j})`,
  });
  const places = range(161, (i) => Math.round(10 ** (i / 40))).filter((m) => m <= n);
  const way = path(
    (m) => X(m),
    (m) => Y(mean[m - 1]),
  );
  add(into, "path", { class: "fig-line", d: way([...new Set([...places, n])]) });
  dot(into, X(n), Y(Math.max(y[0], Math.min(y[1], mean[n - 1]))), {
    r: 4.5,
    class: "fig-dot at",
    "data-tell": `${name}: the mean of the first ${n} is ${round(mean[n - 1], 4)}`,
  });
}
