/* A coin's prior, likelihood and posterior, over theta and over its logit phi. */
import { beta } from "../kit/beta.js";
import { drag, keyed } from "../kit/controls.js";
import { add, axes, dot, figure, label, line, range, round, typeset } from "../kit/index.js";

const logit = (v) => Math.log(v / (1 - v));
const back = (u) => 1 / (1 + Math.exp(-u));
const times = (count, v) => (count === 0 ? 0 : count * Math.log(v));
const NAMES = [
  ["reference", "prior", " dashed"],
  ["input", "likelihood", ""],
  ["output", "posterior", ""],
];
const SIDES = [
  { name: "\u03b8", domain: [0, 1], from: (u) => u, to: (v) => v, stretch: () => 1 },
  { name: "\u03c6", domain: [-6, 6], from: back, to: logit, stretch: (v) => v * (1 - v) },
];

export default figure(({ get, put, slider, panel, predict }) => {
  const asked = predict("On the right, at which \u03b8 is the posterior highest?", {
    ...{ min: 0, max: 1, step: 0.01, start: 0.5 },
    show: (v) => round(v, 2),
  });
  slider("heads", "heads");
  slider("tails", "tails");
  for (const name of ["a", "b"])
    slider(name, name === "a" ? "prior: a" : "b", { step: 0.5, show: (v) => round(v, 1) });
  const headings = ["over \u03b8: drag the marker", "over its logit \u03c6"];
  const sides = SIDES.map((side, i) => {
    const P = panel(headings[i], { interactive: true, fill: 260 });
    return { ...side, P, ground: add(P.svg, "g"), spot: handle(P, i), scale: undefined };
  });

  function set(v) {
    put("theta", Math.min(99, Math.max(1, Math.round(100 * v))));
  }
  function handle(P, i) {
    const spot = add(P.svg, "g", {
      ...{ class: "fig-handle role-kernel", tabindex: 0, role: "slider" },
      ...{ "data-name": `theta${i}`, "data-symbol": SIDES[i].name },
      ...{ "aria-label": "marked \u03b8, in hundredths", "aria-valuemin": 1, "aria-valuemax": 99 },
    });
    spot.addEventListener("keydown", (event) => {
      const value = keyed(event.key, get("theta"), { min: 1, max: 99 });
      if (value === undefined) return;
      put("theta", value);
      event.preventDefault();
    });
    drag(spot, (event) => {
      const box = P.svg.getBoundingClientRect();
      const at = ((event.clientX - box.left) * P.svg.viewBox.baseVal.width) / box.width;
      set(SIDES[i].from(sides[i].scale.invert(at)));
    });
    return spot;
  }

  return () => {
    const [h, t, a, b] = ["heads", "tails", "a", "b"].map(get);
    const mark = get("theta") / 100;
    const best = h + t ? h / (h + t) : undefined;
    const logL = (v) => times(h, v) + times(t, 1 - v);
    const likely = (v) => (best === undefined ? 1 : Math.exp(logL(v) - logL(best)));
    const [prior, now] = [beta(a, b), beta(a + h, b + t)];
    const tops = [now.mode, now.mean]; // theta (1 - theta) moves the top to the mean
    sides.forEach((side, i) => draw(side, { prior, now, likely, best, mark, top: tops[i] }, i));

    const where = (v) => (v === undefined ? "no single place" : round(v, 4));
    const lines = [
      `Beta(${round(a + h, 1)}, ${round(b + t, 1)}) \u00b7 ` +
        `likelihood highest at \u03b8 = ${where(best)}`,
      `posterior highest at \u03b8 = ${where(tops[0])}` +
        (asked.hidden ? "" : `, on the right at \u03b8 = ${where(tops[1])}`),
    ];
    const [p, q] = SIDES.map(({ stretch }) => round(now.density(mark) * stretch(mark), 4));
    lines.push(
      `at \u03b8 = ${round(mark, 2)}, \u03c6 = ${round(logit(mark), 3)}: density ${p}` +
        (asked.hidden ? "" : `, on the right ${q}`),
      ...[asked.compare(tops[1])].filter(Boolean),
    );
    return { say: lines.join("\n"), numbers: { θ: mark, φ: Number(logit(mark).toFixed(4)) } };
  };

  function draw(side, { prior, now, likely, best, mark, top }, i) {
    const { P, ground, spot, name, domain, to, from, stretch } = side;
    const hidden = asked.hidden && i === 1;
    const width = Math.min(P.wide(), 400);
    P.size(width, 268);
    ground.replaceChildren();
    const places = range(241, (k) => domain[0] + ((domain[1] - domain[0]) * k) / 240);
    const density = (belief) => (u) => belief.density(from(u)) * stretch(from(u));
    const inside = places.slice(4, -4);
    const shown = hidden ? [prior] : [prior, now];
    const most = 1.1 * Math.max(...shown.flatMap((belief) => inside.map(density(belief))));
    const { X, Y, box } = axes(ground, {
      ...{ width, height: 268, top: 26 },
      x: { domain, nice: false, name },
      y: { domain: [0, most], name: `p(${name})` },
    });
    side.scale = X;
    const curve = (role, f, more = "") =>
      add(add(ground, "g", { class: `role-${role}` }), "path", {
        class: "fig-line" + more,
        style: "fill:none",
        d:
          "M" +
          places.map((u) => `${X(u).toFixed(1)} ${Y(Math.min(f(u), most)).toFixed(1)}`).join("L"),
      });
    curve("reference", density(prior), " dashed");
    curve("input", (u) => 0.9 * most * likely(from(u)));
    names(ground, hidden ? NAMES.slice(0, 2) : NAMES);
    if (best > 0 && best < 1)
      dot(add(ground, "g", { class: "role-input" }), X(to(best)), Y(0.9 * most), { r: 4 });
    if (i === 1 && asked.guess > 0 && asked.guess < 1) {
      const [u, into] = [to(asked.guess), add(ground, "g", { class: "role-error" })];
      line(into, X(u), box.top, X(u), box.bottom, { class: "fig-line dashed" });
      label(into, X(u), box.bottom - 8, "guess", { class: "fig-end" });
    }
    if (!hidden) {
      curve("output", density(now));
      if (top !== undefined) {
        const [u, into] = [to(top), add(ground, "g", { class: "role-output" })];
        line(into, X(u), box.top, X(u), box.bottom, { class: "fig-line dashed" });
        label(into, X(u), box.top - 6, round(top, 3), { class: "fig-end" });
      }
    }
    const u = to(mark);
    const y = hidden ? box.bottom : Y(Math.min(density(now)(u), most));
    spot.replaceChildren();
    line(spot, X(u), box.bottom, X(u), y, { class: "fig-line" });
    dot(spot, X(u), y, { r: 18, class: "fig-hit" });
    dot(spot, X(u), y, { r: 6.5, class: "fig-knob" });
    typeset(spot, X(u) + 12, box.bottom - 8, name, { class: "fig-letter" });
    spot.setAttribute("aria-valuenow", get("theta"));
    spot.setAttribute(
      "aria-valuetext",
      `\u03b8 = ${round(mark, 2)}, \u03c6 = ${round(logit(mark), 2)}`,
    );
  }
});

/* What the curves are, above them. */
function names(ground, shown) {
  let left = 2;
  for (const [role, name, more] of shown) {
    const group = add(ground, "g", { class: `role-${role}` });
    line(group, left, 7, left + 16, 7, { class: "fig-line" + more });
    label(group, left + 20, 7, name, { class: "fig-end", "text-anchor": "start" });
    left += 28 + 6.4 * name.length;
  }
}
