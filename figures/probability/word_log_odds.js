/* A message, and what each of its words adds to the log-odds of spam. */
import { add, figure, label, line, round } from "../kit/index.js";

const MODELS = ["counts", "presence"];
const ROW = 24;

export default figure(({ controls, get, put, panel, slider, choice, predict }) => {
  const row = add(controls, "label", { class: "fig-choice" }, "message ");
  const input = add(row, "input", {
    type: "text",
    class: "fig-text",
    "data-name": "text",
    size: 30,
    style: "width:min(26rem, 62vw)",
    autocomplete: "off",
    spellcheck: "false",
  });
  input.addEventListener("input", () => put("text", input.value));
  const asked = predict("How probable is it that this message is spam?", {
    min: 0,
    max: 100,
    start: 50,
    show: (v) => `${round(v, 2)} %`,
  });
  choice("model", "model of", MODELS);
  slider("smoothing", "added to each count", { step: 0.5, show: (e) => round(10 ** e, 2) });
  const P = panel("against spam \u2190 log-odds \u2192 for spam", { fill: true });

  return () => {
    if (document.activeElement !== input) input.value = get("text");
    const parts = shares(get, 10 ** get("smoothing"));
    const total = parts.reduce((s, [, v]) => s + v, 0);
    const shown = asked.hidden ? parts.slice(0, 1) : [...parts, ["sum", total]];

    const width = P.wide();
    const svg = P.clear(width, (parts.length + 1) * ROW + 8);
    const left = Math.min(150, width * 0.36);
    const middle = left + (width - left) / 2;
    const most = Math.max(1, Math.abs(total), ...parts.map(([, v]) => Math.abs(v)));
    const unit = ((width - left) / 2 - 46) / most;
    line(svg, middle, 0, middle, shown.length * ROW, { class: "fig-zero" });
    shown.forEach(([name, v, known = true], i) => {
      const y = i * ROW + (name === "sum" ? 6 : 0);
      if (name === "sum") line(svg, 0, y - 2, width, y - 2);
      const text = { class: "fig-number" + (known ? "" : " faint"), "text-anchor": "end" };
      label(svg, left - 8, y + ROW / 2, name, text);
      const into = add(svg, "g", { class: `role-${name === "sum" ? "output" : "input"}` });
      const long = Math.abs(v) * unit;
      add(into, "rect", {
        class: "fig-bar",
        x: v < 0 ? middle - long : middle,
        y: y + 4,
        width: Math.max(long, 0.5),
        height: ROW - 8,
        "data-tell": `${name}: ${round(v, 4)}, which multiplies the odds by ${plain(Math.exp(v))}`,
      });
      const to = v < 0 ? middle - long - 6 : middle + long + 6;
      label(svg, to, y + ROW / 2, known ? round(v, 2) : "unknown", {
        class: "fig-number" + (known ? "" : " faint"),
        "text-anchor": v < 0 ? "end" : "start",
      });
    });
    if (asked.hidden)
      parts.slice(1).forEach(([name], i) =>
        label(svg, left - 8, (i + 1.5) * ROW, name, {
          class: "fig-number",
          "text-anchor": "end",
        }),
      );
    if (asked.hidden)
      return `${get("model")}, ${round(10 ** get("smoothing"), 2)} added: first your guess`;
    const truth = 100 / (1 + Math.exp(-total));
    return [
      `log-odds ${round(total, 3)}: spam with a probability of ${plain(truth)} %`,
      ...[asked.compare(truth)].filter(Boolean),
    ].join("\n");
  };
});

/* To three digits. */
const plain = (v) => String(Number(v.toPrecision(3))).replace("-", "\u2212");

/* The prior, then each word of the message, and what it adds; words that no message has add 0. */
function shares(get, alpha) {
  const [words, counts, having, texts] = ["words", "counts", "having", "texts"].map(get);
  const said =
    get("text")
      .toLowerCase()
      .match(/[a-z][a-z'-]*/g) ?? [];
  const parts = [["prior", Math.log(texts[1] / texts[0])]];
  const totals = counts.map((row) => row.reduce((s, v) => s + v, 0) + alpha * words.length);
  const presence = get("model") === MODELS[1];
  const share = (k, j) => (having[k][j] + alpha) / (texts[k] + 2 * alpha);
  for (const word of new Set(said)) {
    const j = words.indexOf(word);
    const many = said.filter((other) => other === word).length;
    if (j < 0) parts.push([word, 0, false]);
    else if (presence) parts.push([word, Math.log(share(1, j) / share(0, j))]);
    else {
      const [p, q] = [0, 1].map((k) => (counts[k][j] + alpha) / totals[k]);
      parts.push([many > 1 ? `${word}, ${many} times` : word, many * Math.log(q / p)]);
    }
  }
  if (presence) {
    let absent = 0;
    words.forEach((word, j) => {
      if (!said.includes(word)) absent += Math.log((1 - share(1, j)) / (1 - share(0, j)));
    });
    parts.push(["what is absent", absent]);
  }
  return parts;
}
