/* A kernel over small pictures, and the score that it gives each of them. */
import {
  add,
  cell,
  figure,
  hatch,
  keyed,
  label,
  largest,
  line,
  matrix,
  range,
  round,
  within,
} from "../kit/index.js";

export default figure(({ get, put, slider, toggle, panel }) => {
  const pictures = get("pictures");
  const n = Math.sqrt(pictures[0].length);
  const trained = get("epochs").length > 0;
  slider("which", "picture", { max: pictures.length - 1 });
  if (trained) slider("epoch", "epoch", { max: get("epochs").length - 1, play: true });
  else slider("bias", "bias b", { step: 0.5, show: round });
  toggle("relu", "cut off what is negative (ReLU)");
  const X = panel("the picture x");
  const K = panel(trained ? "the kernel k" : "the kernel k: press a cell", {
    interactive: !trained,
  });
  const Y = panel("what the kernel makes of each place");
  const S = panel("", { fill: true });
  K.size(96, 96);
  const keys = trained ? [] : range(9, (at) => key(K.svg, at, get, put));

  return () => {
    const now = trained ? get("epochs")[get("epoch")] : [...get("k"), get("bias")];
    const k = now.slice(0, 9);
    const made = pictures.map((x) => applied(x, n, k, now[9], get("relu")));
    const scores = made.map((y) => y.reduce((sum, v) => sum + v, 0) / y.length);
    const which = get("which");
    const sign = get("signs")[which];
    pixels(X.clear(n * 22, n * 22), rows(pictures[which], n), {
      size: 22,
      most: 1.2,
      role: "input",
      symbol: "x",
    });
    if (trained) matrix(K.clear(96, 96), rows(k, 3), { size: 32, role: "kernel", symbol: "k" });
    else keys.forEach((draw, at) => draw(k[at]));
    const [side, most] = [(n - 2) * 29, largest(made, 1e-9)];
    pixels(Y.clear(side, side), rows(made[which], n - 2), {
      size: 29,
      most,
      role: "output",
      symbol: "y",
    });
    S.say("the score of every picture: the mean of all its places");
    axis(S, scores, get("signs"), which);
    const right = sorted(scores, get("signs"));
    return {
      say:
        `picture ${which}, a ${sign}: score ${round(scores[which], 3)}. ` +
        `The best threshold sorts ${right} of ${scores.length} right.`,
      numbers: { x: pictures[which], k, y: made[which] },
    };
  };
});

const rows = (flat, n) => range(flat.length / n, (i) => flat.slice(i * n, (i + 1) * n));

/* Every window of three by three, times the kernel, and the bias. */
function applied(x, n, k, bias, relu) {
  const m = n - 2;
  return range(m * m, (at) => {
    const [i, j] = [Math.floor(at / m), at % m];
    const a = k.reduce((sum, w, b) => sum + w * x[(i + Math.floor(b / 3)) * n + j + (b % 3)], bias);
    return relu ? Math.max(0, a) : a;
  });
}

/* How many the best threshold gets right, whichever sign is to lie above it. */
function sorted(scores, signs) {
  const first = range(scores.length, (i) => signs[i] === signs[0]);
  const counts = [-Infinity, ...scores].map(
    (cut) => scores.filter((s, i) => s > cut === first[i]).length,
  );
  return Math.max(...counts, ...counts.map((count) => scores.length - count));
}

/* A picture: a place is as deep as its number is large, hatched if it is well below zero. */
function pixels(svg, A, { size, most, role, symbol }) {
  const into = within(svg, { role, symbol });
  A.forEach((row, i) =>
    row.forEach((v, j) => {
      const [x, y] = [j * size + 0.5, i * size + 0.5];
      const below = v < -most / 10;
      const depth = below || v > 0 ? Math.min(1, Math.abs(v) / most) : 0;
      add(into, "rect", {
        ...{ x, y, width: size - 1, height: size - 1, rx: 2, class: "fig-cell" },
        style: `--depth:${depth.toFixed(3)}`,
        "data-tell": `${symbol}[${i}, ${j}] = ${round(v)}`,
      });
      if (below) hatch(into, x, y, size - 1, role);
    }),
  );
}

function axis(S, scores, signs, which) {
  const wide = S.wide();
  const svg = S.clear(wide, 74);
  const [least, most] = [Math.min(0, ...scores), Math.max(0, ...scores)];
  const at = (v) => 24 + ((wide - 48) * (v - least)) / (most - least || 1);
  line(svg, 12, 52, wide - 12, 52);
  for (const v of new Set([least, 0, most]))
    label(svg, at(v), 65, round(v), { class: "fig-number faint", style: "font-size:11px" });
  scores.forEach((s, i) => {
    const plus = signs[i] === "+";
    const node = label(svg, at(s), plus ? 36 : 16, signs[i], {
      class: `role-${plus ? "output" : "error"}`,
      style: `fill:var(--role);font-size:${i === which ? 30 : 19}px;font-weight:700`,
    });
    add(node, "title", {}, `picture ${i}: ${round(s, 3)}`);
  });
}

/* One number of the kernel: a press adds one, and goes round; arrows go up and down. */
function key(svg, at, get, put) {
  const [least, most] = [-2, 2];
  const [x, y] = [(at % 3) * 32, Math.floor(at / 3) * 32];
  const group = add(svg, "g", {
    class: "fig-handle",
    style: "cursor:pointer",
    role: "slider",
    tabindex: 0,
    "data-name": "k",
    "aria-label": `k[${Math.floor(at / 3)}, ${at % 3}]`,
    "aria-valuemin": least,
    "aria-valuemax": most,
  });
  const set = (v) =>
    put(
      "k",
      get("k").map((old, i) => (i === at ? Math.min(most, Math.max(least, v)) : old)),
    );
  group.addEventListener("click", () => set(get("k")[at] >= 1 ? -1 : get("k")[at] + 1));
  group.addEventListener("keydown", (event) => {
    const to = keyed(event.key, get("k")[at], { min: least, max: most });
    if (to === undefined) return;
    set(to);
    event.preventDefault();
  });
  return (value) => {
    group.replaceChildren();
    cell(group, x, y, 32, value, { most: 1, role: "kernel" });
    add(group, "rect", { x, y, width: 32, height: 32, class: "fig-hit" });
    group.setAttribute("aria-valuenow", value);
  };
}
