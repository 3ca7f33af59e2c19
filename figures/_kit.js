/* What every figure is made of. Figures see these names: the kit is loaded before them. */

const SVG = "http://www.w3.org/2000/svg";

function add(parent, tag, attributes = {}, ...children) {
  const svg = tag === "svg" || (parent instanceof SVGElement && parent.tagName !== "foreignObject");
  const node = svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== false && value !== undefined) node.setAttribute(name, value);
  node.append(...children);
  parent?.append(node);
  return node;
}

/* A figure: controls, panels side by side, a line that says the numbers. `draw` runs at every change. */
function figure({ model, el }, draw) {
  const root = add(el, "div", { class: "fig", role: "group", "aria-label": model.get("title") });
  const controls = add(root, "div", { class: "fig-controls" });
  const view = add(root, "div", { class: "fig-view" });
  const readout = add(root, "p", { class: "fig-readout", role: "status" });
  add(root, "p", { class: "fig-alt" }, model.get("alt"));
  const redraw = () => { readout.textContent = draw(); };
  model.on("change", redraw);
  queueMicrotask(redraw);
  return { controls, view };
}

function change(model, name, value) {
  model.set(name, value);
  model.save_changes();
}

/* A labelled slider for one number of the state. `max` may be a function of the state. */
function slider(parent, model, name, { label, min = 0, max, step = 1, show = String }) {
  const row = add(parent, "label", { class: "fig-slider" }, label + " ");
  const input = add(row, "input", { type: "range", min, step, "data-name": name });
  const output = add(row, "output");
  const sync = () => {
    input.max = typeof max === "function" ? max() : max;
    if (model.get(name) > Number(input.max)) return change(model, name, Number(input.max));
    input.value = model.get(name);
    output.textContent = show(model.get(name));
    input.setAttribute("aria-valuetext", output.textContent);
  };
  input.addEventListener("input", () => change(model, name, Number(input.value)));
  model.on("change", sync);
  sync();
}

function toggle(parent, model, name, label) {
  const row = add(parent, "label", { class: "fig-toggle" });
  const input = add(row, "input", { type: "checkbox", "data-name": name });
  row.append(" " + label);
  const sync = () => { input.checked = model.get(name); };
  input.addEventListener("change", () => change(model, name, input.checked));
  model.on("change:" + name, sync);
  sync();
}

function choice(parent, model, name, label, options) {
  const row = add(parent, "label", { class: "fig-choice" }, label + " ");
  const input = add(row, "select", { "data-name": name });
  for (const option of options) add(input, "option", { value: option }, option);
  const sync = () => { input.value = model.get(name); };
  input.addEventListener("change", () => change(model, name, input.value));
  model.on("change:" + name, sync);
  sync();
}

/* A panel: a heading and a drawing of `width` by `height` units, cleared and drawn anew by `panel.draw`. */
function panel(view, heading, { interactive = false } = {}) {
  const box = add(view, "div", { class: "fig-panel" });
  const title = add(box, "div", { class: "fig-heading" });
  const svg = add(box, "svg", interactive ? { role: "group" } : { "aria-hidden": "true" });
  const say = (text) => { title.textContent = text; if (interactive) svg.setAttribute("aria-label", text); };
  say(heading);
  return {
    svg, say,
    size(width, height) {
      svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
      svg.style.setProperty("--width", width);
    },
    clear(width, height) { svg.replaceChildren(); this.size(width, height); return svg; },
  };
}

const round = (v, digits = 2) => String(Number(Number(v).toFixed(digits))).replace("-", "\u2212");
const label = (svg, x, y, text, more = {}) =>
  add(svg, "text", { x, y, "text-anchor": "middle", "dominant-baseline": "central", ...more }, String(text));

/* One cell of a matrix or strip: its colour is the sign, its depth the size of the value. */
function cell(svg, x, y, size, value, { most = 1, on = false, text = round(value), fill, faint = false } = {}) {
  const depth = value === 0 ? 0 : 0.15 + 0.6 * Math.min(1, Math.abs(value) / most);
  add(svg, "rect", {
    x: x + 0.5, y: y + 0.5, width: size - 1, height: size - 1, rx: 2,
    class: "fig-cell" + (on ? " on" : "") + (value < 0 ? " negative" : ""),
    style: fill ? `fill:${fill};fill-opacity:${value === 0 ? 0 : 0.75}` : `fill-opacity:${depth}`,
  });
  if (text !== "") label(svg, x + size / 2, y + size / 2 + 0.5, text, {
    class: "fig-number" + (faint || value === 0 ? " faint" : ""),
    style: `font-size:${Math.min(13, size * (text.length > 3 ? 1.35 / text.length + 0.05 : 0.48))}px`,
  });
}

