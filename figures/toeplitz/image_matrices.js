/* One product three ways: a window on an image that the reader draws, T(K) vec(X), M(X) vec(K). */
import {
  add,
  blocks,
  cell,
  figure,
  keyed,
  largest,
  matrix,
  range,
  round,
  within,
} from "../kit/index.js";

export default figure(({ get, put, slider, panel }) => {
  const W = get("columns");
  const H = get("image").length / W;
  const K = get("kernel");
  const kh = K.length;
  const kw = K[0].length;
  const h = H - kh + 1;
  const w = W - kw + 1;
  const size = 30;
  slider("pixel", "marked pixel", {
    max: H * W - 1,
    show: (p) => `${Math.floor(p / W)}, ${p % W}`,
  });
  const X = panel("draw the image X: press, or use the arrow keys", { interactive: true });
  X.size(W * size, H * size);
  const drawn = within(X.svg, { symbol: "X" });
  const most = 3;
  const pixels = get("image").map((_, p) => {
    const x = (p % W) * size;
    const y = Math.floor(p / W) * size;
    const spot = add(drawn, "g", {
      class: "fig-handle",
      tabindex: 0,
      role: "slider",
      "data-name": "image",
      "aria-valuemin": 0,
      "aria-valuemax": most,
      "aria-label": `pixel ${Math.floor(p / W)}, ${p % W}`,
    });
    const write = (v) => {
      const values = get("image").slice();
      values[p] = v;
      put("pixel", p);
      put("image", values);
    };
    spot.addEventListener("pointerdown", (event) => {
      spot.focus();
      write((get("image")[p] + 1) % (most + 1));
      event.preventDefault();
    });
    spot.addEventListener("keydown", (event) => {
      const value = keyed(event.key, get("image")[p], { min: 0, max: most });
      if (value === undefined) return;
      write(Math.min(most, Math.max(0, value)));
      event.preventDefault();
    });
    return { spot, x, y };
  });
  const Y = panel("");
  const T = panel("T, made of the kernel: T vec(X) = vec(Y)");
  const M = panel("M, made of the image: M vec(K) = vec(Y)");

  return () => {
    const image = get("image");
    const at = Math.min(get("pixel"), H * W - 1);
    const row = Math.floor(at / W);
    const column = at % W;
    pixels.forEach(({ spot, x, y }, p) => {
      spot.setAttribute("aria-valuenow", image[p]);
      spot.replaceChildren();
      add(spot, "rect", { x, y, width: size, height: size, class: "fig-hit" });
      cell(spot, x, y, size, image[p], { most, on: p === at, role: "input" });
    });
    const out = range(h, (i) =>
      range(w, (j) =>
        K.reduce(
          (sum, line, a) => line.reduce((s, k, b) => s + k * image[(i + a) * W + j + b], sum),
          0,
        ),
      ),
    );
    const sees = (i, j) => row >= i && row < i + kh && column >= j && column < j + kw;
    let svg = Y.clear((kw + w + 1) * 26, Math.max(kh, h) * 26);
    Y.say("kernel K, and output Y; windows that see the pixel are outlined");
    matrix(svg, K, { size: 26, role: "kernel", symbol: "K" });
    matrix(svg, out, {
      x: (kw + 1) * 26,
      size: 26,
      most: largest(out),
      on: sees,
      role: "output",
      symbol: "Y",
    });

    const small = 250 / (H * W);
    const big = Math.min(22, 200 / (h * w));
    // Row i of both matrices belongs to the output at (i / w, i % w), whose window begins there.
    const weight = (i, p) => K[Math.floor(p / W) - Math.floor(i / w)]?.[(p % W) - (i % w)] ?? 0;
    const seen = (i, q) => (Math.floor(i / w) + Math.floor(q / kw)) * W + (i % w) + (q % kw);
    const table = (columns, entry) => range(h * w, (i) => range(columns, (j) => entry(i, j)));
    svg = T.clear(H * W * small, h * w * small);
    const marked = (_, p) => p === at;
    matrix(svg, table(H * W, weight), {
      size: small,
      most: largest(K, 1e-9),
      on: marked,
      text: "",
      role: "kernel",
      symbol: "T",
    });
    blocks(svg, h, H, H * W * small, h * w * small);
    svg = M.clear(kh * kw * big, h * w * big);
    matrix(
      svg,
      table(kh * kw, (i, q) => image[seen(i, q)]),
      {
        size: big,
        most,
        on: (i, q) => seen(i, q) === at,
        text: big > 13 ? undefined : "",
        role: "input",
        symbol: "M",
      },
    );
    blocks(svg, h, kh, kh * kw * big, h * w * big);
    const copies = table(kh * kw, seen)
      .flat()
      .filter((p) => p === at).length;
    const found = `${copies} ${copies === 1 ? "copy" : "copies"} in M`;
    const all = out
      .flat()
      .map((v) => round(v))
      .join(", ");
    return `pixel (${row}, ${column}): column ${at} of T, ${found}\nvec(Y): ${all}`;
  };
});
