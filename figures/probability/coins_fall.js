/* What is believed of a coin after each toss, and what that says of the next one. */
import { beta } from "../kit/beta.js";
import { add, axes, dot, figure, label, line, range, round } from "../kit/index.js";

const TOSSES = { "two-headed": "1", biased: "1101110101", fair: "1001011001" };

export default figure(({ get, slider, choice, panel, predict }) => {
  const asked = predict("Three tosses, three heads: how probable are tails next?", {
    min: 0,
    max: 50,
    start: 0,
    show: (v) => `${round(v, 1)} %`,
  });
  choice("coin", "the coin is", Object.keys(TOSSES));
  slider("n", "tosses", { play: true });
  slider("a", "belief at first: a", { step: 0.5, show: (v) => round(v, 1) });
  slider("b", "b", { step: 0.5, show: (v) => round(v, 1) });
  const P = panel("what is believed of \u03b8", { fill: true });
  const S = panel("the next toss", { fill: true });

  return () => {
    const [n, a, b] = [get("n"), get("a"), get("b")];
    const pattern = TOSSES[get("coin")];
    const tosses = range(n, (i) => pattern[i % pattern.length] === "1");
    const heads = tosses.filter(Boolean).length;
    const [before, now] = [beta(a, b), beta(a + heads, b + n - heads)];
    belief(P, { tosses, before, now, told: !asked.hidden });
    next(S, asked.hidden ? undefined : now, asked.guess);

    const top = now.mode === undefined ? "no single mode" : `mode ${round(now.mode, 4)}`;
    const held = `Beta(${round(a + heads, 1)}, ${round(b + n - heads, 1)})`;
    const say = [`${heads} heads, ${n - heads} tails: ${held}`];
    if (asked.hidden) say.push("first your guess");
    else {
      const tails = 100 * (1 - now.mean);
      say[0] += ` \u00b7 mean ${round(now.mean, 4)} \u00b7 ${top}`;
      say.push(
        `tails next: ${round(tails, 2)} %` +
          (now.mode === undefined ? "" : `, by the mode alone ${round(100 * (1 - now.mode), 2)} %`),
        ...[asked.compare(tails)].filter(Boolean),
      );
    }
    return { say: say.join("\n"), numbers: { a, b, n } };
  };
});

function belief(P, { tosses, before, now, told }) {
  const width = Math.min(P.wide(), 620);
  const size = { width, height: 270 };
  const svg = P.clear(width, size.height);
  const at = range(199, (i) => (i + 1) / 200);
  const most = Math.max(2, ...at.slice(3, -3).map(now.density));
  const { X, Y, box } = axes(svg, {
    ...size,
    top: 18,
    x: { domain: [0, 1], name: "probability \u03b8 of heads" },
    y: { domain: [0, most], name: "p(\u03b8)" },
  });
  const step = Math.min(14, (width - 20) / 40);
  tosses.forEach((head, i) =>
    dot(add(svg, "g", { class: "role-input" }), 10 + (i + 0.5) * step, 9, {
      r: step * 0.36,
      class: "fig-dot" + (head ? "" : " hollow"),
      "data-tell": `toss ${i + 1}: ${head ? "heads" : "tails"}`,
    }),
  );
  const clip = add(add(svg, "clipPath", { id: "coins-fall" }), "rect");
  const frame = { x: box.left, y: box.top, width: width - box.left, height: box.bottom - box.top };
  for (const [side, v] of Object.entries(frame)) clip.setAttribute(side, v);
  const curve = (role, { density }, more) => {
    const places = [0, ...at, 1].map((v) => [X(v), Y(Math.min(density(v), 9 * most))]);
    add(add(svg, "g", { class: `role-${role}`, "clip-path": "url(#coins-fall)" }), "path", {
      d: "M" + places.map((p) => p.map((v) => v.toFixed(1)).join(" ")).join("L"),
      class: "fig-line" + more,
      style: "fill:none",
    });
  };
  curve("reference", before, " dashed");
  curve("output", now, "");
  if (told) {
    const middle = add(svg, "g", { class: "role-kernel", "data-symbol": "\u03b8" });
    line(middle, X(now.mean), box.top, X(now.mean), box.bottom, { class: "fig-line dashed" });
    label(middle, X(now.mean), box.top - 7, "mean", { class: "fig-end" });
  }
  if (now.mode !== undefined)
    dot(add(svg, "g", { class: "role-output" }), X(now.mode), Y(now.density(now.mode)), {
      r: 5,
      "data-tell": `highest at ${round(now.mode, 4)}: ${round(now.density(now.mode), 4)}`,
    });
}

function next(S, now, guess) {
  const width = Math.min(S.wide(), 620);
  const rows = guess === undefined ? [] : [["your guess", 1 - guess / 100]];
  if (now) rows.push(["averaged over the curve", now.mean]);
  if (now && now.mode !== undefined) rows.push(["by the highest place alone", now.mode]);
  const svg = S.clear(width, 52 * rows.length || 30);
  if (!rows.length) label(svg, width / 2, 15, "first your guess", { class: "faint" });
  rows.forEach(([name, heads], i) => {
    const y = 52 * i;
    label(svg, 2, y + 8, name, { class: "faint", "text-anchor": "start" });
    const parts = [
      ["output", 0, heads, "heads"],
      ["error", heads, 1 - heads, "tails"],
    ];
    for (const [role, from, share, what] of parts)
      if (share > 0)
        add(add(svg, "g", { class: `role-${role}`, "data-symbol": "p" }), "rect", {
          ...{ x: 2 + from * (width - 4), y: y + 22, width: share * (width - 4), height: 20 },
          class: "fig-area",
          "data-tell": `${name}: ${what} ${round(100 * share, 2)} %`,
        });
    label(
      add(svg, "g", { class: "role-output" }),
      width - 4,
      y + 8,
      `heads ${round(100 * heads, 1)} %`,
      {
        class: "fig-end",
        "text-anchor": "end",
      },
    );
  });
}
