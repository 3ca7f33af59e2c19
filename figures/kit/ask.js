/* Asking first: what is to come stays hidden until the reader has guessed. */
import { add, round } from "./drawing.js";

/* A question, and a guess: a number between `min` and `max`, or a mark of the panel `on`. What is
   returned says whether the truth is still `hidden`, what the `guess` is (undefined before the
   first touch), and compares it with the truth, which the figure computes, in a sentence. */
export function predict({ controls, redraw, onAny }, text, options) {
  const { min, max, step = 1, start = min, show = round, on } = options;
  const box = add(controls, "fieldset", { class: "fig-predict" });
  add(box, "legend", {}, text);
  const asked = { hidden: true, guess: undefined, compare };
  let stale = false;
  let printing = false;
  let open = false;
  const slider = on ? undefined : number();
  const button = add(box, "button", { type: "button", class: "fig-step" });
  button.addEventListener("click", () => {
    open = !open;
    stale = false;
    if (!open) asked.guess = undefined;
    refresh();
  });
  onAny(() => {
    stale = open;
    sync();
  });
  for (const name of ["beforeprint", "afterprint"])
    addEventListener(name, () => {
      if (!box.isConnected) return;
      printing = name === "beforeprint";
      refresh();
    });
  on?.picked((i) => {
    if (open || i < 0 || i === asked.guess) return; // what is drawn anew tells its mark again
    asked.guess = i;
    refresh();
  });

  function number() {
    const row = add(box, "label", { class: "fig-slider" }, "Your guess ");
    const input = add(row, "input", { type: "range", min, max, step, "data-name": "guess" });
    const output = add(row, "output");
    input.value = start;
    input.addEventListener("input", () => {
      asked.guess = Number(input.value);
      refresh();
    });
    return { input, output };
  }
  function sync() {
    asked.hidden = !open && !printing;
    button.disabled = !open && asked.guess === undefined;
    button.textContent = open ? "Guess again" : "Show the truth";
    if (!slider) return;
    slider.input.disabled = open;
    if (asked.guess === undefined) slider.input.value = start;
    slider.output.textContent = asked.guess === undefined ? "\u2013" : show(asked.guess);
    slider.input.setAttribute("aria-valuetext", slider.output.textContent);
  }
  function refresh() {
    sync();
    redraw();
  }
  function compare(truth) {
    if (!open || stale) return "";
    const same = show(asked.guess) === show(truth);
    return `You guessed ${show(asked.guess)}: ${same ? "so it is." : `it is ${show(truth)}.`}`;
  }
  sync();
  return asked;
}
