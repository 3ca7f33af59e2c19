/* The binomial distribution of n tries with mean lambda, and the Poisson distribution beside it. */
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const LAST = 20; // the largest count that is drawn

/* The probabilities of 0, ..., n, each from the one before. */
function binomial(n, p) {
  const made = [(1 - p) ** n];
  for (let k = 0; k < n; k++) made.push((made[k] * (n - k) * p) / ((k + 1) * (1 - p)));
  return made;
}

function poisson(rate, n) {
  const made = [Math.exp(-rate)];
  for (let k = 0; k < n; k++) made.push((made[k] * rate) / (k + 1));
  return made;
}

export default figure(({ get, slider, panel }) => {
  slider("n", "tries n", { step: 10, play: true });
  slider("rate", "mean \u03bb", { step: 0.5, show: (v) => round(v, 1) });
  const P = panel("stems: n tries \u00b7 rings: Poisson \u00b7 point at a count", {
    fill: true,
    pick: "at",
  });

  return () => {
    const [n, rate] = [get("n"), get("rate")];
    const p = rate / n;
    const of = { tries: binomial(n, p), limit: poisson(rate, Math.max(n, LAST)) };
    // As both add up to 1, what the one has more is what the other has more.
    const apart = of.tries.reduce((s, q, k) => s + Math.max(0, q - of.limit[k]), 0);

    const width = P.wide();
    const svg = P.clear(width, 300);
    const { X, Y, box } = axes(svg, {
      width,
      height: 300,
      x: { domain: [-0.6, LAST + 0.6], nice: false, ticks: range(11, (i) => 2 * i), name: "count" },
      y: { domain: [0, rate < 1 ? 0.7 : 0.45], nice: false, name: "probability", ticks: 5 },
    });
    const stems = add(svg, "g", { class: "role-output", "data-symbol": "p" });
    const rings = add(svg, "g", { class: "role-reference", "data-symbol": "\u03bb" });
    for (let k = 0; k <= LAST; k++) {
      const q = of.tries[k] ?? 0;
      line(stems, X(k), box.bottom, X(k), Y(q), { class: "fig-stem" });
      dot(stems, X(k), Y(q), { r: 4 });
      dot(rings, X(k), Y(of.limit[k]), { r: 7, class: "fig-dot hollow" });
      add(svg, "rect", {
        x: X(k - 0.5),
        y: box.top,
        width: X(k + 0.5) - X(k - 0.5),
        height: box.bottom - box.top,
        class: "fig-hit",
        "data-tell": `count ${k}: ${n} tries ${round(q, 4)}, Poisson ${round(of.limit[k], 4)}`,
      });
    }
    const say =
      `each try succeeds with probability ${round(p, 4)} \u00b7 variance ` +
      `${round(n * p * (1 - p), 3)} of the tries, ${round(rate, 3)} of Poisson\n` +
      `the two differ in ${round(apart, 4)} of the probability, ` +
      `and never in more than np\u00b2 = ${round(n * p * p, 4)}`;
    return { say, numbers: { n, p: Number(p.toFixed(5)), "\u03bb": rate } };
  };
});
