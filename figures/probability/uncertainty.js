/* Entropy in bits on the triangle of three probabilities, and along the line from p to q. */
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const all = ([a, b]) => [a, b, 1 - a - b].map((v) => (Math.abs(v) < 1e-9 ? 0 : v));
const entropy = (p) => p.reduce((s, v) => s - (v > 0 ? v * Math.log2(v) : 0), 0);
const mixed = (p, q, t) => p.map((v, i) => (1 - t) * v + t * q[i]);
const list = (p) => `(${p.map((v) => round(v, 3)).join(", ")})`;

export default figure(({ get, panel, plane, slider }) => {
  slider("percent", "share of q", { step: 5, play: true, show: (v) => `${v} %` });
  const P = panel("drag p and q", { interactive: true, fill: 290 });
  const Q = plane(P, { x: [-0.15, 1.15], most: 400 });
  Q.point("p", "distribution p", { role: "output", symbol: "p", step: 0.05 });
  Q.point("q", "distribution q", { role: "kernel", symbol: "q", step: 0.05 });
  const C = panel("entropy from p to q, in bits", { fill: 290 });

  return () => {
    const [p, q, t] = [all(get("p")), all(get("q")), get("percent") / 100];
    Q.begin();
    Q.polygon(
      [
        [0, 0],
        [1, 0],
        [0, 1],
      ],
      {},
    );
    const high = (u, v) => (Math.min(u, v, 1 - u - v) < 0 ? 0 : entropy([u, v, 1 - u - v]));
    Q.levels(high, [0.5, 0.9, 1.2, 1.4, 1.5, 1.57], { role: "reference" });
    Q.segment(p, q, { dashed: true });
    const width = Math.min(C.wide(), 400);
    const svg = C.clear(width, 260);
    const { X, Y } = axes(svg, {
      width,
      height: 260,
      x: { domain: [0, 1], name: "share of q" },
      y: { domain: [0, 1.6], nice: false, name: "bits" },
    });
    const outside = ["p", "q"].filter((name) => Math.min(...all(get(name))) < 0);
    if (outside.length)
      return `${outside.join(" and ")} outside the triangle: a probability would be negative`;

    const mixture = mixed(p, q, t);
    const [h, chord] = [entropy(mixture), (1 - t) * entropy(p) + t * entropy(q)];
    Q.mark(mixture, { role: "input" });
    const along = range(101, (i) => [X(i / 100), Y(entropy(mixed(p, q, i / 100)))]);
    add(add(svg, "g", { class: "role-input" }), "path", {
      class: "fig-line",
      style: "fill:none",
      d: "M" + along.map((at) => at.map((v) => v.toFixed(1)).join(" ")).join("L"),
    });
    line(svg, X(0), Y(entropy(p)), X(1), Y(entropy(q)), { class: "fig-line dashed" });
    const error = add(svg, "g", { class: "role-error" });
    line(error, X(t), Y(chord), X(t), Y(h), { class: "fig-line" });
    dot(add(svg, "g", { class: "role-input" }), X(t), Y(h), { r: 5 });
    return {
      say:
        `p = ${list(p)}: ${round(entropy(p), 3)} bits \u00b7 ` +
        `q = ${list(q)}: ${round(entropy(q), 3)} bits\n` +
        `mixture ${list(mixture)}: ${round(h, 3)} bits, ${round(h - chord, 3)} above the mean`,
      numbers: { p, q },
    };
  };
});
