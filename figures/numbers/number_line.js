/* One row of ticks for each format: its numbers in a window around a centre. */
import { add, figure, label, line, note, round } from "../kit/index.js";

export default figure(({ get, slider, choice, panel }) => {
  choice("centre", "centre", get("centres"));
  const power = (zoom) => (zoom > 0 ? `1/${2 ** zoom}` : String(2 ** -zoom));
  slider("zoom", "half width", { show: power });
  const P = panel("");

  /* From low to high, both at least 0; a number x is followed by x + ulp(x). */
  function positive([, p, bias, largest], low, high) {
    const found = [];
    const ulp = (x) => {
      const e = Math.floor(Math.log2(x)); // of a number just below 2^k this may be k
      return 2 ** (Math.max(2 ** e > x ? e - 1 : e, 1 - bias) - p);
    };
    for (let x = Math.ceil(low / ulp(low)) * ulp(low); x <= Math.min(high, largest); x += ulp(x))
      found.push(x);
    return found;
  }

  return () => {
    const c = Number(get("centre"));
    const w = 2 ** -get("zoom");
    const [low, high] = [c - w, c + w];
    const rows = get("formats");
    const X = (x) => 75 + ((x - low) / (high - low)) * 250;
    const svg = P.clear(330, 30 * rows.length + 24);
    const all = rows.map((fmt) => {
      const right = positive(fmt, Math.max(low, 0), high);
      const left = low < 0 ? positive(fmt, 0, -low) : [];
      return [...left.filter((x) => x > 0).map((x) => -x), ...right];
    });
    rows.forEach(([name], i) => {
      const y = 30 * i + 14;
      const places = new Set(all[i].map((x) => Math.round(X(x) * 4) / 4));
      label(svg, 68, y, name, { "text-anchor": "end", style: "font-size:11px" });
      line(svg, 75, y, 325, y);
      add(svg, "path", {
        class: "fig-tick",
        d: [...places].map((x) => `M${x} ${y - 9}v18`).join(""),
      });
    });
    [low, c, high].forEach((x) => note(svg, X(x), 30 * rows.length + 12, round(x, 8)));
    P.say(`from ${round(low, 8)} to ${round(high, 8)}`);
    return rows.map(([name], i) => `${name} ${all[i].length}`).join(" \u00b7 ") + " numbers";
  };
});
