/* Five points on a line; the mean, the median and Huber's number below it. */
import { pointsOnLine } from "../kit/knob.js";
import { add, figure, line, range, round, typeset } from "../kit/index.js";

const MOST = 20;
const mean = (x) => x.reduce((s, v) => s + v, 0) / x.length;
const median = (x) => x.slice().sort((a, b) => a - b)[(x.length - 1) / 2];

/* Where the misses, each cut off at delta, add up to zero: by halving. */
function huber(x, delta) {
  const pull = (b) => x.reduce((s, v) => s + Math.max(-delta, Math.min(delta, v - b)), 0);
  let [low, high] = [Math.min(...x), Math.max(...x)];
  for (let k = 0; k < 60; k++) {
    const b = (low + high) / 2;
    if (pull(b) > 0) low = b;
    else high = b;
  }
  return (low + high) / 2;
}

export default figure((kit) => {
  const { get, slider } = kit;
  slider("delta", "Huber's \u03b4", { step: 0.5, show: (v) => round(v, 1) });
  const question = "Where does the mean stand?";
  const points = pointsOnLine(kit, {
    count: 5,
    most: MOST,
    question,
    start: 10,
    role: "input",
    symbol: "x",
  });
  const { asked, ground, X } = points;

  return () => {
    const [x, delta] = [get("x"), get("delta")];
    const marks = [
      { name: "mean", role: "output", at: mean(x) },
      { name: "Huber", role: "reference", symbol: "\u03b4", at: huber(x, delta) },
      { name: "median", role: "kernel", at: median(x) },
    ];
    const base = 78;
    X.range([18, points.begin(base + 132) - 18]);
    for (const v of range(11, (i) => 2 * i)) {
      line(ground, X(v), base, X(v), base + 5);
      typeset(ground, X(v), base + 17, String(v), { class: "fig-number fig-tick-text" });
    }
    line(ground, X(0), base, X(MOST), base);
    if (asked.hidden && asked.guess !== undefined)
      line(ground, X(asked.guess), base, X(asked.guess), base - 60, { class: "fig-cursor" });
    if (!asked.hidden)
      marks.forEach(({ name, role, symbol, at }, k) => {
        const y = base + 42 + 34 * k;
        const into = add(ground, "g", { class: `role-${role}`, "data-symbol": symbol });
        line(into, X(at), base + 24, X(at), y, { class: "fig-line dashed" });
        add(into, "path", {
          class: "fig-dot",
          d: `M${X(at)} ${y - 2}l7 12l-14 0Z`,
        });
        const left = at > MOST / 2;
        typeset(into, X(at) + (left ? -12 : 12), y + 5, `${name} ${round(at)}`, {
          class: "fig-end",
          "text-anchor": left ? "end" : "start",
        });
      });
    points.place(x, base);

    if (asked.hidden)
      return asked.guess === undefined
        ? `all three are hidden until you have guessed; Huber's \u03b4 = ${round(delta, 1)}`
        : `your guess for the mean: ${round(asked.guess, 1)}; Huber's \u03b4 = ${round(delta, 1)}`;
    const say = [
      marks.map(({ name, at }) => `${name} ${round(at, 3)}`).join(" \u00b7 "),
      asked.compare(Number(mean(x).toFixed(1))),
    ];
    return { say: say.filter(Boolean).join("\n"), numbers: { x, δ: delta } };
  };
});
