/* Weights on a beam that is held until the reader has set its support; then it tilts. */
import { add, figure, line, range, round, typeset } from "../kit/index.js";

const PLACES = range(6, (i) => i + 1);
const [BLOCK, MOST] = [11, 13]; // pixels a block is high, degrees that the beam can tilt

export default figure(({ get, handles, panel, predict }) => {
  const W = panel("drag the weights", { interactive: true });
  W.size(260, 128);
  handles(W, "w", (i) => `weight at place ${i + 1}`, {
    width: 250,
    height: 100,
    min: 0,
    max: 8,
    role: "input",
    symbol: "p",
  });
  const P = panel("the beam", { fill: 330 });
  const asked = predict("Where must the support stand?", {
    min: 1,
    max: 6,
    step: 0.1,
    start: 3.5,
    show: (v) => round(v, 1),
  });

  return () => {
    const w = get("w");
    const all = w.reduce((s, v) => s + v, 0);
    const p = w.map((v) => (all ? v / all : 0));
    const mean = p.reduce((s, v, i) => s + v * PLACES[i], 0);
    const at = asked.guess ?? 3.5;
    const off = all ? mean - at : 0;
    const free = !asked.hidden;
    beam(P, w, { at, tilt: free ? Math.max(-MOST, Math.min(MOST, 9 * off)) : 0, free, mean, all });
    const say = [`p = (${p.map((v) => round(v, 3)).join(", ")})`];
    if (!all) say.push("no weight at all: nothing to balance");
    else if (free) {
      const heavy =
        Math.abs(off) < 0.05 ? "it lies level" : `the ${off > 0 ? "right" : "left"} falls`;
      say.push(
        `support at ${round(at, 1)}: p \u00b7 (x \u2212 support) = ${round(off, 3)}, ${heavy}`,
        `\ud835\udd3c X = p \u00b7 x = ${round(mean, 3)}. ${asked.compare(mean)}`,
      );
    } else say.push(`the beam is held at both ends; the support stands at ${round(at, 1)}`);
    return { say: say.join("\n"), numbers: { p: p.map((v) => Number(v.toFixed(4))) } };
  };
});

function beam(P, w, { at, tilt, free, mean, all }) {
  const width = Math.min(P.wide(), 480);
  const [height, ground] = [8 * BLOCK + 118, 8 * BLOCK + 92];
  const svg = P.clear(width, height);
  const step = width / 6.6;
  const X = (v) => width / 2 + (v - 3.5) * step;
  const level = ground - 46;
  line(svg, 0, ground, width, ground);
  for (const v of PLACES) {
    line(svg, X(v), ground - 3, X(v), ground + 3);
    typeset(svg, X(v), ground + 14, v, { class: "fig-number fig-tick-text" });
  }
  // The support, a wedge; and posts at both ends as long as the beam is held.
  add(svg, "path", {
    class: "fig-cell role-kernel",
    style: "--depth:1",
    d: `M${X(at)} ${level + 4}L${X(at) - 15} ${ground}L${X(at) + 15} ${ground}Z`,
  });
  if (!free)
    for (const end of [X(0.75), X(6.25)])
      line(svg, end, level + 4, end, ground, { class: "fig-cursor" });
  if (free && all) {
    const mark = add(svg, "g", { class: "role-reference" });
    line(mark, X(mean), 12, X(mean), ground, { class: "fig-line dashed" });
    typeset(mark, X(mean), 5, "\ud835\udd3c X", { class: "fig-end" });
  }
  const turned = add(svg, "g", {
    class: "role-input",
    "data-symbol": "p",
    transform: `rotate(${tilt.toFixed(2)} ${X(at).toFixed(2)} ${level})`,
  });
  add(turned, "rect", {
    x: X(0.6),
    y: level - 4,
    width: X(6.4) - X(0.6),
    height: 8,
    rx: 2,
    class: "fig-cell role-reference",
    style: "--depth:0.8",
  });
  w.forEach((many, i) => {
    for (let k = 0; k < many; k++)
      add(turned, "rect", {
        x: X(i + 1) - step * 0.36,
        y: level - 4 - (k + 1) * BLOCK,
        width: step * 0.72,
        height: BLOCK - 1,
        rx: 1.5,
        class: "fig-cell",
        style: "--depth:0.8",
      });
  });
}
