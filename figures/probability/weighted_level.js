/* Blocks as wide as chances and as high as numbers; the level of the same area is p . f. */
import { add, axes, figure, line, range, round, typeset } from "../kit/index.js";

export default figure(({ get, handles, panel, predict }) => {
  const bars = (name, heading, title, more) => {
    const P = panel(heading, { interactive: true });
    P.size(190, 122);
    handles(P, name, title, { width: 180, height: 94, max: 8, ...more });
  };
  bars("w", "drag the weights", (i) => `weight ${i}`, { min: 0, role: "input", symbol: "p" });
  bars("f", "drag the numbers f", (i) => `f_${i}`, { min: -4, role: "kernel", symbol: "f" });
  const P = panel("as wide as p, as high as f", { fill: 330 });
  const asked = predict("At which height is the level p \u00b7 f?", {
    min: -4,
    max: 8,
    step: 0.1,
    start: 2,
    show: (v) => round(v, 1),
  });

  return () => {
    const [w, f] = [get("w"), get("f")];
    const all = w.reduce((s, v) => s + v, 0);
    const p = w.map((v) => (all ? v / all : 0));
    const sums = [];
    p.forEach((v, i) => sums.push((sums[i - 1] ?? 0) + v * f[i]));
    const level = sums.at(-1);
    blocks(P, p, f, { guess: asked.guess, level: asked.hidden || !all ? undefined : level });
    const say = [`p = (${p.map((v) => round(v, 3)).join(", ")})`];
    if (!all) say.push("no weight at all: no chances");
    else if (!asked.hidden)
      say.push(
        `running sums, from the left: ${sums.map((v) => round(v, 3)).join(", ")}`,
        `p \u00b7 f = ${round(level, 3)}. ${asked.compare(level)}`,
      );
    return { say: say.join("\n"), numbers: { p: p.map((v) => Number(v.toFixed(4))), f } };
  };
});

function blocks(P, p, f, { guess, level }) {
  const width = Math.min(P.wide(), 460);
  const svg = P.clear(width, 220);
  const low = Math.min(0, ...f);
  const { X, Y, box } = axes(svg, {
    width,
    height: 220,
    x: { domain: [0, 1], nice: false, ticks: 5, name: "chances, side by side" },
    y: { domain: [low, 8], name: "f" },
    right: 46,
  });
  let from = 0;
  range(4).forEach((i) => {
    const top = Math.max(f[i], 0);
    if (p[i] > 0)
      add(add(svg, "g", { class: "role-kernel", "data-symbol": "f" }), "rect", {
        x: X(from),
        y: Y(top),
        width: X(from + p[i]) - X(from),
        height: Math.max(1, Y(Math.min(f[i], 0)) - Y(top)),
        class: "fig-cell",
        style: "--depth:0.6",
        "data-tell": `p_${i} f_${i} = ${round(p[i], 4)} \u00b7 ${f[i]} = ${round(p[i] * f[i], 4)}`,
      });
    from += p[i];
  });
  const across = (v, role, name) => {
    const into = add(svg, "g", { class: `role-${role}` });
    line(into, box.left, Y(v), box.right, Y(v), { class: "fig-line dashed" });
    typeset(into, box.right + 4, Y(v), name, { class: "fig-end", "text-anchor": "start" });
  };
  const apart = level === undefined || Math.abs(level - guess) > 0.9;
  if (guess >= low) across(guess, "error", apart ? "guess" : "");
  if (level !== undefined) across(level, "output", "p \u00b7 f");
}
