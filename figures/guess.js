/* A question that is answered before the truth is shown: one of a few, or a number. */
import { add } from "./kit/index.js";

let count = 0; // of the guesses of a page: each is a group of its own

export default {
  render({ model, el }) {
    const get = (name) => model.get(name);
    const truth = get("truth");
    const among = get("among");
    const then = get("then");
    const unit = get("unit") && " " + get("unit");
    const texts = among.map((value, i) => get("labels")[i] ?? said(value));
    const right = among.indexOf(truth);
    model.start = {}; // a guess stands in no address
    const root = add(el, "div", {
      class: "fig fig-guess",
      role: "group",
      "aria-label": get("title"),
    });
    const form = add(root, "form", { class: "fig-controls fig-view" });
    const inputs = among.length ? choices(form, texts) : [number(form, unit)];
    const show = add(form, "button", { type: "submit", class: "fig-step" }, "Show");
    const readout = add(root, "div", { class: "fig-readout", role: "status", tabindex: -1 });
    const answer = among.length ? texts[right] : said(truth) + unit;
    const printed = add(root, "p", { class: "fig-guess-answer", hidden: "" });
    printed.append(`${sentence(answer)} ${then}`);

    form.addEventListener("input", () => {
      const at = inputs.findIndex((input) => input.checked);
      readout.textContent = `Your guess: ${among.length ? texts[at] : inputs[0].value + unit}`;
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const at = inputs.findIndex((input) => input.checked);
      const line = among.length
        ? at === right
          ? `Yes: ${sentence(answer)}`
          : `You said: ${sentence(texts[at])} It is: ${sentence(answer)}`
        : compared(Number(inputs[0].value), truth, unit, get("near"));
      if (among.length) mark(inputs, at, right);
      for (const input of inputs) input.disabled = true;
      show.remove();
      printed.remove();
      readout.replaceChildren();
      add(readout, "p", {}, line);
      if (then) add(readout, "p", { class: "fig-guess-then" }, then);
      readout.focus();
    });
  },
};

function choices(form, texts) {
  const name = `guess-${(count += 1)}`;
  return texts.map((text) => {
    const row = add(form, "label", { class: "fig-guess-choice" });
    const input = add(row, "input", { type: "radio", name, required: "" });
    row.append(text);
    return input;
  });
}

function number(form, unit) {
  const row = add(form, "label", {}, "Your guess ");
  const input = add(row, "input", { type: "number", step: "any", required: "" });
  row.append(unit);
  return input;
}

function mark(inputs, at, right) {
  inputs[at].parentElement.classList.add(at === right ? "is-right" : "is-wrong");
  inputs[right].parentElement.classList.add("is-right");
}

/* How far a number is off: as a factor where both have one sign, else as a difference. */
function compared(guess, truth, unit, near) {
  const told = `it is ${said(truth)}${unit}`;
  if (guess === truth) return `Yes: ${said(truth)}${unit}.`;
  if (Math.abs(guess - truth) <= near * Math.abs(truth))
    return `Near enough: you said ${said(guess)}, ${told}.`;
  const times = truth === 0 ? 0 : guess / truth;
  const far = times > 0 ? Math.max(times, 1 / times) : Math.abs(guess - truth);
  const more = times > 0 ? times > 1 : guess > truth;
  const by = `${said(Number(far.toPrecision(2)))}${times > 0 ? " times" : unit}`;
  return `You said ${said(guess)}; ${told}: ${by} too ${more ? "large" : "small"}.`;
}

const sentence = (text) => (/[.!?]$/.test(text) ? text : text + ".");

/* A number as the text writes it: a true minus, thin spaces, a raised exponent. */
function said(value) {
  if (typeof value === "string") return value;
  const [digits, exponent] = String(value).split("e");
  const [whole, fraction] = digits.replace("-", "\u2212").split(".");
  const grouped = whole.length > 4 ? whole.replace(/(?<=\d)(?=(\d{3})+$)/g, "\u202f") : whole;
  const number = fraction ? `${grouped}.${fraction}` : grouped;
  if (!exponent) return number;
  const raised = { "-": "\u207b", 1: "\u00b9", 2: "\u00b2", 3: "\u00b3" };
  const up = [...String(Number(exponent))].map(
    (d) => raised[d] ?? String.fromCharCode(0x2070 + Number(d)),
  );
  return `${number} \u00b7 10${up.join("")}`;
}
