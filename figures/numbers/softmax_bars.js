/* Logits, their softmax, the gradient of the loss, the covariance of one-hots, exact and drawn.
   The logits are dragged: so `softmax` is here again, and a test compares it with mathlib's. */
import { figure, matrix, round, stems } from "../kit/index.js";

export default figure(({ get, slider, handles, panel }) => {
  const K = get("o").length;
  slider("temperature", "temperature T", { step: 0.1, show: (v) => round(v, 1) });
  slider("label", "right class", { max: K - 1 });
  slider("draws", "draws", { show: (v) => String(10 ** v) });
  const O = panel("drag the logits o", { interactive: true });
  O.size(220, 132);
  handles(O, "o", (i) => `logit ${i}`, {
    width: 210,
    min: -4,
    max: 4,
    step: 0.5,
    role: "input",
    symbol: "o",
  });
  const P = panel("probabilities p");
  const G = panel("gradient of the loss at T = 1: p \u2212 y");
  const H = panel("how the loss bends, at o / T");
  const S = panel("covariance of what was drawn");

  // A fixed stream of numbers in [0, 1): the same draws each time.
  const uniform = (seed) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const softmax = (o) => {
    const m = Math.max(...o);
    const e = o.map((v) => Math.exp(v - m));
    const s = e.reduce((a, b) => a + b, 0);
    return e.map((v) => v / s);
  };
  const covariance = (q) => q.map((a, i) => q.map((b, j) => a * ((i === j ? 1 : 0) - b)));

  return () => {
    const o = get("o");
    const T = get("temperature");
    const y = Math.min(get("label"), K - 1);
    const p = softmax(o.map((v) => v / T));
    stems(P.clear(220, 140), p, {
      width: 220,
      height: 118,
      most: 1,
      names: (i) => round(p[i], 3),
      role: "output",
      symbol: "p",
    });
    const g = softmax(o).map((v, i) => v - (i === y ? 1 : 0));
    stems(G.clear(220, 140), g, {
      width: 220,
      height: 118,
      most: 1,
      on: y,
      names: (i) => round(g[i], 3),
      hollow: true,
      role: "error",
    });
    const n = 10 ** get("draws");
    const next = uniform(7);
    const counts = p.map(() => 0);
    for (let d = 0; d < n; d++) {
      let u = next();
      let k = 0;
      while (k < K - 1 && u >= p[k]) u -= p[k++];
      counts[k]++;
    }
    const exact = covariance(p);
    const drawn = covariance(counts.map((c) => c / n));
    const size = Math.min(40, 200 / K);
    matrix(H.clear(K * size, K * size), exact, { size, most: 0.25, role: "output" });
    matrix(S.clear(K * size, K * size), drawn, { size, most: 0.25, role: "reference" });
    const entropy = -p.reduce((s, v) => s + (v > 0 ? v * Math.log(v) : 0), 0);
    const q = softmax(o);
    const off = Math.max(
      ...exact.flatMap((row, i) => row.map((v, j) => Math.abs(v - drawn[i][j]))),
    );
    return (
      `p: ${p.map((v) => round(v, 4)).join(", ")} \u00b7 entropy ${round(entropy, 4)} nats\n` +
      `loss at T = 1: ${round(-Math.log(q[y]), 4)} ` +
      `\u00b7 largest error of the drawn covariance: ${round(off, 4)}`
    );
  };
});
