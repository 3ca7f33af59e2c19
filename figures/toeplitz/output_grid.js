/* A window on an image: kernel, stride, padding and dilation apart for height and width. */
import { figure, largest, matrix, range } from "../kit/index.js";

export default figure(({ get, slider, panel }) => {
  const axis = (a) => {
    const n = get(a === "h" ? "height" : "width");
    const [K, s, p, d] = ["kernel", "stride", "padding", "dilation"].map((name) =>
      get(`${name}_${a}`),
    );
    const span = d * (K - 1) + 1;
    const m = n + 2 * p < span ? 0 : Math.floor((n + 2 * p - span) / s) + 1;
    const places = (i) => range(K, (j) => i * s + j * d);
    const seen = range(n, (x) => range(m).filter((i) => places(i).includes(x + p)).length);
    return { n, p, m, places, seen };
  };
  for (const name of ["kernel", "stride", "padding", "dilation"])
    for (const a of ["h", "w"])
      slider(`${name}_${a}`, `${name}, ${a === "h" ? "height" : "width"}`);
  slider("at", "window", { max: () => Math.max(0, axis("h").m * axis("w").m - 1) });
  const X = panel("image and padding, one window outlined");
  const Y = panel("");
  const C = panel("windows that look at each pixel");

  return () => {
    const h = axis("h");
    const w = axis("w");
    const at = get("at");
    const i = Math.floor(at / Math.max(1, w.m));
    const j = at % Math.max(1, w.m);
    const rows = h.n + 2 * h.p;
    const columns = w.n + 2 * w.p;
    const size = Math.min(22, 250 / Math.max(rows, columns));
    let svg = X.clear(columns * size, rows * size);
    const inWindow = (r, c) => h.m * w.m > 0 && h.places(i).includes(r) && w.places(j).includes(c);
    const inside = (r, c) => r >= h.p && r < h.p + h.n && c >= w.p && c < w.p + w.n;
    const ones = (m, n, where) => range(m, (r) => range(n, (c) => (where(r, c) ? 1 : 0)));
    // What is marked is darker, too.
    const marked = (on, role) => ({
      size,
      on,
      role,
      tell: (r, c) => `row ${r}, column ${c}`,
      most: (r, c) => (on(r, c) ? 1 : 3),
    });
    matrix(svg, ones(rows, columns, inside), {
      ...marked(inWindow, "input"),
      text: (r, c) => (inside(r, c) || size < 12 ? "" : "0"),
    });
    Y.say(`${h.m} by ${w.m} outputs`);
    svg = Y.clear(Math.max(1, w.m) * size, Math.max(1, h.m) * size);
    const here = (r, c) => r === i && c === j;
    matrix(
      svg,
      ones(h.m, w.m, () => true),
      { ...marked(here, "output"), text: "" },
    );
    const counts = h.seen.map((a) => w.seen.map((b) => a * b));
    matrix(C.clear(w.n * size, h.n * size), counts, {
      size,
      most: largest(counts),
      role: "output",
      tell: (r, c) => `pixel ${r}, ${c}: ${counts[r][c]} windows`,
    });
    const sum = counts.flat().reduce((a, b) => a + b, 0);
    return h.m * w.m
      ? `outputs: ${h.m} \u00d7 ${w.m} = ${h.m * w.m}\nlooks at pixels: ${sum}; ` +
          `at the corners ${counts[0][0]}, at most ${Math.max(...counts.flat())}`
      : "no window fits";
  };
});
