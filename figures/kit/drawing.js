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

export function matrix(
  svg,
  A,
  { x = 0, y = 0, size = 24, row = -1, column = -1, most, zeros = "0" } = {},
) {
  most ??= Math.max(1e-9, ...A.flat().map(Math.abs));
  A.forEach((values, i) =>
    values.forEach((v, j) =>
      cell(svg, x + j * size, y + i * size, size, v, {
        most,
        on: i === row || j === column,
        text: v === 0 ? zeros : round(v),
      }),
    ),
  );
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
  add(svg, "line", { x1: x, x2: x + width, y1: zero, y2: zero, class: "fig-axis" });
  values.forEach((v, i) => {
    const cx = x + (i + 0.5) * w;
    const top = zero - (v / most) * tall;
    add(svg, "line", {
      x1: cx,
      x2: cx,
      y1: zero,
      y2: top,
      class: `fig-stem ${series}` + (i === on ? " on" : ""),
    });
    add(svg, "circle", {
      cx,
      cy: top,
      r: i === on ? 4.5 : 3,
      class: `fig-dot ${series}` + (i === on ? " on" : ""),
    });
    if (names)
      label(svg, cx, y + height + 8, names(i), {
        class: "fig-number faint",
        style: "font-size:10px",
      });
  });
}

export const range = (n, f = (i) => i) => Array.from({ length: n }, (_, i) => f(i));
export const minus = (v) => (v < 0 ? `(${round(v)})` : round(v));
