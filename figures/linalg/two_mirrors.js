/* Two mirrors through the origin, one after the other, make a turn. */
import { figure, round } from "../kit/index.js";

const F = "1.3,0.3 1.3,2.3 2.5,2.3 2.5,1.9 1.7,1.9 1.7,1.5 2.2,1.5 2.2,1.1 1.7,1.1 1.7,0.3"
  .split(" ")
  .map((p) => p.split(",").map(Number));

/* The image of `p` in the mirror that has the direction of `m`. */
function mirrored([u, v], [a, b]) {
  const share = (2 * (a * u + b * v)) / (a * a + b * b);
  return [share * a - u, share * b - v];
}

const ROLES = ["kernel", "output"];
const degrees = (p) => (Math.atan2(p[1], p[0]) * 180) / Math.PI;
/* As a direction of a line, above -90 and at most 90. */
const ofLine = (angle) => angle - 180 * Math.ceil((angle - 90) / 180);

export default figure(({ get, panel, plane }) => {
  const P = panel("drag the two mirrors", { interactive: true, fill: 290 });
  const Q = plane(P, { x: [-5, 5], y: [-4, 4], most: 520 });
  const letters = ["\u03b1", "\u03b2"];
  for (const [i, name] of ["first", "second"].entries())
    Q.point(name, `${name} mirror`, { role: ROLES[i], symbol: letters[i], letter: "" });

  return () => {
    const mirrors = [get("first"), get("second")];
    Q.begin();
    if (mirrors.some((m) => Math.hypot(...m) === 0))
      return { say: "a mirror needs a direction: drag it away from 0", numbers: {} };
    const [alpha, beta] = mirrors.map((m) => ofLine(degrees(m)));
    mirrors.forEach(([u, v], i) => {
      Q.straight([-v, u], 0, { role: ROLES[i] });
      const aside = 0.45 / Math.hypot(u, v); // beside the line, not on it
      Q.text([u + aside * v, v - aside * u], letters[i], {
        class: `fig-letter role-${ROLES[i]}`,
        "data-symbol": letters[i],
      });
    });
    const once = F.map((p) => mirrored(p, mirrors[0]));
    const twice = once.map((p) => mirrored(p, mirrors[1]));
    Q.polygon(F, { role: "input" });
    Q.polygon(once, { role: "kernel" });
    Q.polygon(twice, { role: "output" });
    const between = ofLine(beta - alpha);
    const turn = 2 * between;
    const within = turn - 360 * Math.ceil((turn - 180) / 360);
    const say =
      `mirrors at ${round(alpha, 1)} and ${round(beta, 1)} degrees, ` +
      `${round(between, 1)} from the first to the second\n` +
      `after one mirror the F is backwards; after both it is turned by ${round(within, 1)} degrees`;
    return { say, numbers: { "\u03b1": alpha, "\u03b2": beta } };
  };
});
