/* A line through the mean of some points, turned by the reader: their shadows on it, and how much
   these vary, over all directions. */
import { line as path } from "d3-shape";
import { drag } from "../kit/controls.js";
import { add, axes, dot, figure, line, range, round, typeset } from "../kit/index.js";

export default figure(({ get, put, slider, predict, panel, plane }) => {
  const ask = get("ask");
  const unit = get("unit");
  const [first, second] = get("names");
  const [wide, tall] = get("half");
  if (get("slider"))
    slider("stretch", get("slider"), { step: 0.1, show: (v) => round(v, 1), play: true });
  slider("degrees", "direction of the line", { show: (v) => `${round(v)}\u00b0` });
  const asked =
    ask === "angle"
      ? predict("In which direction do they vary most?", { min: 0, max: 180 })
      : ask === "flip" &&
        predict("At which noise does the first axis turn?", {
          min: 0,
          max: get("most"),
          step: 0.1,
          show: (v) => round(v, 1),
        });
  const P = panel(`${first} across, ${second} upwards, from the mean${unit && `, in ${unit}`}`, {
    interactive: true,
    fill: 320,
  });
  const C = panel("variance of the dots on the line", { fill: 290 });
  const Q = plane(P, { x: [-wide, wide], y: [-tall, tall], most: 460 });
  const knob = turned(P, Q, (degrees) => put("degrees", degrees));
  const seen = new Map();

  return () => {
    const stretch = get("slider") ? get("stretch") : 1;
    const points = get("points").map(([a, b]) => [a, b * stretch]);
    const S = covariance(points);
    const degrees = get("degrees");
    const v = unitAt(degrees);
    const open = !asked || !asked.hidden;
    const half = ((Math.atan2(2 * S[1], S[0] - S[2]) / 2) * 180) / Math.PI;
    const best = (half + 180) % 180;
    const decided = Math.hypot(2 * S[1], S[0] - S[2]) > 1e-3 * (S[0] + S[2]);
    const along = variance(S, degrees);
    const total = S[0] + S[2];

    Q.begin();
    if (open && decided) {
      const [c, s] = unitAt(best);
      Q.straight([-s, c], 0, { role: "reference", dashed: true, symbol: "\u03bb" });
    }
    Q.straight([-v[1], v[0]], 0, { role: "kernel", symbol: "v" });
    cloud(P, Q, points, v, new Set(get("hollow")));
    knob(v, Math.min(wide / Math.max(1e-9, Math.abs(v[0])), tall / Math.max(1e-9, Math.abs(v[1]))));

    if (ask !== "flip") seen.set(degrees, along);
    wave(C, { S, degrees, along, open, best, decided, seen, unit, top: highest(get, S) });
    const truth = ask === "angle" ? Math.round(best) : Number(flip(get("points")).toFixed(1));
    const square = unit && ` ${unit}\u00b2`;
    const guessed = asked && !open && asked.guess !== undefined;
    const compared = asked ? asked.compare(truth) : "";
    const say =
      `along the line ${round(along, 2)}${square} \u00b7 off it ${round(total - along, 2)} ` +
      `\u00b7 together ${round(total, 2)}, in every direction` +
      (open
        ? "\n" +
          (decided
            ? `first axis at ${round(best, 2)}\u00b0: variance ${round(variance(S, best), 2)}, ` +
              `${round((100 * variance(S, best)) / total, 1)} % of all`
            : "no direction is first: all vary alike")
        : "") +
      (guessed ? `\nyour guess: ${round(asked.guess, 1)}` : "") +
      (compared ? `\n${compared}` : "");
    const lam = [best, best + 90].map((w) => Number(variance(S, w).toFixed(3)));
    return {
      say,
      numbers: { v: v.map((w) => Number(w.toFixed(3))), ...(open && { "\u03bb": lam }) },
    };
  };
});

