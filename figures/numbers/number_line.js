/* One row of ticks for each format: its numbers in a window around a centre. */
import {
  add,
  figure,
  label,
  line,
  number,
  round,
  scaleLinear,
  typeset,
  within,
} from "../kit/index.js";

const CLOSE = 2.5; // pixels between ticks; what is closer is one band
const FEW = 60; // numbers of a row, each of which can be pointed at
const TALL = 34;

export default figure(({ get, slider, choice, panel }) => {
  choice("centre", "centre", get("centres"));
  const power = (zoom) => (zoom > 0 ? `1/${2 ** zoom}` : String(2 ** -zoom));
  slider("zoom", "half width", { show: power });
  const P = panel("", { fill: true });

  return () => {
    const c = Number(get("centre"));
    const half = 2 ** -get("zoom");
    const [low, high] = [c - half, c + half];
    const rows = get("formats");
    const width = P.wide();
    const bottom = TALL * rows.length + 14;
    const svg = P.clear(width, bottom + 22);
    const X = scaleLinear([low, high], [74, width - 24]);
    const small = { class: "fig-number fig-tick-text" };
    for (const v of X.ticks(width / 110)) {
      line(svg, X(v), 6, X(v), bottom, { class: v === 0 ? "fig-zero" : "fig-grid" });
      typeset(svg, X(v), bottom + 12, number(v, 9), small);
    }
    const counts = rows.map((fmt, i) => {
      const y = TALL * i + 22;
      label(svg, 66, y, fmt[0], { "text-anchor": "end", style: "font-size:12px" });
      line(svg, X(low), y, X(high), y);
      const many = count(fmt, low, high);
      const mark = within(svg, { role: "output" });
      const pieces = [...binades(fmt, Math.max(low, 0), high)];
      if (low < 0)
        for (const each of binades(fmt, least(fmt), -low))
          pieces.push({ ...each, from: -each.to, to: -each.from });
      for (const piece of pieces) draw(mark, piece, y, fmt[0], many <= FEW);
      return `${fmt[0]} ${many}`;
    });
    for (const [v, name] of get("marks").filter(([v]) => v >= low && v <= high)) {
      const mark = within(svg, { role: "error" });
      line(mark, X(v), 2, X(v), bottom, { class: "fig-line dashed" });
      const anchor = X(v) > width / 2 ? "end" : "start";
      const x = X(v) + (anchor === "end" ? -6 : 6);
      label(mark, x, 4, name, { class: "fig-end", "text-anchor": anchor });
    }
    return `${counts.join(" \u00b7 ")} numbers from ${round(low, 8)} to ${round(high, 8)}`;

    /* Numbers at equal distances: ticks, or a band where they are too close to tell. */
    function draw(mark, { from, to, ulp }, y, name, each) {
      const gap = (ulp / (high - low)) * (X(high) - X(low));
      if (gap < CLOSE) {
        const x = X(from);
        const w = X(to) - x;
        if (w < 0.2) return undefined; // hidden by the next band
        return add(mark, "rect", { x, y: y - 9, width: w, height: 18, class: "fig-band" });
      }
      const n = Math.round((to - from) / ulp);
      const places = Array.from({ length: n + 1 }, (_, k) => from + k * ulp);
      if (!each) {
        const d = places.map((v) => `M${X(v).toFixed(2)} ${y - 9}v18`).join("");
        return add(mark, "path", { d, class: "fig-tick" });
      }
      for (const v of places) {
        const tell = `${name}: ${v}`.replace("-", "\u2212");
        const box = { x: X(v) - 1, y: y - 9, width: 2, height: 18 };
        add(mark, "rect", { ...box, class: "fig-knob", "data-tell": tell });
      }
    }
  };
});

/* The numbers between two that are at least 0, by powers of two: from, to and the distance. */
function* binades([, p, bias, largest], low, high) {
  const most = Math.min(high, largest);
  for (let e = 1 - bias; 2 ** e <= most || e === 1 - bias; e++) {
    const ulp = 2 ** (e - p);
    const first = e === 1 - bias ? 0 : 2 ** e;
    const from = Math.ceil(Math.max(low, first) / ulp) * ulp;
    const to = Math.min(Math.floor(most / ulp) * ulp, 2 ** (e + 1) - ulp);
    if (from <= to) yield { from, to, ulp };
  }
}

const count = (fmt, low, high) => {
  const many = (a, b) =>
    [...binades(fmt, a, b)].reduce((sum, { from, to, ulp }) => sum + (to - from) / ulp + 1, 0);
  return low < 0 ? many(0, high) + many(least(fmt), -low) : many(low, high);
};

const least = ([, p, bias]) => 2 ** (1 - bias - p);
