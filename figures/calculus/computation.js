/* The graph of a computation. Values fill it from the inputs on; then gradients come back along
   the edges, the last ones first, and are added where they meet. */
import { add, dot, figure, label, range, round, within } from "../kit/index.js";

/* What a node makes of the values that it uses, and its slope with respect to each of them. */
const OPS = {
  "+": { f: (a, b) => a + b, slopes: () => [1, 1] },
  "\u2212": { f: (a, b) => a - b, slopes: () => [1, -1] },
  "\u00d7": { f: (a, b) => a * b, slopes: (a, b) => [b, a] },
  sin: { f: Math.sin, slopes: (a) => [Math.cos(a)] },
  square: { f: (a) => a * a, slopes: (a) => [2 * a] },
  relu: { f: (a) => Math.max(0, a), slopes: (a) => [a > 0 ? 1 : 0] },
};
const weighted = (w) => ({
  f: (...a) => a.reduce((sum, v, i) => sum + w[i] * v, 0),
  slopes: () => w,
});
const missed = (y) => ({ f: (a) => (a - y) ** 2, slopes: (a) => [2 * (a - y)] });

/* The nodes of each graph, inputs first: what is written on one, its column and row, and its value,
   or its function and the numbers of the nodes that it uses. */
const GRAPHS = {
  wave: ({ x }) => [
    { name: "x", col: 0, row: 0, value: x },
    { name: "sin", full: "sin x", col: 1, row: -1, op: OPS.sin, uses: [0] },
    { name: "\u00d7", full: "x sin x", col: 2, row: -0.75, op: OPS["\u00d7"], uses: [0, 1] },
    { name: "\u00d7", full: "x x", col: 1.6, row: 0.9, op: OPS["\u00d7"], uses: [0, 0] },
    { name: "+", full: "L", col: 3, row: 0, op: OPS["+"], uses: [2, 3] },
  ],
  neuron: ({ x }) => [
    { name: "x", col: 0, row: -1, value: x },
    { name: "w", col: 0, row: -0.05, value: 2 },
    { name: "b", col: 1, row: 0.85, value: -1 },
    { name: "y", col: 3, row: 0.85, value: 3 },
    { name: "\u00d7", full: "w x", col: 1, row: -0.5, op: OPS["\u00d7"], uses: [1, 0] },
    { name: "z", col: 2, row: -0.1, op: OPS["+"], uses: [4, 2] },
    { name: "a", col: 3, row: -0.4, op: OPS.relu, uses: [5] },
    { name: "\u2212", full: "a \u2212 y", col: 4, row: 0.1, op: OPS["\u2212"], uses: [6, 3] },
    { name: "( )\u00b2", full: "L", col: 5, row: 0.1, op: OPS.square, uses: [7] },
  ],
  network: ({ x }) => [
    { name: "x", full: "upper x", col: 0, row: -0.8, value: x },
    { name: "x", full: "lower x", col: 0, row: 0.8, value: 1 },
    { name: "z\u2081", full: "upper z\u2081", col: 1.2, row: -0.8, op: W1[0], uses: [0, 1] },
    { name: "z\u2081", full: "lower z\u2081", col: 1.2, row: 0.8, op: W1[1], uses: [0, 1] },
    { name: "a\u2081", full: "upper a\u2081", col: 2.1, row: -0.8, op: OPS.relu, uses: [2] },
    { name: "a\u2081", full: "lower a\u2081", col: 2.1, row: 0.8, op: OPS.relu, uses: [3] },
    { name: "z\u2082", col: 3.1, row: 0, op: W2, uses: [4, 5] },
    { name: "L", col: 4.1, row: 0, op: missed(1), uses: [6] },
  ],
  ladder: ({ x, rungs }) => [
    { name: "x", col: 0, row: 0, value: x },
    ...range(rungs, (k) => ({
      name: "+",
      full: k === rungs - 1 ? "L" : `the sum of rung ${k + 1}`,
      col: k + 1,
      row: 0,
      op: OPS["+"],
      uses: [k, k],
      bend: 0.4,
    })),
  ],
};
const W1 = [weighted([1, -0.5]), weighted([-1, 2])];
const W2 = weighted([2, 1]);

/* All values, the edges in the order of the nodes that they end in, and the gradients when `back`
   edges have been gone through, the last one first. */
