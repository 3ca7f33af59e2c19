/* Points on a line, which the reader drags: one entry each of a list of the state. */
import { scaleLinear } from "d3-scale";
import { drag, keyed } from "./controls.js";
import { add, dot, range, round } from "./drawing.js";

/* The point of entry `i` of `name` on the scale `X`, from `min` to `max` in steps of `step`; `role`
   and `symbol` are those of all. What is returned shows it at a height, or hides it. */
function knob({ get, put }, P, name, i, X, { min, max, step, role, symbol }) {
  const spot = add(P.svg, "g", {
    class: `fig-handle role-${role}`,
    "data-symbol": symbol,
    "data-name": name,
    tabindex: 0,
    role: "slider",
    "aria-label": `value ${i}`,
    "aria-valuemin": min,
    "aria-valuemax": max,
  });
  const write = (v) => {
    const values = get(name).slice();
    values[i] = Math.min(max, Math.max(min, Number((Math.round(v / step) * step).toFixed(9))));
    if (String(values) !== String(get(name))) put(name, values);
  };
  spot.addEventListener("keydown", (event) => {
    const value = keyed(event.key, get(name)[i], { min, max, step });
    if (value === undefined) return;
    write(value);
    event.preventDefault();
  });
  drag(spot, (event) => {
    const box = P.svg.getBoundingClientRect();
    const scale = P.svg.viewBox.baseVal.width / box.width;
    write(X.invert((event.clientX - box.left) * scale));
  });
  return (height) => {
    const shown = height !== undefined;
    spot.style.display = shown ? "" : "none";
    spot.replaceChildren();
    if (!shown) return;
    const v = get(name)[i];
    dot(spot, X(v), height, { r: 16, class: "fig-hit" });
    dot(spot, X(v), height, { r: 6.5, class: "fig-knob" });
    spot.setAttribute("aria-valuenow", v);
    spot.setAttribute("aria-valuetext", round(v));
  };
}

/* How high each of some values is stacked: on so many equal ones before it. */
const stacked = (values) =>
  values.map((v, i) => values.slice(0, i).filter((u) => Math.abs(u - v) < 1e-9).length);

/* A panel with at most `count` entries of `x` as points from 0 to `most`, and a `question` whose
   answer is a place among them, first `start`. What is drawn goes on the `ground`, below them. */
export function pointsOnLine({ get, put, panel, predict }, options) {
  const { count, most, question, start, role, symbol } = options;
  const ends = { min: 0, max: most, step: 0.5 };
  const asked = predict(question, { ...ends, start, show: (v) => round(v, 1) });
  const P = panel("drag the points", { interactive: true, fill: true });
  const ground = add(P.svg, "svg", { "aria-hidden": "true" });
  const X = scaleLinear().domain([0, most]);
  const knobs = range(count, (i) => knob({ get, put }, P, "x", i, X, { ...ends, role, symbol }));
  return {
    asked,
    ground,
    X,
    /* Empties the ground, makes it so high, and returns its width. */
    begin(height) {
      const width = Math.min(P.wide(), 640);
      P.size(width, height);
      for (const [key, v] of Object.entries({ width, height })) ground.setAttribute(key, v);
      ground.replaceChildren();
      return width;
    },
    /* Puts the points with the values `x` on a line at the height `base`, and hides the others. */
    place(x, base) {
      const under = stacked(x);
      knobs.forEach((show, i) => show(i < x.length ? base - 11 - 13.5 * under[i] : undefined));
    },
  };
}
