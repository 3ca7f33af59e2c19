/* A plane with equal units on both axes: what lies on it, and what the reader drags. */
import { contours } from "d3-contour";
import { scaleLinear } from "d3-scale";
import { written as number } from "./axes.js";
import { drag, keyed } from "./controls.js";
import { add, dot, line, range, round, typeset } from "./drawing.js";

/* The plane of a panel that fills its place, from `x[0]` to `x[1]` and from `y[0]` to `y[1]`.
   `begin()` empties it for a new drawing and keeps what is dragged. */
export function plane({ get, put }, P, { x = [-5, 5], y = x, most = 420 } = {}) {
  const X = scaleLinear().domain(x);
  const Y = scaleLinear().domain(y);
  const ground = add(P.svg, "svg", { class: "fig-ground", "aria-hidden": "true" });
  const above = add(P.svg, "g");
  const handles = [];
  const at = ([u, v]) => [X(u), Y(v)];
  const path = (points) => points.map((p) => at(p).map((w) => w.toFixed(2))).join(" ");
  const group = ({ role, symbol } = {}) =>
    add(ground, "g", { class: role && `role-${role}`, "data-symbol": symbol });

  function begin() {
    const width = Math.min(P.wide(), most);
    const unit = width / (x[1] - x[0]);
    const height = unit * (y[1] - y[0]);
    P.size(width, height);
    X.range([0, width]);
    Y.range([height, 0]);
    ground.replaceChildren();
    const ticks = X.ticks(width < 300 ? 5 : 9).filter((v) => v > x[0] && v < x[1]);
    const every = ticks[1] - ticks[0];
    const others = range(Math.floor(y[1] / every) - Math.ceil(y[0] / every) + 1, (i) =>
      Number(((Math.ceil(y[0] / every) + i) * every).toFixed(9)),
    ).filter((v) => v > y[0] && v < y[1]);
    for (const v of ticks)
      line(ground, X(v), 0, X(v), height, { class: v === 0 ? "fig-zero" : "fig-grid" });
    for (const v of others)
      line(ground, 0, Y(v), width, Y(v), { class: v === 0 ? "fig-zero" : "fig-grid" });
    const small = { class: "fig-number fig-tick-text" };
    // Beside the axes, or along the frame where these lie outside.
    const [low, left] = [
      Math.min(Math.max(Y(0), 0), height - 20),
      Math.min(Math.max(X(0), 28), width),
    ];
    for (const v of ticks) if (v !== 0) typeset(ground, X(v), low + 11, number(v), small);
    for (const v of others)
      if (v !== 0) typeset(ground, left - 6, Y(v), number(v), { ...small, "text-anchor": "end" });
    for (const handle of handles) handle();
  }

  function arrow(from, to, what, into = group(what)) {
    const [[a, b], [c, d]] = [at(from), at(to)];
    const far = Math.hypot(c - a, d - b);
    if (far < 0.5) return dot(into, a, b, { r: 3 });
    const size = Math.min(12, far * 0.6);
    const half = size * 0.4;
    const [u, v] = [(c - a) / far, (d - b) / far];
    const [e, f] = [c - u * size, d - v * size];
    line(into, a, b, e, f, { class: "fig-line fig-arrow" });
    return add(into, "path", {
      class: "fig-dot",
      d: `M${c} ${d}L${e - v * half} ${f + u * half}L${e + v * half} ${f - u * half}Z`,
    });
  }
  const segment = (from, to, what = {}) =>
    line(group(what), ...at(from), ...at(to), {
      class: "fig-line" + (what.dashed ? " dashed" : ""),
    });
  /* The line of all `u` with `normal` times `u` equal to `offset`, across the plane. */
  function straight([a, b], offset, what) {
    const length = Math.hypot(a, b);
    if (length === 0) return undefined;
    const far = 2 * Math.hypot(x[1] - x[0], y[1] - y[0]);
    const [p, q] = [(a * offset) / length ** 2, (b * offset) / length ** 2];
    const [u, v] = [(-b / length) * far, (a / length) * far];
    return segment([p - u, q - v], [p + u, q + v], what);
  }
  const polygon = (points, what) =>
    add(group(what), "polygon", { class: "fig-area", points: path(points) });
  /* What `A` makes of the circle of radius `r` around 0, moved to `centre`. */
  const ellipse = (A, { r = 1, centre = [0, 0], ...what } = {}) =>
    add(group(what), "polygon", {
      class: "fig-area",
      points: path(
        range(90, (i) => {
          const [c, s] = [Math.cos((i * Math.PI) / 45), Math.sin((i * Math.PI) / 45)];
          return [0, 1].map((k) => centre[k] + r * (A[k][0] * c + A[k][1] * s));
        }),
      ),
    });
  /* The grid of whole numbers, as `A` moves it. */
  function grid(
    A,
    { n = Math.ceil(Math.max(...x.map(Math.abs), ...y.map(Math.abs))), ...what } = {},
  ) {
    const into = group(what);
    const to = (u, v) => at([A[0][0] * u + A[0][1] * v, A[1][0] * u + A[1][1] * v]);
    for (let i = -n; i <= n; i++)
      for (const [a, b] of [
        [to(i, -n), to(i, n)],
        [to(-n, i), to(n, i)],
      ])
        line(into, ...a, ...b, { class: "fig-moved" });
  }
  /* Lines along which `f(u, v)` has each of the values `levels`. */
  function levels(f, values, what) {
    const n = 80;
    const [w, h] = [(x[1] - x[0]) / n, (y[1] - y[0]) / n];
    const sample = range(n * n, (i) =>
      f(x[0] + ((i % n) + 0.5) * w, y[0] + (Math.floor(i / n) + 0.5) * h),
    );
    const into = group(what);
    const inside = (p) => p.every((w) => w > 1e-6 && w < n - 1e-6);
    const place = ([p, q]) => at([x[0] + p * w, y[0] + q * h]).map((v) => v.toFixed(1));
    for (const { coordinates } of contours().size([n, n]).thresholds(values)(sample))
      for (const ring of coordinates.flat()) {
        // Rings are closed along the frame, which is no level.
        const steps = range(ring.length - 1).filter((i) => inside(ring[i]) && inside(ring[i + 1]));
        const d = steps.map((i, k) =>
          steps[k - 1] === i - 1
            ? `L${place(ring[i + 1])}`
            : `M${place(ring[i])}L${place(ring[i + 1])}`,
        );
        if (d.length) add(into, "path", { class: "fig-level", d: d.join("") });
      }
  }

  /* A point of the state that is dragged, or moved by `step` with the arrow keys; a `vector` has an
     arrow from 0. It is called `title`, and `letter` stands beside it, or else `symbol`; where that
     has an index, `a_0`, it is lit by its letter. */
  function point(name, title, { step = 0.5, vector = false, role, symbol, letter = symbol } = {}) {
    const spot = add(above, "g", {
      class: "fig-handle fig-free" + (role ? ` role-${role}` : ""),
      "data-symbol": symbol?.split("_")[0],
      "data-name": name,
      tabindex: 0,
      role: "slider",
      "aria-label": title,
      "aria-roledescription": "point of two coordinates",
      "aria-valuemin": x[0],
      "aria-valuemax": x[1],
    });
    const write = (p) => {
      const snapped = p.map((w, k) => {
        const [low, high] = [x, y][k];
        return Math.min(high, Math.max(low, Number((Math.round(w / step) * step).toFixed(9))));
      });
      if (String(snapped) !== String(get(name))) put(name, snapped);
    };
    spot.addEventListener("keydown", (event) => {
      const k = { ArrowLeft: 0, ArrowRight: 0, ArrowUp: 1, ArrowDown: 1 }[event.key];
      if (k === undefined) return;
      const p = get(name).slice();
      p[k] = keyed(event.key, p[k], { step });
      write(p);
      event.preventDefault();
    });
    drag(spot, (event) => {
      const box = P.svg.getBoundingClientRect();
      const scale = P.svg.viewBox.baseVal.width / box.width;
      const here = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
      write([X.invert(here[0]), Y.invert(here[1])]);
    });
    handles.push(() => {
      const p = get(name);
      const [cx, cy] = at(p);
      spot.replaceChildren();
      if (vector) arrow([0, 0], p, {}, spot);
      dot(spot, cx, cy, { r: 18, class: "fig-hit" });
      if (!vector) dot(spot, cx, cy, { r: 6.5, class: "fig-knob" });
      const away = Math.hypot(...p) || 1;
      if (letter)
        typeset(spot, cx + (16 * p[0]) / away, cy - (16 * p[1]) / away, letter, {
          class: "fig-letter",
        });
      spot.setAttribute("aria-valuenow", p[0]);
      spot.setAttribute("aria-valuetext", p.map((v) => round(v)).join(", "));
    });
  }
  const vector = (name, title, more) => point(name, title, { ...more, vector: true });
  const text = (p, what, more = {}) =>
    typeset(ground, ...at(p), what, { class: "fig-end", ...more });
  const mark = (p, what = {}) => dot(group(what), ...at(p), { r: 4, "data-tell": what.tell });

  return {
    X,
    Y,
    begin,
    arrow,
    segment,
    straight,
    polygon,
    ellipse,
    grid,
    levels,
    point,
    vector,
    text,
    mark,
  };
}