function sweep(nodes, back) {
  const values = [];
  const edges = [];
  nodes.forEach((node, to) => {
    if (!node.op) return values.push(node.value);
    const given = node.uses.map((i) => values[i]);
    const slopes = node.op.slopes(...given);
    node.uses.forEach((from, i) => {
      const twins = node.uses.filter((other) => other === from).length;
      const bend = twins > 1 ? (i ? 1 : -1) * (node.bend ?? 0.2) : 0;
      edges.push({ from, to, slope: slopes[i], bend });
    });
    return values.push(node.op.f(...given));
  });
  const gradients = nodes.map(() => 0);
  if (back >= 0) gradients[nodes.length - 1] = 1;
  const terms = nodes.map(() => []);
  edges.forEach((edge, i) => (edge.turn = edges.length - i));
  for (const edge of edges.slice().reverse()) {
    edge.done = edge.turn <= back;
    if (!edge.done) continue;
    edge.carried = gradients[edge.to] * edge.slope;
    gradients[edge.from] += edge.carried;
    terms[edge.from].push([gradients[edge.to], edge.slope]);
  }
  return { values, edges, gradients, terms };
}

/* How many paths lead from each node to the last one. */
function paths(nodes, edges) {
  const found = nodes.map((_, i) => (i === nodes.length - 1 ? 1 : 0));
  for (const { from, to } of edges.slice().reverse()) found[from] += found[to];
  return found;
}

/* Everything that can be reached from a node, and the node. */
function ahead(edges, from) {
  const found = new Set([from]);
  for (const edge of edges) if (found.has(edge.from)) found.add(edge.to);
  return found;
}

const written = (v) => round(v, 2);
const minded = (v) => (v < 0 ? `(${written(v)})` : written(v));
const counted = (n) => `${n} ${n === 1 ? "path" : "paths"}`;
const called = (node) => node.full ?? node.name;
const GROUND = "var(--pst-color-background, var(--jp-layout-color0, Canvas))";
const CLEAR = `paint-order:stroke;stroke:${GROUND};stroke-width:4px;stroke-linejoin:round`;