const unitAt = (degrees) => {
  const turn = (degrees * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
};

/* The three numbers of the covariance, with the divisor N - 1. */
function covariance(points) {
  const n = points.length;
  const mean = [0, 1].map((k) => points.reduce((s, p) => s + p[k], 0) / n);
  const of = (k, l) =>
    points.reduce((s, p) => s + (p[k] - mean[k]) * (p[l] - mean[l]), 0) / (n - 1);
  return [of(0, 0), of(0, 1), of(1, 1)];
}

function variance([a, b, c], degrees) {
  const [u, v] = unitAt(degrees);
  return a * u * u + 2 * b * u * v + c * v * v;
}

/* The stretch at which both coordinates vary alike. */
function flip(points) {
  const [a, , c] = covariance(points);
  return Math.sqrt(a / c);
}

/* The top of the axis stays where it is while the points are stretched. */
function highest(get, S) {
  if (!get("slider")) return S[0] + S[2];
  const [a, , c] = covariance(get("points"));
  return Math.max(a, c * get("most") ** 2);
}

/* The points, what falls from them onto the line, and the dots where it ends. */
function cloud(P, Q, points, v, rings) {
  const ground = P.svg.querySelector(".fig-ground");
  const off = add(ground, "g", { class: "role-reference" });
  const on = add(ground, "g", { class: "role-output" });
  const from = add(ground, "g", { class: "role-input", "data-symbol": "x" });
  const small = points.length > 100;
  points.forEach(([a, b], i) => {
    const ring = rings.has(i);
    const r = (small ? 2 : 3.5) + (ring ? 2.5 : 0);
    const kind = "fig-dot" + (ring ? " hollow" : "");
    const z = a * v[0] + b * v[1];
    const [c, d] = [z * v[0], z * v[1]];
    const faint = { class: "fig-line", style: "stroke-width:0.6;opacity:0.45" };
    line(off, Q.X(a), Q.Y(b), Q.X(c), Q.Y(d), faint);
    dot(on, Q.X(c), Q.Y(d), { r, class: kind });
    dot(from, Q.X(a), Q.Y(b), { r, class: kind });
  });
}

/* The end of the line, which is dragged round; the slider does the same by keyboard. */
function turned(P, Q, write) {
  const knob = add(P.svg, "g", { class: "fig-handle fig-free role-kernel", "data-name": "line" });
  drag(knob, (event) => {
    const box = P.svg.getBoundingClientRect();
    const scale = P.svg.viewBox.baseVal.width / box.width;
    const [x, y] = [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale];
    const angle = (Math.atan2(Q.Y(0) - y, x - Q.X(0)) * 180) / Math.PI;
    write(Math.round((angle + 360) % 180));
  });
  return (v, far) => {
    knob.replaceChildren();
    const at = [0.88 * far * v[0], 0.88 * far * v[1]];
    dot(knob, Q.X(at[0]), Q.Y(at[1]), { r: 18, class: "fig-hit" });
    dot(knob, Q.X(at[0]), Q.Y(at[1]), { r: 7, class: "fig-knob" });
    const above = Q.Y(at[1]) > 34; // else the letter would leave the panel
    const [aside, up] = above ? [0, 16] : [18, -5];
    typeset(knob, Q.X(at[0]) + aside, Q.Y(at[1]) - up, "v", { class: "fig-letter" });
  };
}

/* The variance over all directions; before the truth is shown, where the line has been. */
function wave(C, { S, degrees, along, open, best, decided, seen, unit, top }) {
  const width = Math.min(C.wide(), 420);
  const height = Math.min(width, 280);
  const svg = C.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: [0, 180], ticks: [0, 45, 90, 135, 180], name: "direction", unit: "degrees" },
    y: { domain: [0, top], name: "variance", unit: unit && `${unit}\u00b2`, ticks: 5 },
  });
  const into = add(svg, "g", { class: "role-output" });
  if (open) {
    const curve = path(
      (w) => X(w),
      (w) => Y(variance(S, w)),
    );
    add(into, "path", { class: "fig-line", d: curve(range(91, (i) => 2 * i)) });
    const ends = add(svg, "g", { class: "role-reference", "data-symbol": "\u03bb" });
    for (const w of decided ? [best, (best + 90) % 180] : []) {
      line(ends, X(w), box.bottom, X(w), Y(variance(S, w)), { class: "fig-line dashed" });
      dot(ends, X(w), Y(variance(S, w)), {
        r: 4,
        "data-tell": `axis at ${round(w, 1)} degrees: variance ${round(variance(S, w), 2)}`,
      });
    }
  } else for (const [w, value] of seen) dot(into, X(w), Y(value), { r: 2 });
  dot(into, X(degrees), Y(along), {
    r: 5.5,
    class: "fig-dot at",
    "data-tell": `at ${round(degrees)} degrees: ${round(along, 2)}`,
  });
}
