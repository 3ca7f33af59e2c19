/* A picture as the sum of its layers. The singular values are found here, by turning pairs of
   columns until all are at right angles; a test compares them with NumPy's. */
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const SHARE = 0.1; // the error that is asked for

export default figure(({ get, slider, choice, predict, panel }) => {
  const names = get("names");
  const [least, most] = get("bounds").k;
  if (names.length > 1) choice("picture", "picture", names);
  slider("k", "layers kept, k", { play: true });
  const asked =
    get("ask") &&
    predict("How many layers until the error is a tenth of the picture?", {
      min: least,
      max: most,
    });
  const P = panel("");
  const L = panel("");
  const S = panel("singular values", { fill: true });
  const known = {};

  return () => {
    const name = names.includes(get("picture")) ? get("picture") : names[0];
    known[name] ??= layersOf(get("greys")[names.indexOf(name)], get("columns"));
    const { m, n, sigma, total } = known[name];
    const k = Math.min(get("k"), sigma.length);
    const sum = new Float64Array(m * n);
    for (let l = 0; l < k; l++) addLayer(sum, known[name], l);
    P.say(
      k === sigma.length ? `all ${k} layers: the picture` : `layers kept: ${k} of ${sigma.length}`,
    );
    shown(P.clear(220, (220 * m) / n), sum, m, n, (x) => x);
    const last = new Float64Array(m * n);
    if (k > 0) addLayer(last, known[name], k - 1);
    const deepest = Math.max(1e-9, ...last.map(Math.abs));
    L.say(k > 0 ? `layer ${k - 1} alone, in full contrast` : "no layer yet");
    shown(L.clear(220, (220 * m) / n), last, m, n, (x) => 0.5 + (0.5 * x) / deepest);

    const missing = (l) => Math.sqrt(total.slice(l).reduce((s, x) => s + x, 0));
    const all = missing(0) || 1;
    const truth = range(sigma.length + 1).find((l) => missing(l) / all <= SHARE);
    const open = !asked || !asked.hidden;
    stems(S, sigma, k, [
      ...(asked && asked.guess !== undefined ? [[asked.guess, "your guess", "reference"]] : []),
      ...(open && asked ? [[truth, "a tenth", "error"]] : []),
    ]);
    const numbers = { "\u03c3": sigma.slice(0, 6).map((x) => Number(x.toFixed(4))), k };
    const kept = k * (m + n + 1);
    const compared = asked ? asked.compare(truth) : "";
    const say =
      `k = ${k} of ${sigma.length} layers \u00b7 ${kept} numbers in place of ${m * n}` +
      (open ? `\nerror ${round((100 * missing(k)) / all, 2)} % of the picture` : "") +
      (k < sigma.length
        ? `${open ? " \u00b7" : "\n"} next singular value ${round(sigma[k], 4)}`
        : "") +
      (compared ? `\n${compared}` : "");
    return { say, numbers };
  };
});

/* Stems of the singular values on a logarithmic axis, and lines where something is `[at, name]`. */
function stems(S, sigma, k, lines) {
  const positive = sigma.filter((x) => x > 1e-6 * sigma[0]);
  const width = S.wide();
  const height = 230;
  const svg = S.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: [-1, sigma.length], nice: false, name: "layer", ticks: tens(sigma.length) },
    y: {
      domain: [Math.min(...positive, 0.5 * (positive[0] ?? 1)), positive[0] ?? 1],
      scale: "log",
      name: "singular value",
    },
  });
  const groups = ["output", "error"].map((role) =>
    add(svg, "g", { class: `role-${role}`, "data-symbol": "\u03c3" }),
  );
  positive.forEach((value, i) => {
    const into = groups[i < k ? 0 : 1];
    if (i < k) line(into, X(i), box.bottom, X(i), Y(value), { class: "fig-stem" });
    dot(into, X(i), Y(value), {
      r: i === k - 1 ? 4.5 : 2.5,
      class: "fig-dot" + (i < k ? "" : " hollow"),
      "data-tell": `layer ${i}: singular value ${round(value, 4)}${i < k ? ", kept" : ", missing"}`,
    });
  });
  lines.forEach(([at, text, role], i) => {
    const into = add(svg, "g", { class: `role-${role}` });
    line(into, X(at - 0.5), box.top, X(at - 0.5), box.bottom, { class: "fig-line dashed" });
    const left = X(at - 0.5) > (box.left + box.right) / 2;
    add(
      into,
      "text",
      {
        x: X(at - 0.5) + (left ? -6 : 6),
        y: box.top + 10 + 16 * i,
        class: "fig-end",
        "text-anchor": left ? "end" : "start",
      },
      `${text}: ${at}`,
    );
  });
}

const tens = (n) => range(Math.ceil(n / (n > 40 ? 20 : 5)), (i) => i * (n > 40 ? 20 : 5));

function addLayer(sum, { m, n, sigma, u, v }, l) {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++) sum[i * n + j] += sigma[l] * u[l][i] * v[l][j];
}

/* Grey values as a picture of small squares. */
function shown(svg, values, m, n, grey) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [n, m];
  const context = canvas.getContext("2d");
  const pixels = context.createImageData(n, m);
  values.forEach((x, i) => {
    const g = Math.round(255 * Math.min(1, Math.max(0, grey(x))));
    pixels.data.set([g, g, g, 255], 4 * i);
  });
  context.putImageData(pixels, 0, 0);
  add(svg, "image", {
    href: canvas.toDataURL(),
    width: 220,
    height: (220 * m) / n,
    preserveAspectRatio: "none",
    style: "image-rendering:pixelated",
  });
}

/* The layers of a picture: `u[l]`, `v[l]` of length 1 and `sigma[l]`, the largest first. Pairs of
   columns of W = A V are turned until each is at a right angle to all others; then V holds the v,
   and the columns of W are sigma times the u. */
function layersOf(codes, n) {
  const grey = range(codes.length / 2, (i) => parseInt(codes.slice(2 * i, 2 * i + 2), 16) / 255);
  const m = grey.length / n;
  const W = range(n, (j) => Float64Array.from(range(m, (i) => grey[i * n + j])));
  const V = range(n, (j) => Float64Array.from(range(n, (i) => Number(i === j))));
  const along = (a, b) => a.reduce((s, x, i) => s + x * b[i], 0);
  for (let sweep = 0, turned = true; turned && sweep < 40; sweep++) {
    turned = false;
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const [a, b, c] = [along(W[p], W[p]), along(W[q], W[q]), along(W[p], W[q])];
        if (Math.abs(c) <= 1e-13 * Math.sqrt(a * b) || c === 0) continue;
        turned = true;
        const z = (b - a) / (2 * c);
        const t = (z < 0 ? -1 : 1) / (Math.abs(z) + Math.hypot(1, z));
        const cosine = 1 / Math.hypot(1, t);
        for (const M of [W, V]) turn(M[p], M[q], cosine, cosine * t);
      }
  }
  const long = W.map((w) => Math.sqrt(along(w, w)));
  const order = range(n)
    .sort((p, q) => long[q] - long[p])
    .slice(0, Math.min(m, n));
  const sigma = order.map((p) => long[p]);
  return {
    m,
    n,
    sigma,
    u: order.map((p) => W[p].map((x) => (long[p] > 0 ? x / long[p] : 0))),
    v: order.map((p) => V[p]),
    total: sigma.map((x) => x * x),
  };
}

function turn(a, b, cosine, sine) {
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i], b[i]];
    a[i] = cosine * x - sine * y;
    b[i] = sine * x + cosine * y;
  }
}
