/* The cone of one output through layers with stride and dilation, over the inputs it spans. */
import { dot, figure, line, range } from "../kit/index.js";

export default figure(({ get, slider, toggle, panel }) => {
  slider("layers", "layers");
  slider("K", "kernel K");
  slider("stride", "stride of each layer");
  toggle("doubling", "dilation 1, 2, 4, 8");
  const P = panel("");

  return () => {
    const L = get("layers");
    const K = get("K");
    const s = get("stride");
    const dilation = (l) => (get("doubling") ? 2 ** l : 1);
    // levels[l]: the places seen above layer l, numbered in their own sequence from 0.
    const levels = [];
    levels[L] = [0];
    for (let l = L - 1; l >= 0; l--)
      levels[l] = [
        ...new Set(levels[l + 1].flatMap((i) => range(K, (j) => i * s + j * dilation(l)))),
      ].sort((a, b) => a - b);
    let r = 1;
    let jump = 1;
    const offset = [0];
    const jumps = [1];
    for (let l = 0; l < L; l++) {
      offset[l + 1] = offset[l] + ((K - 1) * dilation(l) * jump) / 2;
      r += (K - 1) * dilation(l) * jump;
      jump *= s;
      jumps[l + 1] = jump;
    }
    const step = Math.min(24, 330 / r);
    const high = 40;
    const svg = P.clear(r * step, high * L + 24);
    const radius = Math.max(1.2, Math.min(4, step * 0.42));
    const X = (l, i) => (offset[l] + i * jumps[l] + 0.5) * step;
    const Y = (l) => 12 + l * high;
    for (let l = 1; l <= L; l++)
      for (const i of levels[l])
        for (let j = 0; j < K; j++)
          line(svg, X(l, i), Y(l), X(l - 1, i * s + j * dilation(l - 1)), Y(l - 1), {
            style: "stroke-opacity:.35",
          });
    for (let i = 0; i < r; i++)
      dot(svg, X(0, i), Y(0), { r: radius, class: "fig-cell", style: "fill-opacity:0" });
    for (let l = 0; l <= L; l++)
      for (const i of levels[l])
        dot(svg, X(l, i), Y(l), {
          r: radius,
          class: `fig-dot role-${l === L ? "output" : "input"}`,
        });
    P.say(`inputs above, one output of layer ${L} below`);
    return (
      `from the first input seen to the last: ${r}; seen: ${levels[0].length}\n` +
      `neighbouring outputs look ${jump} apart`
    );
  };
});