export default figure(({ get, choice, slider, panel, controls }) => {
  const graph = () => GRAPHS[get("graph")]({ x: get("x"), rungs: get("rungs") });
  const inner = (nodes) => nodes.filter((node) => node.op).length;
  const last = () => inner(graph()) + 1 + sweep(graph(), -1).edges.length;
  choice("graph", "graph", Object.keys(GRAPHS));
  slider("step", "steps", { play: true, max: last });
  slider("x", "input x", { step: 0.25, show: (v) => round(v, 2) });
  slider("rungs", "rungs");
  const P = panel("point at circles and slopes", { fill: true, pick: "at" });
  const rungs = controls.querySelector('[data-name="rungs"]').parentNode;

  return () => {
    rungs.style.display = get("graph") === "ladder" ? "" : "none";
    const nodes = graph();
    const [count, step] = [inner(nodes), get("step")];
    const inputs = nodes.length - count;
    const back = step - count - 1; // below zero: not yet at the end
    const { values, edges, gradients, terms } = sweep(nodes, back);
    const ways = paths(nodes, edges);
    const known = (i) => !nodes[i].op || orderOf(nodes, i) < step;
    const full = (i) => back >= 0 && edges.every((e) => e.from !== i || e.done);

    const place = layout(P, nodes);
    const svg = place.svg;
    const at = get("at");
    const lit = at >= 0 && at < nodes.length ? ahead(edges, at) : new Set();
    const most = Math.max(1e-9, ...edges.map((e) => Math.abs(e.carried ?? 0)));
    const under = add(svg, "g");
    const bands = add(svg, "g", { class: "role-error" });
    const lines = add(svg, "g");
    const now = edges.find((e) => e.turn === back);

    for (const edge of edges) {
      const way = place.way(edge);
      if (lit.has(edge.from)) stroke(under, way, "var(--role-output)", 15, 0.28);
      if (edge === now) stroke(under, way, "currentColor", 15, 0.14);
      if (edge.done) {
        const wide = 2 + (7 * Math.abs(edge.carried)) / most;
        const none = edge.carried === 0;
        const band = stroke(bands, way, "var(--role)", none ? 1.5 : wide, none ? 0.9 : 0.55);
        if (none) band.setAttribute("stroke-dasharray", "2 4");
        head(bands, way.slice().reverse(), "var(--role)", 5 + wide / 2);
      } else {
        const there = known(edge.to);
        const colour = there ? "var(--role-input)" : "currentColor";
        stroke(lines, way, colour, there ? 1.8 : 1.2, there ? 0.9 : 0.35);
        head(lines, way, colour, 6, there ? 0.9 : 0.45);
      }
    }

    nodes.forEach((node, i) => {
      const end = i === nodes.length - 1;
      const letter = end ? { role: "output", symbol: "L" } : { role: "input", symbol: "x" };
      const { role, symbol } = end || node.name === "x" ? letter : { role: "input" };
      const into = within(svg, { role, symbol });
      const [X, Y] = place.of(i);
      const r = place.radius;
      const fresh = !now && (back === 0 ? end : isNow(nodes, i, step));
      if (fresh || (now && now.from === i))
        add(into, "circle", {
          cx: X,
          cy: Y,
          r: r + 6,
          style: "fill:currentColor;fill-opacity:.14",
        });
      const [shown, whole] = [known(i), full(i)];
      add(into, "circle", { cx: X, cy: Y, r, style: `fill:${GROUND}` });
      dot(into, X, Y, {
        r,
        class: "fig-cell",
        style:
          `--depth:${shown ? 0.55 : 0};stroke-opacity:${shown ? 1 : 0.35};stroke-width:1.8;` +
          `stroke:${shown ? "var(--role)" : "currentColor"}`,
        "data-tell": told(i),
      });
      if (whole)
        add(within(into, { role: "error" }), "circle", {
          cx: X,
          cy: Y,
          r: r + 3.5,
          style: "fill:none;stroke:var(--role);stroke-width:2.2;pointer-events:none",
        });
      label(into, X, Y, node.name, {
        class: shown ? "" : "faint",
        style: `font-size:${place.size}px;font-weight:600;pointer-events:none`,
      });
      const small = `font-size:${place.size - 1}px;font-weight:600;pointer-events:none;${CLEAR}`;
      const beside = (role, text, side) =>
        label(add(into, "g", { class: `role-${role}` }), ...place.beside(i, side), text, {
          class: "fig-number",
          "text-anchor": place.anchor(side),
          style: `${small};fill:var(--role)`,
        });
      if (shown) beside("input", written(values[i]), -1);
      if (back >= 0 && (terms[i].length || end))
        beside("error", written(gradients[i]) + (whole ? "" : " + \u2026"), 1);
    });

    for (const edge of edges) chip(edge);

    function chip(edge) {
      const into = add(svg, "g", { class: "role-kernel" });
      const [X, Y] = place.middle(edge);
      const text = known(edge.to) ? written(edge.slope) : "";
      const [w, h] = [text ? 8 + 6.2 * text.length * (place.size / 12) : 8, text ? 15 : 8];
      const tell = !text
        ? `from ${called(nodes[edge.from])} to ${called(nodes[edge.to])}: not computed yet`
        : `${called(nodes[edge.to])} with respect to ${called(nodes[edge.from])}` +
          (edge.bend ? ", one of two uses" : "") +
          `: slope ${text}` +
          (edge.done
            ? `; back goes ${written(gradients[edge.to])} \u00b7 ${minded(edge.slope)} = ` +
              written(edge.carried)
            : "");
      add(into, "rect", {
        x: X - w / 2,
        y: Y - h / 2,
        width: w,
        height: h,
        rx: h / 2,
        style:
          `fill:${GROUND};stroke:${text ? "var(--role)" : "currentColor"};` +
          `stroke-opacity:${text ? 0.75 : 0.35}`,
        "data-tell": tell,
      });
      label(into, X, Y + 0.5, text, {
        class: "fig-number",
        style: `font-size:${place.size - 1.5}px;fill:var(--role);pointer-events:none`,
      });
    }

    function told(i) {
      const many = `${counted(ways[i])} to L`;
      if (!known(i)) return `${called(nodes[i])}: not computed yet; ${many}`;
      const own = `${called(nodes[i])} = ${written(values[i])}`;
      if (i === nodes.length - 1) return `${own}; with respect to itself it has the slope 1`;
      const sum = terms[i].map(([g, d]) => `${written(g)} \u00b7 ${minded(d)}`).join(" + ");
      if (!sum) return `${own}; ${many}`;
      const whole = `${written(gradients[i])}${full(i) ? "" : " so far"}`;
      return `${own}; gradient ${sum} = ${whole}; ${many}`;
    }

    const done = Math.min(edges.length, Math.max(0, back));
    const found = range(inputs).filter(full);
    const line = now
      ? `${called(nodes[now.from])} gets ${written(gradients[now.to])} \u00b7 ` +
        `${minded(now.slope)} = ${written(now.carried)} from ${called(nodes[now.to])}`
      : back === 0
        ? "L has the slope 1 with respect to itself: from here it goes back"
        : step === 0
          ? "the inputs are given"
          : `${called(nodes[inputs + step - 1])} = ${written(values[inputs + step - 1])}`;
    const say = [
      line,
      `${Math.min(step, count)} of ${count} values \u00b7 ${done} of ${edges.length} edges back ` +
        `\u00b7 ${counted(ways[0])} from ${called(nodes[0])}`,
      found
        .map((i) => `\u2202L/\u2202(${called(nodes[i])}) = ${round(gradients[i], 4)}`)
        .join(", "),
    ];
    return {
      say: say
        .filter(Boolean)
        .join("\n")
        .replace(/\((\w)\)/g, "$1"),
      numbers: { x: get("x"), ...(step >= count ? { L: values[nodes.length - 1] } : {}) },
    };
  };
});

