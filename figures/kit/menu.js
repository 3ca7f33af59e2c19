/* What stands below every figure: its start again, a link to its state, its call in Python. */
import { add } from "./drawing.js";

const WORDS = ["title", "alt", "bounds"];

/* What of a state differs from its start, by name. */
export function changed(model) {
  return Object.keys(model.start)
    .filter((name) => !WORDS.includes(name) && !same(model.get(name), model.start[name]))
    .map((name) => [name, model.get(name)]);
}

const same = (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/* A value as an address writes it, and back to the kind of value that `like` is; undefined where
   it is none. */
export const written = (value) => (Array.isArray(value) ? value.join(",") : String(value));

export function understood(text, like) {
  if (typeof like === "boolean") return { true: true, false: false }[text];
  if (typeof like === "string") return text;
  if (typeof like === "number") return number(text);
  if (!Array.isArray(like)) return undefined;
  const values = text.split(",").map(number);
  return values.length === like.length && !values.includes(undefined) ? values : undefined;
}

const number = (text) =>
  text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;

/* Set many names at once; twice, since a figure may answer one change by another. */
export function setAll(model, values) {
  model.set({ ...values });
  model.set({ ...values });
}

/* `call` is what the notebook says: a name, arguments and keywords, as texts. */
export function asPython({ name, args, keywords }, values) {
  const set = Object.fromEntries(values.map(([key, value]) => [key, literal(value)]));
  const named = Object.entries({ ...keywords, ...set }).map(([key, text]) => `${key}=${text}`);
  return `${name}(${[...args, ...named].join(", ")})`;
}

function literal(value) {
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value === "boolean") return value ? "True" : "False";
  return value === null ? "None" : JSON.stringify(value);
}

export function menu(root, model) {
  // The page knows the whole state; of Jupyter's we know what the controls show.
  const shown = [...root.querySelectorAll("[data-name]")].map(({ dataset: { name } }) => name);
  const names = model.state ? Object.keys(model.state) : shown;
  model.start = Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const host = root.closest(".fig-host");
  const bar = add(root, "div", { class: "fig-menu" });
  const said = add(root, "p", { class: "fig-said", role: "status", hidden: "" });
  const button = (text, title, press) => {
    const node = add(bar, "button", { type: "button", title }, text);
    node.addEventListener("click", press);
    return node;
  };
  const tell = (what) => {
    const text = what();
    const again = !said.hidden && said.textContent === text;
    said.hidden = again;
    said.replaceChildren(add(null, "code", { tabindex: 0 }, text));
    if (!again) getSelection()?.selectAllChildren(said);
  };
  const reset = button("Reset", "Show the figure as it began", () => {
    setAll(model, model.start);
    model.save_changes();
    said.hidden = true;
  });
  if (host?.id)
    button("Link", "The address of the figure as it is now", () =>
      tell(() => address(host, model)),
    );
  button("Python", "The figure as it is now, in Python", () =>
    tell(() => asPython(callOf(host, model), changed(model))),
  );
  const sync = () => {
    reset.disabled = changed(model).length === 0;
    said.hidden = true;
  };
  model.on("change", sync);
  sync();
}

function address(host, model) {
  const url = new URL(location.href);
  url.search = new URLSearchParams(
    changed(model).map(([name, value]) => [`${host.id}.${name}`, written(value)]),
  );
  url.hash = host.id;
  return url.href;
}

function callOf(host, model) {
  if (host?.dataset.call) return JSON.parse(host.dataset.call);
  const name = (model.get("_anywidget_id") ?? host?.dataset.figure ?? "").split(".").pop();
  return { name, args: ["..."], keywords: {} };
}
