/* The expected surprise of a belief q about p as an area, and the entropy that lies within it. */
import { add, axes, figure, range, round, typeset } from "../kit/index.js";

const NAMES = ["sun", "cloud", "rain", "snow", "fog", "hail"];
const MOST = 6; // bits: higher strips are cut

const shares = (counts) => {
  const total = counts.reduce((a, b) => a + b, 0);
  return total > 0 && counts.map((c) => c / total);
};
const bits = (p, q) => (q > 0 ? -Math.log2(q) : p > 0 ? Infinity : 0);
const mean = (p, q) => p.reduce((s, v, i) => s + (v > 0 ? v * bits(v, q[i]) : 0), 0);
const said = (v) => (v === Infinity ? "infinitely many" : round(v, 3));

export default figure(({ get, handles, panel }) => {
  const K = get("days").length;
  const bars = { width: 250, min: 0, max: 12, step: 1 };
  const D = panel("days of each weather, p: drag", { interactive: true });
  D.size(260, 120);
  handles(D, "days", (i) => `days of ${NAMES[i]}`, { ...bars, role: "output", symbol: "p" });
  const E = panel("days that are expected, q: drag", { interactive: true });
  E.size(260, 120);
  handles(E, "expected", (i) => `expected days of ${NAMES[i]}`, {
    ...bars,
    role: "kernel",
    symbol: "q",
  });
  const S = panel("surprise of each day: the area is what a day costs", { fill: true });

  return () => {
    const [p, q] = [shares(get("days")), shares(get("expected"))];
    const width = Math.min(S.wide(), 620);
    const svg = S.clear(width, 250);
    const { X, Y, box } = axes(svg, {
      width,
      height: 250,
      x: { domain: [0, 1], name: "share of the days" },
      y: { domain: [0, MOST], name: "surprise, in bits" },
    });
    if (!p || !q) return "no day at all: drag a bar up";
    let from = 0;
    for (const i of range(K)) {
      if (p[i] === 0) continue;
      const [left, right] = [X(from), X(from + p[i])];
      const strip = (most, role, symbol, more = {}) =>
        add(add(svg, "g", { class: `role-${role}`, "data-symbol": symbol }), "rect", {
          x: left,
          width: right - left,
          y: Y(most),
          height: box.bottom - Y(most),
          class: "fig-area",
          ...more,
        });
      strip(Math.min(bits(p[i], q[i]), MOST), "kernel", "q", {
        "data-tell": `${NAMES[i]}: q = ${round(q[i], 3)}, surprise ${said(bits(p[i], q[i]))} bits`,
      });
      strip(Math.min(bits(p[i], p[i]), MOST), "output", "p", { style: "pointer-events:none" });
      if (right - left > 30)
        typeset(svg, (left + right) / 2, box.bottom - 10, NAMES[i], { class: "fig-end" });
      from += p[i];
    }
    const [cost, least] = [mean(p, q), mean(p, p)];
    return {
      say:
        `a day costs ${said(cost)} bits with the belief q\n` +
        `${said(least)} with the right one; ` +
        `the belief wastes ${said(cost - least)}`,
      numbers: { p, q },
    };
  };
});
