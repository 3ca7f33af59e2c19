/* One product three ways: a window on an image that the reader draws, T(K) vec(X), M(X) vec(K). */
import { add, cell, figure, keyed, matrix, range, round } from "../kit/index.js";

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
  const most = 3;
  const pixels = get("image").map((_, p) => {
    const x = (p % W) * size;
    const y = Math.floor(p / W) * size;
    const spot = add(X.svg, "g", {
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
      cell(spot, x, y, size, image[p], { most, on: p === at });
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
    matrix(svg, K, { size: 26 });
    const tall = Math.max(1, ...out.flat().map(Math.abs));
    out.forEach((line, i) =>
      line.forEach((v, j) =>
        cell(svg, (kw + 1 + j) * 26, i * 26, 26, v, { most: tall, on: sees(i, j) }),
      ),
    );

    const small = 250 / (H * W);
    const big = Math.min(22, 200 / (h * w));
    const biggest = Math.max(1e-9, ...K.flat().map(Math.abs));
    svg = T.clear(H * W * small, h * w * small);
    for (let i = 0; i < h * w; i++)
      for (let p = 0; p < H * W; p++) {
        const a = Math.floor(p / W) - Math.floor(i / w);
        const b = (p % W) - (i % w);
        const v = a >= 0 && a < kh && b >= 0 && b < kw ? K[a][b] : 0;
        cell(svg, p * small, i * small, small, v, { most: biggest, on: p === at, text: "" });
      }
    for (let i = 1; i < h; i++)
      add(svg, "line", {
        x1: 0,
        x2: H * W * small,
        y1: i * w * small,
        y2: i * w * small,
        class: "fig-axis",
      });
    for (let i = 1; i < H; i++)
      add(svg, "line", {
        y1: 0,
        y2: h * w * small,
        x1: i * W * small,
        x2: i * W * small,
        class: "fig-axis",
      });
    svg = M.clear(kh * kw * big, h * w * big);
    let copies = 0;
    for (let i = 0; i < h * w; i++)
      for (let q = 0; q < kh * kw; q++) {
        const p = (Math.floor(i / w) + Math.floor(q / kw)) * W + (i % w) + (q % kw);
        copies += p === at;
        cell(svg, q * big, i * big, big, image[p], {
          most,
          on: p === at,
          text: big > 13 ? undefined : "",
        });
      }
    for (let i = 1; i < h; i++)
      add(svg, "line", {
        x1: 0,
        x2: kh * kw * big,
        y1: i * w * big,
        y2: i * w * big,
        class: "fig-axis",
      });
    for (let i = 1; i < kh; i++)
      add(svg, "line", {
        y1: 0,
        y2: h * w * big,
        x1: i * kw * big,
        x2: i * kw * big,
        class: "fig-axis",
      });
    const found = `${copies} ${copies === 1 ? "copy" : "copies"} in M`;
    const all = out
      .flat()
      .map((v) => round(v))
      .join(", ");
    return `pixel (${row}, ${column}): column ${at} of T, ${found}\nvec(Y): ${all}`;
  };
});
