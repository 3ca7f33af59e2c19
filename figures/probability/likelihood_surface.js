/* Level lines of the log-likelihood of a bell curve, its gradient, and its summit. */
import { figure, range, round } from "../kit/index.js";

const LEVELS = [0.5, 2, 4.5, 8, 16, 32];
const START = [-1.5, 2.5]; // here the summit is not told yet: the reader guesses first

export default figure(({ get, panel, plane, slider, toggle }) => {
  slider("times", "each number is seen", { show: (v) => `${v} \u00d7` });
  toggle("wrong", "with the derivative \u03a3(\u03bc \u2212 x) in place of the right one");
  const P = panel("drag the bell curve: \u03bc to the right, \u03c3 upwards", {
    interactive: true,
    fill: true,
  });
  const Q = plane(P, { x: [-3, 3], y: [-0.5, 3.5], most: 560 });
  Q.point("bell", "bell curve", { role: "kernel", symbol: "\u03bc", letter: "", step: 0.1 });

  return () => {
    const x = get("x");
    const many = get("times");
    const N = x.length * many;
    const mean = x.reduce((s, v) => s + v, 0) / x.length;
    const variance = x.reduce((s, v) => s + (v - mean) ** 2, 0) / x.length;
    const log = (mu, sigma) =>
      sigma > 0
        ? -N * (Math.log(sigma) + (variance + (mu - mean) ** 2) / (2 * sigma ** 2)) -
          (N * Math.log(2 * Math.PI)) / 2
        : -Infinity;
    const [mu, sigma] = get("bell");
    Q.begin();
    const summit = log(mean, Math.sqrt(variance));
    if (variance > 0)
      Q.levels(
        (u, v) => Math.max(log(u, v) - summit, -1e3),
        LEVELS.map((d) => -d),
        { role: "output" },
      );
    for (const i of range(x.length)) Q.mark([x[i], 0], { role: "input", symbol: "x" });
    if (sigma <= 0) return "a bell curve has a positive \u03c3: drag the point up";
    Q.segment([mu, 0], [mu, sigma], { role: "kernel", symbol: "\u03c3", dashed: true });
    const told = many > 1 || get("wrong") || mu !== START[0] || sigma !== START[1];
    if (variance > 0 && told) Q.mark([mean, Math.sqrt(variance)], { role: "reference" });
    const right = (N * (mean - mu)) / sigma ** 2;
    const slope = [
      get("wrong") ? N * (mu - mean) : right,
      (-N + (N * (variance + (mu - mean) ** 2)) / sigma ** 2) / sigma,
    ];
    const long = Math.hypot(...slope);
    if (long > 1e-9)
      Q.arrow(
        [mu, sigma],
        [mu, sigma].map((v, k) => v + (0.8 * slope[k]) / Math.max(long, 1)),
        { role: get("wrong") ? "error" : "kernel" },
      );
    return {
      say:
        `\u2113 = ${round(log(mu, sigma), 3)} at \u03bc = ${round(mu, 2)}, ` +
        `\u03c3 = ${round(sigma, 2)} \u00b7 slopes ${slope.map((v) => round(v, 3)).join(", ")}\n` +
        (told
          ? `summit ${round(summit, 3)} at \u03bc = ${round(mean, 3)}, ` +
            `\u03c3 = ${round(Math.sqrt(variance), 3)}`
          : "drag the point: the summit is shown then"),
      numbers: { μ: mu, σ: sigma, x },
    };
  };
});
