/* Curves that Python computed: one picture for each setting of the sliders, and a cursor. */
import { add, dot, figure, label, line, note, range, round } from "./kit/index.js";

export default figure(({ get, slider, settings, panel }) => {
  const names = get("names");
  const x = get("x");
  const setting = settings();
  slider("cursor", get("x_label"), { max: x.length - 1, show: (i) => round(x[i], 6) });
  const P = panel(get("y_label"));
  const scale = (v) => (get("logarithmic") ? Math.log10(Math.max(v, 1e-12)) : v);

  return () => {
    const lines = get("curves")[setting()];
    const all = get("curves").flat(2).map(scale);
    const at = get("cursor");
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const [a, b] = [scale(x[0]), scale(x[x.length - 1])];
    const X = (v) => 40 + ((scale(v) - a) / (b - a)) * 280;
    const Y = (v) => 170 - ((scale(v) - low) / (high - low || 1)) * 155;
    const svg = P.clear(330, 232);
    let [left, row] = [20, 206];
    names.forEach((name, s) => {
      const width = 34 + 5.8 * name.length;
      if (left + width > 330) [left, row] = [20, row + 17];
      line(svg, left, row, left + 20, row, { class: `fig-line s${s}` });
      label(svg, left + 25, row, name, { "text-anchor": "start", style: "font-size:11px" });
      left += width;
    });
    const ticks = get("logarithmic")
      ? range(Math.floor(high) - Math.ceil(low) + 1, (i) => 10 ** (Math.ceil(low) + i)).filter(
          (_, i, t) => t.length < 7 || i % 2 === 0,
        )
      : [low, high];
    ticks.forEach((v) => {
      line(svg, 40, Y(v), 320, Y(v), { style: "stroke-opacity:.15" });
      const text =
        v >= 1e4 ? `10^${Math.round(Math.log10(v))}` : round(v, get("logarithmic") ? 6 : 2);
      note(svg, 34, Y(v), text, { "text-anchor": "end" });
    });
    [x[0], x[x.length - 1]].forEach((v) => note(svg, X(v), 184, round(v)));
    lines.forEach((y, s) =>
      add(svg, "polyline", {
        class: `fig-line s${s}`,
        points: y.map((v, i) => `${X(x[i])},${Y(v)}`).join(" "),
      }),
    );
    line(svg, X(x[at]), 12, X(x[at]), 172);
    lines.forEach((y) => dot(svg, X(x[at]), Y(y[at]), { r: 3.5 }));
    return names
      .map(
        (name, s) =>
          `${name} ${lines[s][at].toLocaleString("en-US", { maximumFractionDigits: 3 })}`,
      )
      .join(" \u00b7 ");
  };
});
