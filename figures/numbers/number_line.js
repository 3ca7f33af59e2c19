/* One row of ticks for each format: its numbers in a window around a centre. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    choice(controls, model, "centre", "centre", get("centres"));
    const power = (zoom) => (zoom > 0 ? `1/${2 ** zoom}` : String(2 ** -zoom));
    slider(controls, model, "zoom", { label: "half width", min: -7, max: 8, show: power });
    const P = panel(view, "");

    /* From low to high, both at least 0; a number x is followed by x + ulp(x). */
    function positive([, p, bias, largest], low, high) {
      const found = [], ulp = (x) => {
        const e = Math.floor(Math.log2(x)); // of a number just below 2^k this may be k
        return 2 ** (Math.max(2 ** e > x ? e - 1 : e, 1 - bias) - p);
      };
      for (let x = Math.ceil(low / ulp(low)) * ulp(low); x <= Math.min(high, largest); x += ulp(x)) found.push(x);
      return found;
    }

    function draw() {
      const c = Number(get("centre")), w = 2 ** -get("zoom"), [low, high] = [c - w, c + w];
      const rows = get("formats"), X = (x) => 75 + ((x - low) / (high - low)) * 250, svg = P.clear(330, 30 * rows.length + 24);
      const all = rows.map((fmt) => {
        const right = positive(fmt, Math.max(low, 0), high), left = low < 0 ? positive(fmt, 0, -low) : [];
        return [...left.filter((x) => x > 0).map((x) => -x), ...right];
      });
      rows.forEach(([name], i) => {
        const y = 30 * i + 14, places = new Set(all[i].map((x) => Math.round(X(x) * 4) / 4));
        label(svg, 68, y, name, { "text-anchor": "end", style: "font-size:11px" });
        add(svg, "line", { x1: 75, x2: 325, y1: y, y2: y, class: "fig-axis" });
        add(svg, "path", { class: "fig-tick", d: [...places].map((x) => `M${x} ${y - 9}v18`).join("") });
      });
      [low, c, high].forEach((x) => label(svg, X(x), 30 * rows.length + 12, round(x, 8), { style: "font-size:10px", class: "faint" }));
      P.say(`from ${round(low, 8)} to ${round(high, 8)}`);
      return rows.map(([name], i) => `${name} ${all[i].length}`).join(" \u00b7 ") + " numbers";
    }
  },
};
