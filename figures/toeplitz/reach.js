/* Layers of local windows: which inputs one output sees. */
import { dot, figure, line } from "../kit/index.js";

export default figure(({ get, slider, panel }) => {
  slider("layers", "layers");
  slider("K", "window K");
  const P = panel("each dot sees the K dots above it");

  return () => {
    const K = get("K");
    const L = get("layers");
    const n = get("n");
    const step = 330 / n;
    const high = 34;
    const svg = P.clear(330, high * L + 24);
    const width = (l) => n - l * (K - 1);
    const xOf = (l, i) => (i + 0.5 + (l * (K - 1)) / 2) * step;
    const first = Math.floor((n - L * (K - 1) - 1) / 2);
    const seen = (l, i) => i >= first && i <= first + (L - l) * (K - 1);
    for (let l = 1; l <= L; l++)
      for (let i = 0; i < width(l); i++)
        for (let j = 0; j < K; j++)
          line(svg, xOf(l, i), 12 + l * high, xOf(l - 1, i + j), 12 + (l - 1) * high, {
            class: seen(l, i) ? "fig-stem" : "fig-axis",
            style: seen(l, i) ? "" : "stroke-opacity:.15",
          });
    for (let l = 0; l <= L; l++)
      for (let i = 0; i < width(l); i++)
        dot(svg, xOf(l, i), 12 + l * high, {
          class: `${seen(l, i) ? "fig-dot" : "fig-cell"} role-${l === L ? "output" : "input"}`,
          style: seen(l, i) ? "" : "fill-opacity:.15",
        });
    P.say(`inputs above, the output of layer ${L} below`);
    return `inputs seen: ${1 + L * (K - 1)} = 1 + ${L} \u00b7 (${K} \u2212 1)`;
  };
});
