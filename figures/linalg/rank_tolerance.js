/* Singular values as stems, and a tolerance that is dragged: those above it are the rank. */
import { add, axes, dot, figure, line, number, typeset } from "../kit/index.js";

const [LOWEST, HIGHEST] = [-10, 6];
const STEP = 0.5;

export default figure(({ get, put, slider, panel }) => {
  const names = get("names");
  if (names.length > 1)
    slider("which", get("label"), { max: names.length - 1, show: (i) => names[i], play: true });
  slider("tolerance", "tolerance", { step: STEP, show: power });
  const P = panel("singular values: drag the tolerance", { fill: true });
  let level = () => 0;
  P.svg.addEventListener("pointerdown", follow);
  P.svg.addEventListener("pointermove", (event) => event.buttons === 1 && follow(event));

  function follow(event) {
    const at = level(event.clientY - P.svg.getBoundingClientRect().top);
    const snapped = Math.min(HIGHEST, Math.max(LOWEST, Math.round(at / STEP) * STEP));
    if (snapped !== get("tolerance")) put("tolerance", snapped);
  }

  return () => {
    const sigma = get("sigma")[get("which")];
    const [t, n] = [get("tolerance"), sigma.length];
    const rank = sigma.filter((v) => v > 10 ** t).length;
    const [width, height] = [P.wide(), 290];
    const svg = P.clear(width, height);
    const { X, Y, box } = axes(svg, {
      width,
      height,
      right: 30,
      x: { domain: [-0.5, n - 0.5], ticks: sigma.map((_, i) => i), nice: false, name: "number k" },
      y: { domain: [10 ** LOWEST, 10 ** HIGHEST], scale: "log", name: "\u03c3_k" },
    });
    level = (top) => Math.log10(Y.invert(top));
    const edge = add(svg, "g", { class: "role-reference" });
    const low = Y(10 ** t);
    line(edge, box.left, low, box.right, low, { class: "fig-line dashed" });
    typeset(edge, box.right + 6, low, "tol", { class: "fig-end", "text-anchor": "start" });
    sigma.forEach((v, i) => {
      const counts = v > 10 ** t;
      const into = add(svg, "g", {
        class: counts ? "role-output" : "role-error",
        "data-symbol": "\u03c3",
      });
      const top = v > 0 ? Y(v) : box.bottom;
      line(into, X(i), box.bottom, X(i), top, { class: "fig-stem" });
      dot(into, X(i), top, {
        r: 6,
        class: "fig-dot" + (counts ? "" : " hollow"),
        "data-tell": `\u03c3_${i} = ${v > 0 ? number(v) : "0, up to rounding"}`,
      });
    });
    const said = sigma.map((v) => (v > 0 ? plain(v) : "0"));
    const say =
      `${said.join(" \u00b7 ")}\n` + `${rank} of ${n} are above ${power(t)}: the rank is ${rank}`;
    return { say, numbers: { "\u03c3": sigma, r: rank } };
  };
});

const power = (t) => plain(10 ** t);
/* To three digits: 0.0512, 504, 4.39e-6. */
const plain = (v) => String(Number(v.toPrecision(3)));
