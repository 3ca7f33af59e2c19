/* A figure and its controls: each shows one name of the state, and sets it. */
import { predict } from "./ask.js";
import { add, dot, label, line, lowered, panel, range, round, within } from "./drawing.js";
import { menu } from "./menu.js";
import { picker } from "./pick.js";
import { plane } from "./plane.js";
import { player, stages } from "./time.js";

/* A figure from a function that builds it once, of the words that it needs: `get` and `put` for the
   state, `slider`, `toggle`, `choice`, `panel`, ... for what the reader sees. It returns `draw`,
   which runs at every change and returns the line that says the numbers; or that line and the
   present value of each letter, `{ say, numbers: { y: [3, 1], "y_i": 3 } }`, which the root keeps
   as JSON in `data-numbers` and tells in an event, `figure-numbers`. */
export function figure(build) {
  return {
    render({ model, el }) {
      const root = add(el, "div", {
        class: "fig",
        role: "group",
        "aria-label": model.get("title"),
      });
      const controls = add(root, "div", { class: "fig-controls" });
      const view = add(root, "div", { class: "fig-view" });
      const readout = add(root, "p", { class: "fig-readout", role: "status" });
      const pointed = add(root, "p", { class: "fig-pointed" });
      add(root, "p", { class: "fig-alt" }, model.get("alt"));
      const pickers = [];
      const bound = words(model, controls, view, () => redraw());
      bound.panel = (heading, options = {}) =>
        pickable(panel(view, heading, { ...options, redraw: () => redraw() }), options.pick);
      const draw = build(bound);
      const redraw = () => {
        const drawn = draw();
        readout.textContent = lowered(drawn.say ?? drawn);
        for (const each of pickers) each.settle();
        if (drawn.numbers) publish(root, drawn.numbers);
      };
      stages(model, controls);
      model.on("change", redraw);
      redraw();

      function pickable(P, name) {
        if (P.interactive) return P;
        const listeners = [];
        const tell = (text, { svg }) => {
          pointed.textContent = text;
          for (const other of pickers) if (other.svg !== svg) other.drop();
          for (const listener of listeners) listener(own.chosen());
        };
        const state = name && { get: () => model.get(name), put: (i) => bound.put(name, i) };
        const own = picker(P, { tell, bound: state });
        pickers.push(own);
        return { ...P, picked: (listener) => listeners.push(listener) };
      }
      menu(root, model);
    },
  };
}

function publish(root, numbers) {
  const before = root.dataset.numbers;
  root.dataset.numbers = JSON.stringify(numbers);
  if (root.dataset.numbers !== before)
    root.dispatchEvent(new CustomEvent("figure-numbers", { bubbles: true, detail: numbers }));
}

function words(model, controls, view, redraw) {
  const bound = {
    controls,
    view,
    redraw,
    get: (name) => model.get(name),
    put(name, value) {
      model.set(name, value);
      model.save_changes();
    },
    on: (name, listener) => model.on("change:" + name, listener),
    onAny: (listener) => model.on("change", listener),
  };
  for (const [name, word] of Object.entries({
    slider,
    toggle,
    choice,
    handles,
    settings,
    predict,
    plane,
  }))
    bound[name] = (...values) => word(bound, ...values);
  return bound;
}

/* A labelled slider for one number of the state, between the bounds of its trait in Python, or
   those given here; `max` may be a function of the state. With `play`, buttons step it. */
function slider({ controls, get, put, onAny }, name, text, options = {}) {
  const { max, step = 1, show = String, play = false } = options;
  const row = add(controls, "label", { class: "fig-slider" }, text + " ");
  const [least, most] = get("bounds")[name];
  const input = add(row, "input", { type: "range", min: least, step, "data-name": name });
  const output = add(row, "output");
  const buttons =
    play &&
    player(add(controls, "span", { class: "fig-player" }), text.trim(), {
      least,
      step,
      value: () => get(name),
      most: () => Number(input.max),
      put: (v) => put(name, v),
    });
  const sync = () => {
    input.max = (typeof max === "function" ? max() : max) ?? most;
    if (get(name) > Number(input.max)) return put(name, Number(input.max));
    input.value = get(name);
    output.textContent = show(get(name));
    input.setAttribute("aria-valuetext", output.textContent);
    if (buttons) buttons.sync();
  };
  input.addEventListener("input", () => {
    if (buttons) buttons.stop();
    put(name, Number(input.value));
  });
  onAny(sync);
  sync();
}