const orderOf = (nodes, i) => nodes.slice(0, i).filter((node) => node.op).length;
const isNow = (nodes, i, step) => nodes[i].op && orderOf(nodes, i) === step - 1;

/* Where everything stands: from the left to the right, or from the top down on a narrow page. */
function layout(P, nodes) {
  const W = P.wide();
  const down = W < 520;
  const far = Math.max(...nodes.map((node) => node.col));
  const gap = down ? Math.max(62, Math.min(92, 460 / far)) : Math.min(150, (W - 84) / far);
  const radius = Math.max(13, Math.min(23, gap * 0.27));
  const H = down ? far * gap + 2 * radius + 24 : 304;
  const left = (W - far * gap) / 2;
  const svg = P.clear(W, H);
  const centre = nodes.map(({ col, row }) =>
    down
      ? [W / 2 + row * Math.min(118, W * 0.32), radius + 10 + col * gap]
      : [left + col * gap, H / 2 + row * 100],
  );
  const way = ({ from, to, bend }) => {
    const [[a, b], [c, d]] = [centre[from], centre[to]];
    const mid = [(a + c) / 2 - 2 * bend * (d - b), (b + d) / 2 + 2 * bend * (c - a)];
    const third = (p) => p.map((v, j) => v + (2 / 3) * (mid[j] - v));
    const swing = (u, v) => 0.45 * (v - u); // leave and arrive along the flow
    const one = bend ? third([a, b]) : down ? [a, b + swing(b, d)] : [a + swing(a, c), b];
    const two = bend ? third([c, d]) : down ? [c, d - swing(b, d)] : [c - swing(a, c), d];
    return range(41, (k) => {
      const [t, u] = [k / 40, 1 - k / 40];
      const mix = (p, q, r, s) => u ** 3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t ** 3 * s;
      return [mix(a, one[0], two[0], c), mix(b, one[1], two[1], d)];
    }).filter(
      ([x, y]) => Math.hypot(x - a, y - b) >= radius + 5 && Math.hypot(x - c, y - d) >= radius + 6,
    );
  };
  return {
    svg,
    radius,
    size: radius < 16 ? 11.5 : 13,
    of: (i) => centre[i],
    way,
    middle(edge) {
      const points = way(edge);
      const across = nodes[edge.from].row * nodes[edge.to].row < 0; // it meets another one midway
      return points[Math.floor(points.length * (across ? 0.27 : 0.5))];
    },
    beside(i, side) {
      const [x, y] = centre[i];
      return down ? [x + side * (radius + 8), y] : [x, y + side * (radius + 13)];
    },
    anchor: (side) => (down ? (side < 0 ? "end" : "start") : "middle"),
  };
}

function stroke(into, points, colour, width, opacity) {
  return add(into, "path", {
    d: "M" + points.map((p) => p.map((v) => v.toFixed(1)).join(" ")).join("L"),
    style:
      `fill:none;stroke:${colour};stroke-width:${width.toFixed(1)}px;` +
      `stroke-opacity:${opacity};stroke-linecap:round;stroke-linejoin:round`,
  });
}

/* The head of an arrow, at the last of the points. */
function head(into, points, colour, size, opacity = 0.9) {
  const [x, y] = points[points.length - 1];
  const [u, v] = points[Math.max(0, points.length - 4)];
  const far = Math.hypot(x - u, y - v) || 1;
  const [c, s] = [(x - u) / far, (y - v) / far];
  const corner = (along, across) =>
    `${(x + along * c - across * s).toFixed(1)},${(y + along * s + across * c).toFixed(1)}`;
  add(into, "polygon", {
    points: [corner(size * 0.7, 0), corner(-size, size * 0.75), corner(-size, -size * 0.75)].join(
      " ",
    ),
    style: `fill:${colour};fill-opacity:${opacity}`,
  });
}