function matrix(svg, A, { x = 0, y = 0, size = 24, row = -1, column = -1, most, zeros = "0" } = {}) {
  most ??= Math.max(1e-9, ...A.flat().map(Math.abs));
  A.forEach((values, i) => values.forEach((v, j) =>
    cell(svg, x + j * size, y + i * size, size, v, { most, on: i === row || j === column, text: v === 0 ? zeros : round(v) })));
}

/* Bars that the reader drags, or moves with the arrow keys; each is a slider of its own. */
function handles({ svg }, model, name, { x = 0, y = 0, width, height, min, max, step = 1, title }) {
  const count = model.get(name).length, w = width / count;
  const at = (v) => y + height * (max - v) / (max - min);
  const put = (i, v) => {
    const values = model.get(name).slice();
    values[i] = Math.min(max, Math.max(min, Math.round(v / step) * step));
    change(model, name, values);
  };
  add(svg, "line", { x1: x, x2: x + width, y1: at(0), y2: at(0), class: "fig-axis" });
  const bars = model.get(name).map((_, i) => {
    const bar = add(svg, "g", { class: "fig-handle", tabindex: 0, role: "slider", "data-name": name,
      "aria-valuemin": min, "aria-valuemax": max, "aria-label": title(i) });
    add(bar, "rect", { x: x + i * w, y, width: w, height, class: "fig-hit" });
    const body = add(bar, "rect", { x: x + i * w + w * 0.2, width: w * 0.6, class: "fig-bar" });
    const knob = add(bar, "circle", { cx: x + i * w + w / 2, r: Math.min(6, w * 0.3), class: "fig-knob" });
    const text = label(bar, x + i * w + w / 2, y + height + 9, "", { class: "fig-number", style: "font-size:11px" });
    const move = (event) => {
      const box = svg.getBoundingClientRect(), view = svg.viewBox.baseVal;
      put(i, max - ((event.clientY - box.top) * view.height / box.height - y) / height * (max - min));
    };
    bar.addEventListener("pointerdown", (event) => { bar.setPointerCapture(event.pointerId); bar.focus(); move(event); event.preventDefault(); });
    bar.addEventListener("pointermove", (event) => { if (bar.hasPointerCapture(event.pointerId)) move(event); });
    bar.addEventListener("keydown", (event) => {
      const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step }[event.key];
      const to = { Home: min, End: max }[event.key];
      if (by === undefined && to === undefined) return;
      put(i, to ?? model.get(name)[i] + by);
      event.preventDefault();
    });
    return { bar, body, knob, text };
  });
  const sync = () => model.get(name).forEach((v, i) => {
    const { bar, body, knob, text } = bars[i];
    body.setAttribute("y", Math.min(at(v), at(0)));
    body.setAttribute("height", Math.abs(at(v) - at(0)));
    knob.setAttribute("cy", at(v));
    text.textContent = round(v);
    bar.setAttribute("aria-valuenow", v);
    bar.classList.toggle("negative", v < 0);
  });
  model.on("change:" + name, sync);
  sync();
}

/* A row of thin bars, for values that are computed. */
function stems(svg, values, { x = 0, y = 0, width, height, most, on = -1, names, series = "a" }) {
  const w = width / values.length, signed = values.some((v) => v < 0), tall = (signed ? height / 2 : height) - 6, zero = y + (signed ? height / 2 : height - 2);
  add(svg, "line", { x1: x, x2: x + width, y1: zero, y2: zero, class: "fig-axis" });
  values.forEach((v, i) => {
    const cx = x + (i + 0.5) * w, top = zero - (v / most) * tall;
    add(svg, "line", { x1: cx, x2: cx, y1: zero, y2: top, class: `fig-stem ${series}` + (i === on ? " on" : "") });
    add(svg, "circle", { cx, cy: top, r: i === on ? 4.5 : 3, class: `fig-dot ${series}` + (i === on ? " on" : "") });
    if (names) label(svg, cx, y + height + 8, names(i), { class: "fig-number faint", style: "font-size:10px" });
  });
}

/* The sliders of a figure that Python computed beforehand; returns which frame they choose. */
function settingSliders(parent, model) {
  const values = model.get("values");
  ["first", "second"].slice(0, values.length).forEach((name, i) =>
    slider(parent, model, name, { label: model.get("labels")[i], max: values[i].length - 1, show: (at) => round(values[i][at], 6) }));
  return () => model.get("first") * (values[1]?.length ?? 1) + (values[1] ? model.get("second") : 0);
}

const range = (n, f = (i) => i) => Array.from({ length: n }, (_, i) => f(i));
const minus = (v) => (v < 0 ? `(${round(v)})` : round(v));