function toggle({ controls, get, put, on }, name, text) {
  const row = add(controls, "label", { class: "fig-toggle" });
  const input = add(row, "input", { type: "checkbox", "data-name": name });
  row.append(" " + text);
  const sync = () => {
    input.checked = get(name);
  };
  input.addEventListener("change", () => put(name, input.checked));
  on(name, sync);
  sync();
}

function choice({ controls, get, put, on }, name, text, options) {
  const row = add(controls, "label", { class: "fig-choice" }, text + " ");
  const input = add(row, "select", { "data-name": name });
  for (const option of options) add(input, "option", { value: option }, option);
  const sync = () => {
    input.value = get(name);
  };
  input.addEventListener("change", () => put(name, input.value));
  on(name, sync);
  sync();
}

/* The value that a key of the keyboard asks for, or undefined. */
export function keyed(key, value, { min, max, step = 1 }) {
  const by = { ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step }[key];
  return { Home: min, End: max }[key] ?? (by === undefined ? undefined : value + by);
}

/* Bars that the reader drags, or moves with the arrow keys; each is a slider of its own, called
   `title(i)`; `role` and `symbol` are those of all. */
function handles({ get, put, on }, { svg }, name, title, more) {
  const options = { x: 5, y: 6, height: 100, min: -3, max: 3, step: 1, ...more };
  const { x, y, width, height, min, max, step } = options;
  const w = width / get(name).length;
  const into = within(svg, options);
  const at = (v) => y + (height * (max - v)) / (max - min);
  const set = (i, v) => {
    const values = get(name).slice();
    values[i] = Math.min(max, Math.max(min, Math.round(v / step) * step));
    put(name, values);
  };
  line(into, x, at(0), x + width, at(0));
  const bars = get(name).map((_, i) => {
    const bar = handle(into, name, { ...options, left: x + i * w, w, title: title(i) });
    bar.group.addEventListener("keydown", (event) => {
      const value = keyed(event.key, get(name)[i], { min, max, step });
      if (value === undefined) return;
      set(i, value);
      event.preventDefault();
    });
    drag(bar.group, (event) => {
      const box = svg.getBoundingClientRect();
      const here = ((event.clientY - box.top) * svg.viewBox.baseVal.height) / box.height;
      set(i, max - ((here - y) / height) * (max - min));
    });
    return bar;
  });
  const sync = () => get(name).forEach((v, i) => showBar(bars[i], v, at));
  on(name, sync);
  sync();
}

function handle(svg, name, { left, w, y, height, min, max, title }) {
  const group = add(svg, "g", {
    class: "fig-handle",
    tabindex: 0,
    role: "slider",
    "data-name": name,
    "aria-valuemin": min,
    "aria-valuemax": max,
    "aria-label": title,
  });
  const middle = left + w / 2;
  add(group, "rect", { x: left, y, width: w, height, class: "fig-hit" });
  return {
    group,
    body: add(group, "rect", { x: left + w * 0.2, width: w * 0.6, class: "fig-bar" }),
    knob: dot(group, middle, 0, { r: Math.min(6, w * 0.3), class: "fig-knob" }),
    text: label(group, middle, y + height + 9, "", {
      class: "fig-number",
      style: "font-size:11px",
    }),
  };
}

export function drag(group, move) {
  group.addEventListener("pointerdown", (event) => {
    group.setPointerCapture(event.pointerId);
    group.focus();
    move(event);
    event.preventDefault();
  });
  group.addEventListener("pointermove", (event) => {
    if (group.hasPointerCapture(event.pointerId)) move(event);
  });
}

function showBar({ group, body, knob, text }, v, at) {
  body.setAttribute("y", Math.min(at(v), at(0)));
  body.setAttribute("height", Math.abs(at(v) - at(0)));
  knob.setAttribute("cy", at(v));
  text.textContent = round(v);
  group.setAttribute("aria-valuenow", v);
}

/* The sliders of a figure that Python computed beforehand; returns which frame they choose. */
function settings({ get, slider }) {
  const values = get("values");
  for (const i of range(values.length)) {
    const show = (at) => round(values[i][at], 6);
    slider(["first", "second"][i], get("labels")[i], { max: values[i].length - 1, show });
  }
  return () => (values[1] ? get("first") * values[1].length + get("second") : get("first"));
}
