/* Curves that Python computed: one picture for each setting of the sliders, and a cursor. */
import { line as path } from "d3-shape";
import { add, axes, dot, endLabels, figure, label, line, round } from "./kit/index.js";

const ROLES = ["output", "input", "kernel", "reference"];

/* A number for the readout: where digits behind the point say nothing, by its power of ten. */
const told = (v, digits, otherwise) =>
  v !== 0 && Math.abs(v) < 10 ** -digits
    ? v.toExponential(digits > 3 ? 0 : 1).replaceAll("-", "\u2212")
    : otherwise;

export default figure(({ get, put, slider, settings, panel, predict }) => {
  const names = get("names");
  const x = get("x");
  const kind = get("logarithmic") ? "log" : "linear";
  const roles = names.map((name, s) => get("roles")?.[name] ?? ROLES[s]);
  const setting = settings();
  slider("cursor", get("x_label"), {
    max: x.length - 1,
    show: (i) => told(x[i], 5, round(x[i], 6)),
  });
  const all = get("curves").flat(2);
  // What is not above zero has no place on a logarithmic axis: it lies on its lower edge.
  const seen = kind === "log" ? all.map((v) => Math.max(v, 1e-12)) : all;
  const domain = [Math.min(...seen), Math.max(...seen)];
  const asked = get("question") ? ask() : undefined;
  const P = panel(get("y_label"), { fill: true });
  let place = () => 0;
  P.svg.addEventListener("pointerdown", follow);
  P.svg.addEventListener("pointermove", (event) => event.buttons === 1 && follow(event));

  function follow(event) {
    const at = place(event.clientX - P.svg.getBoundingClientRect().left);
    if (at !== get("cursor")) put("cursor", at);
  }
  function ask() {
    const [low, high] = domain;
    const step = 10 ** Math.floor(Math.log10((high - low) / 100 || 1));
    const [min, max] = [Math.floor(low / step) * step, Math.ceil(high / step) * step];
    return predict(get("question"), { min, max, step, start: (min + max) / 2, show: round });
  }

  return () => {
    const lines = get("curves")[setting()];
    const at = get("cursor");
    const width = P.wide();
    const height = Math.round(Math.min(360, Math.max(240, width * 0.5)));
    const room = 14 + 6.6 * Math.max(...names.map((name) => name.length));
    const direct = names.length > 1 && room < width * 0.3;
    const svg = P.clear(width, height);
    const top = direct || names.length < 2 ? 0 : legend(svg, width);
    const { X, Y, box } = axes(svg, {
      width,
      height,
      top,
      right: direct ? room : 14,
      x: {
        domain: [x[0], x[x.length - 1]],
        scale: x[0] > 0 ? kind : "linear",
        nice: false,
        name: get("x_label"),
      },
      y: { domain, scale: kind },
    });
    place = (left) => {
      const far = x.map((v) => Math.abs(X(v) - left));
      return far.indexOf(Math.min(...far));
    };
    const shown = (v) => Y(kind === "log" ? Math.max(v, Y.domain()[0]) : v);
    const draw = path((v, i) => X(x[i]), shown);
    line(svg, X(x[at]), box.top, X(x[at]), box.bottom, { class: "fig-cursor" });
    lines.forEach((y, s) => {
      const group = add(svg, "g", { class: `role-${roles[s]}` });
      const known = asked?.hidden ? y.slice(0, at) : y;
      add(group, "path", { class: `fig-line s${s}`, d: draw(known) });
      if (!asked?.hidden) dot(group, X(x[at]), shown(y[at]), { r: 4.5, class: "fig-dot at" });
    });
    const ends = names.map((text, s) => {
      const y = lines[s][asked?.hidden ? Math.max(0, at - 1) : x.length - 1];
      return { y: shown(y), text, role: roles[s] };
    });
    if (direct) endLabels(svg, box.right + 8, ends, box);
    if (asked?.guess !== undefined)
      dot(add(svg, "g", { class: "role-reference" }), X(x[at]), shown(asked.guess), {
        r: 6,
        class: "fig-dot hollow guess",
      });
    if (asked?.hidden) return "Guess first.";
    const verdict = asked?.compare(lines[0][at]);
    const said = (v) => {
      const plain = v.toLocaleString("en-US", { maximumFractionDigits: 3 });
      return kind === "log" ? told(v, 3, plain) : plain;
    };
    return (
      names.map((name, s) => `${name} ${said(lines[s][at])}`).join(" \u00b7 ") +
      (verdict ? `\n${verdict}` : "")
    );
  };

  /* The names above the picture, where there is no room for them at the ends of the lines. */
  function legend(svg, width) {
    let [left, row] = [2, 9];
    names.forEach((name, s) => {
      const wide = 38 + 6.6 * name.length;
      if (left > 2 && left + wide > width) [left, row] = [2, row + 18];
      const group = add(svg, "g", { class: `role-${roles[s]}` });
      line(group, left, row, left + 22, row, { class: `fig-line s${s}` });
      label(group, left + 28, row, name, { "text-anchor": "start", class: "fig-end" });
      left += wide;
    });
    return row + 8;
  }
});
