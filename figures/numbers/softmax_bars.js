/* Logits, their softmax, the gradient of the loss, and the covariance of one-hots, exact and drawn. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    const K = get("o").length;
    slider(controls, model, "temperature", { label: "temperature T", min: 0.2, max: 5, step: 0.1, show: (v) => round(v, 1) });
    slider(controls, model, "label", { label: "right class", min: 0, max: K - 1 });
    slider(controls, model, "draws", { label: "draws", min: 0, max: 5, show: (v) => String(10 ** v) });
    const O = panel(view, "drag the logits o", { interactive: true });
    O.size(220, 132);
    handles(O, model, "o", { x: 5, y: 6, width: 210, height: 100, min: -4, max: 4, step: 0.5, title: (i) => `logit ${i}` });
    const P = panel(view, "probabilities p"), G = panel(view, "gradient of the loss at T = 1: p \u2212 y");
    const H = panel(view, "diag(p) \u2212 pp\u1d40"), S = panel(view, "covariance of what was drawn");

    // A fixed stream of numbers in [0, 1): the same draws each time.
    const uniform = (seed) => () => {
      seed = (seed + 0x6d2b79f5) | 0;
      let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
      return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
    };
    const softmax = (o) => { const m = Math.max(...o), e = o.map((v) => Math.exp(v - m)), s = e.reduce((a, b) => a + b, 0); return e.map((v) => v / s); };
    const covariance = (q) => q.map((a, i) => q.map((b, j) => a * ((i === j ? 1 : 0) - b)));

    function draw() {
      const o = get("o"), T = get("temperature"), y = Math.min(get("label"), K - 1), p = softmax(o.map((v) => v / T));
      stems(P.clear(220, 140), p, { width: 220, height: 118, most: 1, names: (i) => round(p[i], 3) });
      const g = softmax(o).map((v, i) => v - (i === y ? 1 : 0));
      stems(G.clear(220, 140), g, { width: 220, height: 118, most: 1, on: y, names: (i) => round(g[i], 3), series: "b" });
      const n = 10 ** get("draws"), next = uniform(7), counts = p.map(() => 0);
      for (let d = 0; d < n; d++) {
        let u = next(), k = 0;
        while (k < K - 1 && u >= p[k]) u -= p[k++];
        counts[k]++;
      }
      const exact = covariance(p), drawn = covariance(counts.map((c) => c / n)), size = Math.min(40, 200 / K);
      matrix(H.clear(K * size, K * size), exact, { size, most: 0.25 });
      matrix(S.clear(K * size, K * size), drawn, { size, most: 0.25 });
      const entropy = -p.reduce((s, v) => s + (v > 0 ? v * Math.log(v) : 0), 0), q = softmax(o);
      const off = Math.max(...exact.flatMap((row, i) => row.map((v, j) => Math.abs(v - drawn[i][j]))));
      return `p: ${p.map((v) => round(v, 4)).join(", ")} \u00b7 entropy ${round(entropy, 4)} nats\n` +
        `loss at T = 1: ${round(-Math.log(q[y]), 4)} \u00b7 largest error of the drawn covariance: ${round(off, 4)}`;
    }
  },
};
