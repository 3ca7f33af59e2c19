/* Activations through twenty layers and gradients back, for twenty-four random networks.
   The numbers are drawn here, from a fixed stream for each network; a test draws them again. */
import { add, axes, dot, figure, label, line, number, range, round, within } from "../kit/index.js";

const DEPTH = 20;
const NETS = 24;
const MOST = 6; // decades that are drawn, up and down
const RAISED = "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079";
const ACTIVATIONS = {
  linear: { phi: (z) => z, slope: () => 1, kept: 1 },
  relu: { phi: (z) => Math.max(0, z), slope: (z) => (z > 0 ? 1 : 0), kept: 0.5 },
  tanh: { phi: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
};

/* A fixed stream of bell-shaped numbers, of mean 0 and variance 1. */
function bell(seed) {
  const uniform = () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

const size = (v) => Math.sqrt(v.reduce((sum, each) => sum + each * each, 0) / v.length);

/* An input and a gradient at the end, both of the size one, and the weights of all layers. */
function draw(n, seed) {
  const next = bell(seed);
  const unit = () => {
    const v = range(n, next);
    return v.map((each) => each / size(v));
  };
  const [x, u] = [unit(), unit()];
  return { x, u, W: range(DEPTH, () => Float64Array.from({ length: n * n }, next)) };
}

/* How large the activations and the gradients are, layer by layer. */
function sizes({ x, u, W }, n, scale, { phi, slope }) {
  const by = scale / Math.sqrt(n);
  const slopes = [];
  const a = [x];
  for (const layer of W) {
    const below = a[a.length - 1];
    const z = range(n, (i) => {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += layer[i * n + j] * below[j];
      return by * sum;
    });
    slopes.push(z.map(slope));
    a.push(z.map(phi));
  }
  const g = [u];
  for (let l = DEPTH - 1; l >= 0; l--) {
    const behind = g[0].map((v, i) => v * slopes[l][i]);
    g.unshift(
      range(n, (j) => {
        let sum = 0;
        for (let i = 0; i < n; i++) sum += W[l][i * n + j] * behind[i];
        return by * sum;
      }),
    );
  }
  return { a: a.map(size), g: g.map(size) };
}

/* A number for a line of text, where it is far from one with a power of ten. */
function said(v) {
  if (v === 0 || (v >= 0.001 && v < 10000)) return number(v, 3);
  const [size, e] = v.toExponential(2).split("e");
  const raised = String(Number(e)).replace(/./g, (c) => RAISED[c] ?? "\u207b");
  return `${size}\u00b710${raised}`;
}
const verdict = (ratio) =>
  ratio < 0.1 ? "they vanish" : ratio > 10 ? "they explode" : "they neither vanish nor explode";

export default figure(({ get, choice, slider, panel }) => {
  choice("phi", "activation", Object.keys(ACTIVATIONS));
  slider("scale", "scale s", { show: (v) => round(v / 100, 2) });
  slider("n", "width n");
  slider("t", "step t", { play: true });
  slider("run", "draw");
  const P = panel("how large the numbers of a layer are", { fill: true });
  const drawn = { nets: [] };

  return () => {
    const [n, t, run, s] = [get("n"), get("t"), get("run"), get("scale") / 100];
    const activation = ACTIVATIONS[get("phi")];
    if (drawn.key !== `${n} ${run}`) {
      drawn.key = `${n} ${run}`;
      drawn.nets = range(NETS, (j) => draw(n, 1000 * run + j));
    }
    const all = drawn.nets.map((net) => sizes(net, n, s, activation));
    const mean = (of) => range(DEPTH + 1, (l) => size(all.map((net) => net[of][l])));
    const means = { a: mean("a"), g: mean("g") };
    const factor = activation.kept === undefined ? undefined : Math.sqrt(activation.kept) * s;
    theLayers(P, all, means, factor, t);

    const up = Math.min(t, DEPTH);
    const down = DEPTH - Math.max(0, t - DEPTH);
    const told = [`activations, layer ${up}: ${said(means.a[up])}`];
    if (t > DEPTH) told.push(`gradients, layer ${down}: ${said(means.g[down])}`);
    if (t === 2 * DEPTH) told.push(verdict(means.g[0]));
    return {
      say: told.join("\n"),
      numbers: {
        s,
        a: Number(means.a[up].toPrecision(3)),
        ...(t > DEPTH && { g: Number(means.g[down].toPrecision(3)) }),
      },
    };
  };
});

const inside = (v) => Math.min(10 ** MOST, Math.max(10 ** -MOST, v));

function theLayers(P, all, means, factor, t) {
  const width = Math.min(P.wide(), 760);
  const height = 340;
  const svg = P.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    right: 18,
    x: { domain: [0, DEPTH], nice: false, ticks: [0, 5, 10, 15, 20], name: "layer" },
    y: {
      domain: [10 ** -MOST, 10 ** MOST],
      nice: false,
      scale: "log",
      ticks: [1e-6, 1e-3, 1, 1e3, 1e6],
      name: "root of the mean square",
    },
  });
  const way = (values, layers) =>
    "M" + layers.map((l) => `${X(l).toFixed(1)} ${Y(inside(values[l])).toFixed(1)}`).join("L");
  const families = [
    { of: "a", name: "activations", role: "input", layers: range(Math.min(t, DEPTH) + 1) },
    {
      of: "g",
      name: "gradients",
      role: "output",
      layers: t < DEPTH ? [] : range(t - DEPTH + 1, (i) => DEPTH - i),
    },
  ];
  // What the average over all networks would be
  if (factor !== undefined) {
    const into = within(svg, { role: "reference", symbol: "s" });
    const ends = range(DEPTH + 1);
    for (const { of } of families) {
      const values = ends.map((l) => factor ** (of === "a" ? l : DEPTH - l));
      const seen = ends.filter((l) => Math.abs(Math.log10(values[l])) <= MOST);
      add(into, "path", { class: "fig-line dashed", style: "fill:none", d: way(values, seen) });
    }
  }
  for (const { of, name, role, layers } of families) {
    if (!layers.length) continue;
    const into = within(svg, { role, symbol: of });
    for (const net of all)
      add(into, "path", {
        class: "fig-line",
        style: "fill:none;stroke-width:1;opacity:0.28",
        d: way(net[of], layers),
      });
    add(into, "path", {
      class: "fig-line",
      style: "fill:none;stroke-width:3.5",
      d: way(means[of], layers),
    });
    const front = layers[layers.length - 1];
    for (const l of layers)
      dot(into, X(l), Y(inside(means[of][l])), {
        r: l === front ? 6 : 3.2,
        class: "fig-dot" + (l === front ? " at" : ""),
        "data-tell": `${name}, layer ${l}: ${said(means[of][l])}`,
      });
  }
  for (const [role, text, x, anchor] of [
    ["input", "activations \u2192", box.left + 8, "start"],
    ["output", "\u2190 gradients", box.right - 8, "end"],
  ])
    label(add(svg, "g", { class: `role-${role}` }), x, box.top + 14, text, {
      class: "fig-end",
      "text-anchor": anchor,
    });
  const now = t > DEPTH ? 2 * DEPTH - t : t;
  line(svg, X(now), box.top, X(now), box.bottom, { class: "fig-cursor" });
}
