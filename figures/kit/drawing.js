/* Panels, and what is drawn in them. */

const SVG = "http://www.w3.org/2000/svg";

export function add(parent, tag, attributes = {}, ...children) {
  const svg = tag === "svg" || (parent instanceof SVGElement && parent.tagName !== "foreignObject");
  const node = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== undefined) node.setAttribute(name, value);
  node.append(...children);
  parent?.append(node);
  return node;
}

/* A panel: a heading and a drawing of `width` by `height` units; `clear` returns it empty. */
export function panel(view, heading, { interactive = false } = {}) {
  const box = add(view, "div", { class: "fig-panel" });
  const title = add(box, "div", { class: "fig-heading" });
  const svg = add(box, "svg", interactive ? { role: "group" } : { "aria-hidden": "true" });
  const say = (text) => {
    title.textContent = text;
    if (interactive) svg.setAttribute("aria-label", text);
  };
  say(heading);
  return {
    svg,
    say,
    size(width, height) {
      svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
      svg.style.setProperty("--width", width);
    },
    clear(width, height) {
      svg.replaceChildren();
      this.size(width, height);
      return svg;
    },
  };
}

export const round = (v, digits = 2) =>
  String(Number(Number(v).toFixed(digits))).replace("-", "\u2212");
export const label = (svg, x, y, text, more = {}) =>
  add(
    svg,
    "text",
    { x, y, "text-anchor": "middle", "dominant-baseline": "central", ...more },
    String(text),
  );

export const note = (svg, x, y, text, more = {}) =>
  label(svg, x, y, text, { class: "faint", style: "font-size:10px", ...more });
export const line = (svg, x1, y1, x2, y2, more = {}) =>
  add(svg, "line", { x1, y1, x2, y2, class: "fig-axis", ...more });
export const dot = (svg, cx, cy, more = {}) =>
  add(svg, "circle", { cx, cy, r: 4, class: "fig-dot", ...more });

/* One cell of a matrix or strip: its colour is the sign, its depth the size of the value. */
export function cell(
  svg,
  x,
  y,
  size,
  value,
  { most = 1, on = false, text = round(value), fill, faint = false } = {},
) {
  const share = text.length > 3 ? 1.35 / text.length + 0.05 : 0.48; // of the cell, for its number
  const depth = value === 0 ? 0 : 0.15 + 0.6 * Math.min(1, Math.abs(value) / most);
  add(svg, "rect", {
    x: x + 0.5,
    y: y + 0.5,
    width: size - 1,
    height: size - 1,
    rx: 2,
    class: "fig-cell" + (on ? " on" : "") + (value < 0 ? " negative" : ""),
    style: fill ? `fill:${fill};fill-opacity:${value === 0 ? 0 : 0.75}` : `fill-opacity:${depth}`,
  });
  if (text !== "")
    label(svg, x + size / 2, y + size / 2 + 0.5, text, {
      class: "fig-number" + (faint || value === 0 ? " faint" : ""),
      style: `font-size:${Math.min(13, size * share)}px`,
    });
}

/* The cells of a matrix; an option of `cell` may be a function of row and column. */
export function matrix(svg, A, { x = 0, y = 0, size = 24, ...given } = {}) {
  const options = Object.entries({ most: largest(A, 1e-9), ...given });
  const at = (i, j) => options.map(([k, v]) => [k, typeof v === "function" ? v(i, j) : v]);
  A.forEach((values, i) =>
    values.forEach((v, j) =>
      cell(svg, x + j * size, y + i * size, size, v, Object.fromEntries(at(i, j))),
    ),
  );
}

/* The places of an axis that a window looks at: low blocks, paler where `inside` says no. */
export function places(svg, at, { y, size, inside = () => true }) {
  for (const place of at)
    add(svg, "rect", {
      x: place * size + 1,
      y,
      width: size - 2,
      height: 12,
      rx: 2,
      class: "fig-cell" + (inside(place) ? "" : " negative"),
      style: `fill-opacity:${inside(place) ? 0.75 : 0.3}`,
    });
}

/* The lines between the blocks of a matrix, `rows` by `columns` of them. */
export function blocks(svg, rows, columns, width, height) {
  for (let i = 1; i < rows; i++) line(svg, 0, (i * height) / rows, width, (i * height) / rows);
  for (let j = 1; j < columns; j++)
    line(svg, (j * width) / columns, 0, (j * width) / columns, height);
}

/* A row of thin bars, for values that are computed. */
export function stems(
  svg,
  values,
  { x = 0, y = 0, width, height, most, on = -1, names, series = "a" },
) {
  const w = width / values.length;
  const signed = values.some((v) => v < 0);
  const tall = (signed ? height / 2 : height) - 6;
  const zero = y + (signed ? height / 2 : height - 2);
  line(svg, x, zero, x + width, zero);
  values.forEach((v, i) => {
    const cx = x + (i + 0.5) * w;
    const top = zero - (v / most) * tall;
    const kind = series + (i === on ? " on" : "");
    line(svg, cx, zero, cx, top, { class: `fig-stem ${kind}` });
    dot(svg, cx, top, { r: i === on ? 4.5 : 3, class: `fig-dot ${kind}` });
    if (names) note(svg, cx, y + height + 8, names(i), { class: "fig-number faint" });
  });
}

export const range = (n, f = (i) => i) => Array.from({ length: n }, (_, i) => f(i));
export const largest = (values, least = 1) => Math.max(least, ...values.flat(3).map(Math.abs));
export const minus = (v) => (v < 0 ? `(${round(v)})` : round(v));
