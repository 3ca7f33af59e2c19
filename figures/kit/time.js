/* What goes on step by step: a slider that plays, and the named states of a figure. */
import { add } from "./drawing.js";

const PAUSE = 600; // milliseconds from step to step
const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const button = (into, text, title, press) => {
  const node = add(into, "button", { type: "button", class: "fig-step", title }, text);
  node.setAttribute("aria-label", title);
  node.addEventListener("click", press);
  return node;
};

/* Buttons beside a slider: on by one, or on until the end. Whoever wants no motion has the first
   alone. It plays for nobody who has not asked, and stops when anything else is touched. */
export function player(into, text, { value, least, most, step, put }) {
  let timer = 0;
  const on = () => put(Math.min(most(), Number((value() + step).toFixed(9))));
  const stop = () => {
    clearInterval(timer);
    timer = 0;
    sync();
  };
  const play = button(into, "\u25b6", `Play ${text}`, () => {
    if (timer) return stop();
    if (value() >= most()) put(least);
    timer = setInterval(() => {
      if (!play.isConnected) return stop();
      on();
      if (value() >= most()) stop();
    }, PAUSE);
    sync();
  });
  const once = button(into, "\u25b6|", `Step ${text}`, () => {
    stop();
    on();
  });
  const sync = () => {
    play.hidden = still() && !timer;
    play.textContent = timer ? "\u275a\u275a" : "\u25b6";
    play.setAttribute("aria-label", `${timer ? "Stop" : "Play"} ${text}`);
    play.title = play.getAttribute("aria-label");
    once.disabled = value() >= most();
  };
  matchMedia("(prefers-reduced-motion: reduce)").addEventListener("change", stop);
  return { sync, stop };
}

/* The named states of a figure: "1 of 4", a sentence each, and the way to the next. */
export function stages(model, before) {
  const all = model.get("stages") ?? [];
  if (!all.length) return;
  const bar = add(null, "div", { class: "fig-stages", role: "group", "aria-label": "stages" });
  before.before(bar);
  const alike = ([, state]) =>
    Object.entries(state).every(([k, v]) => JSON.stringify(model.get(k)) === JSON.stringify(v));
  let at = all.findIndex(alike);
  const go = (to) => {
    at = to;
    model.set({ ...all[at][1] });
    model.save_changes();
    sync();
  };
  const back = button(bar, "\u25c0", "Previous stage", () => go(at - 1));
  const count = add(bar, "span", { class: "fig-count" });
  const next = button(bar, "\u25b6", "Next stage", () => go(at + 1));
  const sentence = add(bar, "p", { role: "status" });
  const sync = () => {
    count.textContent = at < 0 ? `${all.length} stages` : `${at + 1} of ${all.length}`;
    const changed = at >= 0 && !alike(all[at]);
    sentence.textContent = at < 0 ? "" : all[at][0] + (changed ? " (changed since)" : "");
    back.disabled = at <= 0;
    next.disabled = at === all.length - 1;
  };
  model.on("change", sync);
  sync();
}
