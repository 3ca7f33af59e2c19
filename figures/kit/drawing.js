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

/* A panel: a heading and a drawing of `width` by `height` units; `clear` returns it empty. One that
   can `fill` the column, or has at least so many pixels of it, is drawn in the pixels of `wide()`,
   and again when they change. */
export function panel(view, heading, { interactive = false, fill = false, redraw } = {}) {
  const box = add(view, "div", { class: "fig-panel" + (fill ? " fill" : "") });
  if (fill) box.style.setProperty("--least", fill === true ? "100%" : `${fill}px`);
  const title = add(box, "div", { class: "fig-heading" });
  const svg = add(box, "svg", interactive ? { role: "group" } : { "aria-hidden": "true" });
  const wide = () => Math.round(Math.min(box.clientWidth || 640, 760));
  if (fill) whenResized(box, wide, redraw);
  const say = (text) => {
    title.textContent = text;
    if (interactive) svg.setAttribute("aria-label", text);
  };
  say(heading);
  return {
    svg,
    say,
    wide,
    interactive,
    name: () => title.textContent,
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

function whenResized(box, wide, redraw) {
  let before = wide();
  new ResizeObserver(() => {
    if (wide() === before || !box.clientWidth) return;
    before = wide();
    redraw();
  }).observe(box);
}

/* Where something is drawn that has a role, or a letter: a group of its own. */
export function within(svg, { role, symbol }) {
  if (!role && !symbol) return svg;
  return add(svg, "g", { class: role && `role-${role}`, "data-symbol": symbol });
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
  label(svg, x, y, text, { class: "faint", style: "font-size:10.5px", ...more });
export const line = (svg, x1, y1, x2, y2, more = {}) =>
  add(svg, "line", { x1, y1, x2, y2, class: "fig-axis", ...more });
export const dot = (svg, cx, cy, more = {}) =>
  add(svg, "circle", { cx, cy, r: 4, class: "fig-dot", ...more });

/* A line of text with its indices lowered: `A_01 b_2`. */
export const lowered = (text) =>
  text.replace(/(?<=\p{L})_(\d+)/gu, (_, digits) =>
    digits.replace(/\d/g, (d) => "\u2080\u2081\u2082\u2083\u2084\u2085\u2086\u2087\u2088\u2089"[d]),
  );

/* Text with raised and lowered parts: `10^7`, `10^{-3}`, `y_i`, `x_{i+1}`. */
export function typeset(svg, x, y, text, more = {}) {
  const node = label(svg, x, y, "", more);
  let down = 0;
  for (const [, plain, shift, long, short] of String(text).matchAll(
    /([^^_]+)|([\^_])(?:\{([^}]*)\}|(.))/g,
  )) {
    const to = { "^": -0.42, _: 0.25 }[shift] ?? 0;
    const size = shift ? "font-size:.75em" : undefined;
    // The shift of a tspan is in its own em: a smaller letter, a longer way.
    const dy = shift ? `${((to - down) / 0.75).toFixed(3)}em` : down ? `${-down}em` : undefined;
    add(node, "tspan", { dy, style: size }, (plain ?? long ?? short).replace("-", "\u2212"));
    down = to;
  }
  return node;
}

/* One cell of a matrix or strip: the colour of its role, as deep as the value is large; hatched if
   it is below zero, outlined if it is `on`. `tell` is what it says when it is pointed at. */
export function cell(
  svg,
  x,
  y,
  size,
  value,
  { most = 1, on = false, text = round(value), fill, faint = false, role, tell } = {},
) {
  const share = text.length > 3 ? 1.35 / text.length + 0.05 : 0.48; // of the cell, for its number
  const depth = value === 0 ? 0 : 0.2 + 0.8 * Math.min(1, Math.abs(value) / most);
  add(svg, "rect", {
    x: x + 0.5,
    y: y + 0.5,
    width: size - 1,
    height: size - 1,
    rx: Math.min(2, size / 8),
    class: "fig-cell" + (on ? " on" : "") + (role ? ` role-${role}` : ""),
    style: fill
      ? `fill:${fill};--depth:${value === 0 ? 0 : 1}`
      : `--depth:${Number(depth.toFixed(3))}`,
    "data-tell": tell,
  });
  if (value < 0) hatch(svg, x + 0.5, y + 0.5, size - 1, role);
  if (text !== "")
    label(svg, x + size / 2, y + size / 2 + 0.5, text, {
      class: "fig-number" + (faint || value === 0 ? " faint" : ""),
      style: `font-size:${Math.min(13, size * share)}px`,
    });
}

/* The strokes of a square that is below zero. */
export function hatch(svg, x, y, size, role) {
  const gap = Math.max(4, size / 4);
  const strokes = range(Math.ceil((2 * size) / gap) - 1, (i) => (i + 1) * gap);
  const low = (c) => Math.max(0, c - size);
  const high = (c) => Math.min(c, size);
  const d = strokes.map(
    (c) =>
      `M${(x + low(c)).toFixed(1)} ${(y + high(c)).toFixed(1)}` +
      `L${(x + high(c)).toFixed(1)} ${(y + low(c)).toFixed(1)}`,
  );
  add(svg, "path", { d: d.join(""), class: "fig-hatch" + (role ? ` role-${role}` : "") });
}

/* The cells of a matrix; an option of `cell` may be a function of row and column. */
export function matrix(svg, A, { x = 0, y = 0, size = 24, symbol, ...given } = {}) {
  const into = within(svg, { symbol, role: typeof given.role === "string" && given.role });
  const options = Object.entries({ most: largest(A, 1e-9), ...given });
  const at = (i, j) => options.map(([k, v]) => [k, typeof v === "function" ? v(i, j) : v]);
  const single = A.length === 1 || A.every((row) => row.length === 1);
  const place = (i, j) => (single ? i + j : `${i}, ${j}`);
  A.forEach((values, i) =>
    values.forEach((v, j) =>
      cell(into, x + j * size, y + i * size, size, v, {
        tell: `${symbol ?? ""}[${place(i, j)}] = ${round(v, 4)}`,
        ...Object.fromEntries(at(i, j)),
      }),
    ),
  );
}

/* The places of an axis that a window looks at: low blocks, hollow where `inside` says no. */
export function places(svg, at, { y, size, inside = () => true, ...what }) {
  const into = within(svg, what);
  for (const place of at)
    add(into, "rect", {
      x: place * size + 1,
      y,
      width: size - 2,
      height: 12,
      rx: 2,
      class: "fig-cell fig-place" + (inside(place) ? "" : " outside"),
    });
}

/* The lines between the blocks of a matrix, `rows` by `columns` of them. */
export function blocks(svg, rows, columns, width, height) {
  for (let i = 1; i < rows; i++) line(svg, 0, (i * height) / rows, width, (i * height) / rows);
  for (let j = 1; j < columns; j++)
    line(svg, (j * width) / columns, 0, (j * width) / columns, height);
}

/* A row of thin bars, for values that are computed; `hollow` ones are rings on dashes. */
export function stems(
  svg,
  values,
  { x = 0, y = 0, width, height, most, on = -1, names, hollow = false, role, symbol } = {},
) {
  const into = within(svg, { role, symbol });
  const w = width / values.length;
  const signed = values.some((v) => v < 0);
  const tall = (signed ? height / 2 : height) - 6;
  const zero = y + (signed ? height / 2 : height - 2);
  line(into, x, zero, x + width, zero);
  values.forEach((v, i) => {
    const cx = x + (i + 0.5) * w;
    const top = zero - (v / most) * tall;
    const kind = (hollow ? " hollow" : "") + (i === on ? " on" : "");
    line(into, cx, zero, cx, top, { class: "fig-stem" + kind });
    dot(into, cx, top, { r: i === on ? 4.5 : hollow ? 6 : 3, class: "fig-dot" + kind });
    if (names) note(into, cx, y + height + 8, names(i), { class: "fig-number faint" });
    const tell = `${symbol ?? ""}[${i}] = ${round(v, 4)}`;
    add(into, "rect", { x: x + i * w, y, width: w, height, class: "fig-hit", "data-tell": tell });
  });
}

export const range = (n, f = (i) => i) => Array.from({ length: n }, (_, i) => f(i));
export const largest = (values, least = 1) => Math.max(least, ...values.flat(3).map(Math.abs));
export const minus = (v) => (v < 0 ? `(${round(v)})` : round(v));
