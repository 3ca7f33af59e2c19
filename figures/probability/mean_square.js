/* Five points on a line, the square on each deviation from their mean, and the mean square. */
import { drag, keyed } from "../kit/controls.js";
import { add, dot, figure, line, range, round, scaleLinear, typeset } from "../kit/index.js";

const mean = (x) => x.reduce((s, v) => s + v, 0) / x.length;

export default figure(({ get, put, slider, predict, panel }) => {
  slider("a", "multiply by a", { step: 0.5, show: (v) => round(v, 1) });
  slider("b", "then add b", { step: 0.5, show: (v) => round(v, 1) });
  const asked =
    get("ask") &&
    predict("How long is the side of the mean square?", {
      min: 0,
      max: 5,
      step: 0.1,
      show: (v) => round(v, 1),
    });
  const P = panel("drag the points", { interactive: true, fill: true });
  const ground = add(P.svg, "svg", { "aria-hidden": "true" });
  const X = scaleLinear().domain([-10, 10]);
  const write = (i, y) => {
    if (get("a") === 0) return;
    const x = (y - get("b")) / get("a");
    const values = get("x").slice();
    values[i] = Math.min(5, Math.max(-5, Math.round(2 * x) / 2));
    if (String(values) !== String(get("x"))) put("x", values);
  };
  const knobs = get("x").map((_, i) => knob(P, i, X, write, () => [get("x"), get("a")]));

  return () => {
    const y = get("x").map((v) => get("a") * v + get("b"));
    const mu = mean(y);
    const squares = y.map((v) => (v - mu) ** 2);
    const sigma = Math.sqrt(mean(squares));
    const open = !asked || !asked.hidden;

    const width = P.wide();
    X.range([16, width - 16]);
    const unit = (width - 32) / 20;
    const base = 8 * unit;
    const height = base + 58;
    P.size(width, height);
    for (const [name, v] of Object.entries({ width, height })) ground.setAttribute(name, v);
    ground.replaceChildren();
    const group = (role, symbol) =>
      add(ground, "g", { class: `role-${role}`, "data-symbol": symbol });
    const square = (into, side, towards, more) =>
      add(into, "rect", {
        x: X(Math.min(mu, mu + towards * side)),
        y: base - side * unit,
        width: side * unit,
        height: side * unit,
        ...more,
      });

    for (const v of range(11, (i) => 2 * i - 10)) {
      line(ground, X(v), base, X(v), base + 5);
      typeset(ground, X(v), base + 36, String(v), { class: "fig-number fig-tick-text" });
    }
    line(ground, X(-10), base, X(10), base);
    const errors = group("error");
    for (const v of y) square(errors, Math.abs(v - mu), Math.sign(v - mu), { class: "fig-area" });
    const guess = asked && !open ? asked.guess : undefined;
    for (const [side, role] of [
      [guess, "reference"],
      [open ? sigma : undefined, "output"],
    ]) {
      if (side === undefined) continue;
      const into = group(role, role === "output" ? "σ" : undefined);
      square(into, side, 1, { class: "fig-line dashed", style: "fill:none" });
      if (role === "reference") continue;
      line(into, X(mu - side), base + 22, X(mu + side), base + 22, {
        class: "fig-line",
        style: "stroke-width:7;opacity:0.55",
      });
      typeset(into, X(mu + side / 2), base - side * unit - 9, "σ", { class: "fig-end" });
    }
    const at = group("reference", "μ");
    add(at, "path", {
      class: "fig-dot",
      d: `M${X(mu)} ${base + 2}l6 11l-12 0Z`,
    });
    typeset(at, X(mu), base + 50, "μ", { class: "fig-end" });
    knobs.forEach((show, i) => {
      const under = y.slice(0, i).filter((v) => Math.abs(v - y[i]) < 1e-9).length;
      show(y[i], base - 13 * under);
    });

    const list = squares.map((v) => round(v)).join(", ");
    const say = [`mean μ = ${round(mu)} \u00b7 squares of the deviations: ${list}`];
    if (open)
      say.push(
        `their mean, the variance: ${round(sigma ** 2)} \u00b7 its side: σ = ${round(sigma)}`,
      );
    else if (guess !== undefined) say.push(`your guess: ${round(guess, 1)}`);
    const compared = asked ? asked.compare(Number(sigma.toFixed(1))) : "";
    if (compared) say.push(compared);
    return { say: say.join("\n"), numbers: { X: y, μ: mu, ...(open && { σ: sigma }) } };
  };
});

/* A point of the line, dragged or moved by the arrow keys; returns how to show it. */
function knob(P, i, X, write, state) {
  const spot = add(P.svg, "g", {
    class: "fig-handle role-input",
    "data-symbol": "X",
    "data-name": "x",
    tabindex: 0,
    role: "slider",
    "aria-label": `value ${i}`,
    "aria-valuemin": -10,
    "aria-valuemax": 10,
  });
  let now = 0;
  spot.addEventListener("keydown", (event) => {
    const step = Math.abs(state()[1]) / 2;
    const value = keyed(event.key, now, { min: -10, max: 10, step });
    if (value === undefined) return;
    write(i, value);
    event.preventDefault();
  });
  drag(spot, (event) => {
    const box = P.svg.getBoundingClientRect();
    const scale = P.svg.viewBox.baseVal.width / box.width;
    write(i, X.invert((event.clientX - box.left) * scale));
  });
  return (y, height) => {
    now = y;
    spot.replaceChildren();
    dot(spot, X(y), height, { r: 16, class: "fig-hit" });
    dot(spot, X(y), height, { r: 6.5, class: "fig-knob" });
    spot.setAttribute("aria-valuenow", y);
    spot.setAttribute("aria-valuetext", round(y));
  };
}
