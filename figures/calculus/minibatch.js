/* Descent over minibatches beside descent with all examples, for a line through a few penguins. The
   order of the examples comes from a fixed stream of numbers; a test makes it again. */
import { add, axes, dot, figure, line, range, round, within } from "../kit/index.js";

const STEPS = 60;
const FAR = 1e3; // beyond, numbers are not said
const SMALL = 190; // mm: the flipper that counts as 0; 20 mm more count as 1
const LIGHT = 4; // kg

/* A fixed stream of numbers between 0 and 1. */
function stream(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/* The batches of STEPS + 1 steps: epoch after epoch, shuffled, the last batch what is left. */
function batches(N, B, seed) {
  const next = stream(1000 * seed);
  const found = [];
  while (found.length <= STEPS) {
    const order = range(N, (i) => i);
    for (let i = N - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    for (let i = 0; i < N; i += B) found.push(order.slice(i, i + B));
  }
  return found;
}

/* All choices of B of the numbers from `from` to N - 1. */
function choices(N, B, from = 0) {
  if (B === 0) return [[]];
  return range(N - from, (k) => from + k).flatMap((i) =>
    choices(N, B - 1, i + 1).map((rest) => [i, ...rest]),
  );
}

const mean = (vectors) =>
  [0, 1].map((k) => vectors.reduce((sum, v) => sum + v[k], 0) / vectors.length);
const single = ([a, b], [x, y]) => [a + b * x - y, (a + b * x - y) * x];
const gradient = (w, data) => mean(data.map((p) => single(w, p)));
const loss = ([a, b], data) =>
  data.reduce((sum, [x, y]) => sum + (a + b * x - y) ** 2 / 2, 0) / data.length;
const moved = (w, g, eta) => [w[0] - eta * g[0], w[1] - eta * g[1]];

function walk(start, eta, steps) {
  const path = [start];
  for (const data of steps) {
    const w = path[path.length - 1];
    path.push(moved(w, gradient(w, data), eta));
  }
  return path;
}

const near = (w) => w.every((v) => Math.abs(v) < FAR);
const pair = (w) => (near(w) ? `(${w.map((v) => round(v, 2)).join(", ")})` : "very far");
const number = (v) => (v < FAR ? round(v, 3) : "very large");
const inView = ([a, b]) => a > -2.5 && a < 2.5 && b > -1.5 && b < 2;
const nextTo = (v) =>
  [0.2, 0.5, 1, 1.5, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1e3].find((top) => top >= v) ?? 1e4;

export default figure(({ get, slider, panel, plane }) => {
  slider("t", "step", { play: true });
  const most = Math.min(10, get("points").length);
  slider("batch", "batch size B", { max: most });
  slider("rate", "rate \u03b7", { step: 5, show: (v) => round(v / 100, 2) });
  slider("draw", "draw");
  const P = panel("the loss over both weights: drag the start", { interactive: true, fill: true });
  const Q = plane(P, { x: [-2.5, 2.5], y: [-1.5, 2], most: 560 });
  Q.point("start", "start", { step: 0.25, role: "input" });
  const G = panel("the gradients of all minibatches", { fill: 240 });
  const D = panel("the penguins and the line", { fill: 240 });

  return () => {
    const [t, B, eta] = [get("t"), get("batch"), get("rate") / 100];
    const data = get("points").map(([mm, kg]) => [(mm - SMALL) / 20, kg - LIGHT]);
    const order = batches(data.length, B, get("draw"));
    const pick = (S) => S.map((i) => data[i]);
    const path = walk(get("start"), eta, order.slice(0, t).map(pick));
    const smooth = walk(
      get("start"),
      eta,
      range(t, () => data),
    );
    const w = path[t];
    const each = data.map((p) => single(w, p));
    const cloud = choices(data.length, B).map((S) => mean(S.map((i) => each[i])));
    const g = mean(each);
    const taken = mean(order[t].map((i) => each[i]));
    const squares = cloud.map(([a, b]) => (a - g[0]) ** 2 + (b - g[1]) ** 2);
    const spread = Math.sqrt(squares.reduce((sum, v) => sum + v, 0) / squares.length);

    thePlane(Q, data, { path, smooth, cloud, g, taken, eta, t });
    theCloud(G, cloud, g, taken);
    theLine(D, data, order[t], w, smooth[t]);
    const several = cloud.length > 1 ? `${cloud.length} minibatches` : "1 minibatch";
    return {
      say:
        `step ${t}: w = ${pair(w)}, loss ${number(loss(w, data))} \u00b7 ` +
        `with all examples: loss ${number(loss(smooth[t], data))}\n` +
        `g = ${pair(g)} \u00b7 ${several} of ${B}, spread around g: ${number(spread)}`,
      numbers: { w: w.map((v) => round(v, 3)), g: g.map((v) => round(v, 3)) },
    };
  };
});

function thePlane(Q, data, { path, smooth, cloud, g, taken, eta, t }) {
  Q.begin();
  Q.levels(
    (a, b) => loss([a, b], data),
    [0.09, 0.12, 0.18, 0.3, 0.5, 0.8, 1.2, 1.8, 2.6, 3.6, 5, 7, 9],
    { role: "reference" },
  );
  for (const s of range(t)) {
    const stroke = Q.segment(smooth[s], smooth[s + 1], { role: "reference", dashed: true });
    stroke.setAttribute("style", "stroke-width:3");
  }
  for (const s of range(t)) Q.segment(path[s], path[s + 1], { role: "output", symbol: "w" });
  for (const w of path.slice(0, t).filter(inView)) Q.mark(w, { role: "output", symbol: "w" });
  const w = path[t];
  if (!near(w)) return;
  for (const each of cloud.map((v) => moved(w, v, eta)).filter(inView)) {
    const spot = Q.mark(each, { role: "error" });
    spot.setAttribute("r", 2.2);
    spot.setAttribute("style", `opacity:${cloud.length > 50 ? 0.4 : 0.7}`);
  }
  Q.arrow(w, moved(w, g, eta), { role: "kernel", symbol: "g" });
  Q.segment(w, moved(w, taken, eta), { role: "output", dashed: true });
  const here = Q.mark(w, { role: "output", symbol: "w" });
  here.setAttribute("r", 6);
}

function theCloud(G, cloud, g, taken) {
  const width = Math.min(G.wide(), 380);
  const height = Math.round(width * 0.86);
  const svg = G.clear(width, height);
  const every = [...cloud, g, taken, [0, 0]];
  const reach = Math.max(...every.flat().map(Math.abs));
  if (!(reach < FAR)) return;
  const top = nextTo(reach);
  const domain = [-top, top];
  const { X, Y } = axes(svg, {
    width,
    height,
    x: { domain, nice: false, ticks: [-top, 0, top], name: "along the first weight" },
    y: { domain, nice: false, ticks: [-top, 0, top], name: "along the second" },
  });
  const into = within(svg, { role: "error" });
  for (const [a, b] of cloud)
    dot(into, X(a), Y(b), {
      r: 2.8,
      style: `opacity:${cloud.length > 50 ? 0.4 : 0.75}`,
      "data-tell": `a minibatch with the gradient (${round(a, 2)}, ${round(b, 2)})`,
    });
  const full = within(svg, { role: "kernel", symbol: "g" });
  line(full, X(0), Y(0), X(g[0]), Y(g[1]), { class: "fig-line", style: "stroke-width:3" });
  dot(full, X(g[0]), Y(g[1]), {
    r: 6,
    "data-tell": `all examples together: (${round(g[0], 2)}, ${round(g[1], 2)})`,
  });
  dot(within(svg, { role: "output" }), X(taken[0]), Y(taken[1]), {
    r: 5,
    class: "fig-dot at",
    "data-tell": `the next minibatch: (${round(taken[0], 2)}, ${round(taken[1], 2)})`,
  });
}

function theLine(D, data, next, w, full) {
  const width = Math.min(D.wide(), 380);
  const height = Math.round(width * 0.86);
  const svg = D.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: [180, 232], nice: false, ticks: [180, 200, 220], name: "flipper", unit: "mm" },
    y: { domain: [2, 7], nice: false, ticks: [2, 3, 4, 5, 6, 7], name: "weight", unit: "kg" },
  });
  const clip = `minibatch-${width}`;
  const defs = add(add(svg, "defs"), "clipPath", { id: clip });
  add(defs, "rect", {
    x: box.left,
    y: box.top,
    width: box.right - box.left,
    height: box.bottom - box.top,
  });
  for (const [role, [a, b], dashed] of [
    ["reference", full, " dashed"],
    ["output", w, ""],
  ])
    if (near([a, b])) {
      const [from, to] = [180, 232].map((mm) => Y(LIGHT + a + (b * (mm - SMALL)) / 20));
      const into = add(within(svg, { role }), "g", { "clip-path": `url(#${clip})` });
      line(into, X(180), from, X(232), to, { class: "fig-line" + dashed });
    }
  data.forEach(([x, y], i) => {
    const on = next.includes(i);
    dot(within(svg, on ? { role: "output" } : { role: "input" }), X(SMALL + 20 * x), Y(LIGHT + y), {
      r: on ? 6 : 4,
      class: "fig-dot" + (on ? " at" : ""),
      style: on ? undefined : "opacity:0.55",
      "data-tell":
        `${round(SMALL + 20 * x, 0)} mm, ${round(LIGHT + y, 2)} kg` +
        (on ? ": in the next minibatch" : ""),
    });
  });
}
