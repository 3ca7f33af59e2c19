/* One window over a signal, the row of T(k) that it is, and the row of M(x) that it is. */
import { figure, label, largest, matrix, minus, range, round } from "../kit/index.js";

export default figure(({ get, slider, panel }) => {
  const n = get("x").length;
  const K = get("k").length;
  const m = n - K + 1;
  slider("i", "window i", { max: m - 1, play: true });
  const S = panel("the window on the signal");
  const T = panel("T(k) x: the kernel becomes a matrix");
  const M = panel("M(x) k: the signal becomes a matrix");

  return () => {
    const x = get("x");
    const k = get("k");
    const i = get("i");
    const size = Math.min(34, 330 / n);
    const y = range(m, (r) => k.reduce((sum, kj, j) => sum + kj * x[r + j], 0));
    let svg = S.clear(n * size + 24, size * 3 + 30);
    const inside = (j) => j >= i && j < i + K;
    ["x", "k", "y"].forEach((name, r) =>
      label(svg, 10, 12 + size / 2 + r * (size + 8), name, { style: "font-style:italic" }),
    );
    const strip = (v, r, at, on, what) =>
      matrix(svg, [v], {
        x: 24 + at * size,
        y: 12 + r * (size + 8),
        size,
        most: largest(v),
        on,
        ...what,
      });
    strip(x, 0, 0, (_, j) => inside(j), { role: "input", symbol: "x" });
    strip(k, 1, i, false, { role: "kernel", symbol: "k" });
    strip(y, 2, 0, (_, j) => j === i, { role: "output", symbol: "y" });

    const small = Math.min(28, 250 / (n + 2));
    svg = T.clear((n + 2.6) * small, n * small + 4);
    matrix(
      svg,
      range(m, (r) => range(n, (j) => k[j - r] ?? 0)),
      { y: 2, size: small, on: (r) => r === i, role: "kernel", symbol: "T" },
    );
    matrix(
      svg,
      x.map((v) => [v]),
      { x: (n + 0.8) * small, y: 2, size: small, role: "input", symbol: "x" },
    );
    svg = M.clear((K + 2.6) * small, Math.max(m, K) * small + 4);
    matrix(
      svg,
      range(m, (r) => x.slice(r, r + K)),
      { y: 2, size: small, on: (r) => r === i, role: "input", symbol: "M" },
    );
    matrix(
      svg,
      k.map((v) => [v]),
      { x: (K + 0.8) * small, y: 2, size: small, role: "kernel", symbol: "k" },
    );
    const terms = k.map((v, j) => `${minus(v)}\u00b7${minus(x[i + j])}`);
    const say = `y_${i} = ${terms.join(" + ")} = ${round(y[i])}`;
    return { say, numbers: { x, k, y, i, y_i: y[i] } };
  };
});
