/* A square of the prior, its strips filled to the likelihood, and what is filled, as a square. */
import { drag, keyed } from "../kit/controls.js";
import { add, figure, label, line, range, round } from "../kit/index.js";

const KINDS = ["4 sides", "6 sides", "12 sides"];
const ROLES = ["input", "kernel", "output"];
const TOP = 24; // pixels above a square, for its names

export default figure(({ get, put, panel, slider, predict }) => {
  const asked = predict("A die was drawn and shows a 3. How probable is it that it has 4 sides?", {
    min: 0,
    max: 100,
    start: 33,
    show: (v) => `${round(v, 1)} %`,
  });
  for (const i of range(3)) slider(`n${i}`, `dice of ${KINDS[i]}`);
  const P = panel("the bag: drag how far a strip is filled", { interactive: true, fill: 260 });
  const S = panel("only what is filled, stretched", { fill: 260 });
  const ground = add(P.svg, "g");
  let strips = [];
  let size = 0;
  const handles = range(3, (i) => handle(i));

  function set(i, v) {
    const values = get("likelihood").slice();
    values[i] = Math.min(12, Math.max(0, Math.round(v)));
    if (values[i] !== get("likelihood")[i]) put("likelihood", values);
  }
  function handle(i) {
    const group = add(P.svg, "g", {
      class: `fig-handle role-${ROLES[i]}`,
      tabindex: 0,
      role: "slider",
      "data-name": `likelihood${i}`,
      "aria-label": `likelihood of ${KINDS[i]}, in twelfths`,
      "aria-valuemin": 0,
      "aria-valuemax": 12,
    });
    group.addEventListener("keydown", (event) => {
      const value = keyed(event.key, get("likelihood")[i], { min: 0, max: 12 });
      if (value === undefined) return;
      set(i, value);
      event.preventDefault();
    });
    drag(group, (event) => {
      const box = P.svg.getBoundingClientRect();
      const scale = P.svg.viewBox.baseVal.height / box.height;
      set(i, 12 * (1 - ((event.clientY - box.top) * scale - TOP) / size));
    });
    return group;
  }

  return () => {
    const n = range(3, (i) => get(`n${i}`));
    const all = n.reduce((a, b) => a + b);
    const prior = n.map((v) => (all ? v / all : 0));
    const likelihood = get("likelihood").map((v) => v / 12);
    const joint = prior.map((p, i) => p * likelihood[i]);
    const evidence = joint.reduce((a, b) => a + b);
    const posterior = joint.map((v) => (evidence > 0 ? v / evidence : 0));

    const width = Math.min(P.wide(), 330);
    size = width - 24;
    P.size(width, size + TOP + 4);
    ground.replaceChildren();
    strips = cut(prior, size);
    strips.forEach(([x, w], i) => {
      const [group, tall] = [handles[i], size * likelihood[i]];
      group.replaceChildren();
      add(group, "rect", { x, y: TOP, width: w, height: size, class: "fig-hit" });
      const more = { x, y: TOP + size - tall, width: w, height: tall };
      add(group, "rect", { ...more, class: "fig-area" });
      if (w > 0) {
        const top = { class: "fig-line" };
        line(group, x, TOP + size - tall, x + w, TOP + size - tall, top);
        add(group, "circle", { class: "fig-knob", cx: x + w / 2, cy: TOP + size - tall, r: 6 });
      }
      group.setAttribute("aria-valuenow", get("likelihood")[i]);
      group.setAttribute("aria-valuetext", `${get("likelihood")[i]} twelfths`);
    });
    frame(ground, strips, size, prior);

    const wide = Math.min(S.wide(), 330);
    const svg = S.clear(wide, asked.hidden ? 60 : wide - 20 + TOP);
    if (asked.hidden) label(svg, wide / 2, 30, "first your guess", { class: "faint" });
    else if (evidence > 0) {
      const parts = cut(posterior, wide - 24);
      parts.forEach(([x, w], i) =>
        add(add(svg, "g", { class: `role-${ROLES[i]}` }), "rect", {
          class: "fig-area",
          x,
          y: TOP,
          width: w,
          height: wide - 24,
          "data-tell": `${KINDS[i]}: posterior ${round(posterior[i], 4)}`,
        }),
      );
      frame(svg, parts, wide - 24, posterior);
    } else label(svg, wide / 2, wide / 2, "nothing is filled");

    const three = (values) => values.map((v) => round(v, 3)).join(" \u00b7 ");
    const say = [
      `prior ${three(prior)}`,
      `likelihood ${three(likelihood)}, in all ${round(sum(likelihood), 3)}`,
      `filled ${three(joint)}, in all ${round(evidence, 3)}`,
    ];
    if (!asked.hidden)
      say.push(
        evidence > 0 ? `posterior ${three(posterior)}` : "what was rolled is impossible: P(B) = 0",
        ...[asked.compare(100 * posterior[0])].filter(Boolean),
      );
    return say.join("\n");
  };
});

const sum = (values) => values.reduce((a, b) => a + b);

/* Where strips of these shares begin, and how wide they are. */
function cut(shares, size) {
  let x = 12;
  return shares.map((p) => {
    const strip = [x, p * size];
    x += p * size;
    return strip;
  });
}

/* The outline of a square, its strips, and the share of each above it where there is room. */
function frame(svg, strips, size, shares) {
  const names = add(svg, "g", { style: "pointer-events:none" });
  for (const y of [TOP, TOP + size]) line(names, 12, y, 12 + size, y);
  for (const x of [12, ...strips.map(([x, w]) => x + w), 12 + size])
    line(names, x, TOP, x, TOP + size);
  strips.forEach(([x, w], i) => {
    if (w < 30) return;
    const into = add(names, "g", { class: `role-${ROLES[i]}` });
    label(into, x + w / 2, 9, round(shares[i], w < 44 ? 2 : 3), { class: "fig-end" });
  });
}
