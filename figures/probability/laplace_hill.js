/* The log-likelihood of the middle of Laplace's density: straight pieces, kinks at the data. */
import { pointsOnLine } from "../kit/knob.js";
import { add, axes, dot, figure, line, round, typeset } from "../kit/index.js";

const [MOST, HEIGHT] = [10, 250];
const ell = (x, m, s) =>
  -x.reduce((sum, v) => sum + Math.abs(v - m), 0) / s - x.length * Math.log(2 * s);

export default figure((kit) => {
  const { get, slider, toggle } = kit;
  slider("m", "middle m", { step: 0.25, show: (v) => round(v, 2) });
  slider("s", "scale s", { step: 0.25, show: (v) => round(v, 2) });
  toggle("six", "a sixth number");
  const question = "At which m is the summit?";
  const points = pointsOnLine(kit, {
    count: 6,
    most: MOST,
    question,
    start: 5,
    role: "input",
    symbol: "x",
  });
  const { asked, ground, X } = points;

  return () => {
    const [m, s] = [get("m"), get("s")];
    const x = get("x").slice(0, get("six") ? 6 : 5);
    const sorted = x.slice().sort((a, b) => a - b);
    const [low, high] = [sorted[Math.floor((x.length - 1) / 2)], sorted[x.length >> 1]];
    const places = [0, ...sorted, MOST];
    const heights = places.map((v) => ell(x, v, s));
    const width = points.begin(HEIGHT + 62);
    const top = Math.max(...heights);
    const made = axes(ground, {
      width,
      height: HEIGHT,
      x: { domain: [0, MOST], name: "m" },
      y: { domain: [Math.min(...heights), top], name: "\u2113(m)" },
    });
    X.range(made.X.range());
    const base = HEIGHT + 46;
    line(ground, X(0), base, X(MOST), base);
    const { Y, box } = made;
    for (const v of sorted)
      line(ground, X(v), box.bottom, X(v), box.bottom - 7, { class: "fig-cursor" });
    if (asked.hidden && asked.guess !== undefined)
      line(ground, X(asked.guess), box.top, X(asked.guess), box.bottom, { class: "fig-cursor" });
    if (!asked.hidden) {
      const hill = add(ground, "g", { class: "role-output", "data-symbol": "\u2113" });
      add(hill, "path", {
        class: "fig-line",
        style: "fill:none",
        d: "M" + places.map((v, i) => `${X(v).toFixed(1)} ${Y(heights[i]).toFixed(1)}`).join("L"),
      });
      const summit = add(ground, "g", { class: "role-reference" });
      for (const v of new Set([low, high]))
        line(summit, X(v), Y(top), X(v), box.bottom, { class: "fig-line dashed" });
      const mark = add(ground, "g", { class: "role-kernel", "data-symbol": "m" });
      dot(mark, X(m), Y(ell(x, m, s)), { r: 6 });
      typeset(mark, X(m) + 14, Y(ell(x, m, s)) - 10, "m", { class: "fig-letter" });
    }
    points.place(x, base);

    if (asked.hidden)
      return [
        asked.guess === undefined
          ? "the hill is hidden until you have guessed"
          : `your guess: ${round(asked.guess, 1)}`,
        `m = ${round(get("m"), 2)}, s = ${round(get("s"), 2)}`,
      ].join("; ");
    const above = x.filter((v) => v > m).length;
    const below = x.filter((v) => v < m).length;
    const at = x.includes(m)
      ? "a kink"
      : `slope (${above} \u2212 ${below}) / s = ${round((above - below) / s, 3)}`;
    const where = low === high ? `at ${round(low)}` : `from ${round(low)} to ${round(high)}`;
    const right = asked.guess >= low && asked.guess <= high;
    const scale = x.reduce((sum, v) => sum + Math.abs(v - low), 0) / x.length;
    const say = [
      `\u2113(m) = ${round(ell(x, m, s), 3)} at m = ${round(m)}: ${at}`,
      `summit ${where}, \u2113 = ${round(top, 3)} \u00b7 likeliest scale ${round(scale, 3)}`,
      asked.compare(right ? asked.guess : low),
    ];
    return { say: say.filter(Boolean).join("\n"), numbers: { x, m, ℓ: ell(x, m, s) } };
  };
});
