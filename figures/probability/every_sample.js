/* The estimates of a variance from every sample of three equally likely values, counted exactly. */
import { add, axes, figure, line, round } from "../kit/index.js";

/* How many samples of `N` draws have each sum of squares about their own mean, times N. */
function sums(values, N) {
  const count = new Map();
  const factorial = (k) => (k < 2 ? 1 : k * factorial(k - 1));
  for (let a = 0; a <= N; a++)
    for (let b = 0; a + b <= N; b++) {
      const many = [a, b, N - a - b];
      const total = many.reduce((s, k, i) => s + k * values[i], 0);
      const squares = many.reduce((s, k, i) => s + k * values[i] ** 2, 0);
      const ways = factorial(N) / many.reduce((s, k) => s * factorial(k), 1);
      const at = N * squares - total ** 2; // whole numbers: no two places differ by a rounding
      count.set(at, (count.get(at) ?? 0) + ways);
    }
  return [...count].map(([at, ways]) => [at / N, ways]);
}

export default figure(({ get, slider, choice, handles, panel, predict }) => {
  slider("N", "draws N", { play: true });
  choice("divisor", "divided by", ["N", "N - 1", "N + 1"]);
  const asked =
    get("ask") &&
    predict("The mean of all estimates, as a share of the variance?", {
      min: 0,
      max: 1.5,
      step: 0.05,
      start: 1,
    });
  const V = panel("three equally likely values: drag", { interactive: true });
  V.size(220, 130);
  handles(V, "values", (i) => `value ${i}`, {
    width: 210,
    min: 0,
    max: 8,
    step: 1,
    role: "input",
    symbol: "x",
  });
  const P = panel("share of the samples that give each estimate", { fill: true });

  return () => {
    const [values, N] = [get("values"), get("N")];
    const by = { N, "N - 1": N - 1, "N + 1": N + 1 }[get("divisor")];
    const mean = values.reduce((s, v) => s + v, 0) / 3;
    const variance = values.reduce((s, v) => s + (v - mean) ** 2, 0) / 3;
    const all = sums(values, N).map(([s, ways]) => [s / by, ways / 3 ** N]);
    const expected = all.reduce((s, [v, w]) => s + v * w, 0);
    const error = all.reduce((s, [v, w]) => s + (v - variance) ** 2 * w, 0);
    const shown = !asked || !asked.hidden;

    const width = Math.min(P.wide(), 620);
    const svg = P.clear(width, 230);
    const { X, Y, box } = axes(svg, {
      width,
      height: 230,
      x: { domain: [0, Math.max(1, ...all.map(([v]) => v))], name: "estimate of the variance" },
      y: { domain: [0, Math.max(...all.map(([, w]) => w))], name: "share" },
    });
    const upright = (v, role, dashed, symbol) =>
      line(
        add(svg, "g", { class: `role-${role}`, "data-symbol": symbol }),
        ...[X(v), box.top, X(v), box.bottom],
        { class: "fig-line" + (dashed ? " dashed" : "") },
      );
    for (const [v, w] of all) {
      const g = add(svg, "g", { class: "role-output" });
      line(g, X(v), Y(w), X(v), box.bottom, { class: "fig-line" });
      add(g, "circle", {
        cx: X(v),
        cy: Y(w),
        r: 4,
        class: "fig-dot",
        "data-tell": `${round(w * 3 ** N, 0)} of ${3 ** N} samples give ${round(v, 3)}`,
      });
    }
    upright(variance, "reference", true, "\u03c3");
    if (asked && asked.guess !== undefined) upright(asked.guess * variance, "input", true);
    if (shown) upright(expected, "error");

    const share = variance > 0 ? expected / variance : undefined;
    const lines = [`${3 ** N} samples; variance of the three values ${round(variance, 3)}`];
    if (share === undefined) lines.push("all three are equal: nothing varies");
    else if (shown)
      lines.push(
        `mean of all estimates ${round(expected, 3)}, ${round(share, 3)} of the variance \u00b7 ` +
          `mean square error ${round(error, 3)}`,
      );
    if (asked && shown && share !== undefined) lines.push(asked.compare(share));
    return { say: lines.join("\n"), numbers: { x: values } };
  };
});
