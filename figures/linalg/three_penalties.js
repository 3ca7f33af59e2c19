/* What the penalties lambda |w|_1, lambda |w| and lambda |w|^2 make of z, and the way there. */
import { figure, range, round } from "../kit/index.js";

const soft = ([u, v], l) => [u, v].map((w) => Math.sign(w) * Math.max(Math.abs(w) - l, 0) + 0);
const PENALTIES = [
  { name: "\u03bb \u2016w\u2016\u2081", role: "output", shrunk: soft },
  {
    name: "\u03bb \u2016w\u2016",
    role: "error",
    shrunk: (z, l) => z.map((w) => w * Math.max(0, 1 - l / (Math.hypot(...z) || 1))),
  },
  {
    name: "\u03bb \u2016w\u2016\u00b2",
    role: "kernel",
    shrunk: (z, l) => z.map((w) => w / (1 + 2 * l)),
  },
];

export default figure(({ get, slider, panel, plane }) => {
  slider("price", "price \u03bb", { play: true, show: (v) => round(v / 20, 2) });
  const P = panel("drag z", { interactive: true, fill: true });
  const Q = plane(P, { x: [-4, 4], y: [-3, 3], most: 560 });
  Q.vector("z", "vector z", { role: "input", symbol: "z" });

  return () => {
    const [z, lambda] = [get("z"), get("price") / 20];
    Q.begin();
    for (const { role, shrunk } of PENALTIES) {
      const way = range(41, (i) => shrunk(z, (lambda * i) / 40));
      for (const i of range(40)) Q.segment(way[i], way[i + 1], { role });
      Q.mark(way[40], { role });
    }
    const ends = PENALTIES.map(({ shrunk }) => shrunk(z, lambda));
    P.say(
      "drag z \u00b7 green \u2016w\u2016\u2081, orange \u2016w\u2016, purple \u2016w\u2016\u00b2",
    );
    return PENALTIES.map(({ name }, i) => {
      const zeros = ends[i].filter((w) => w === 0).length;
      const told = zeros === 2 ? ", both entries 0" : zeros === 1 ? ", one entry 0" : "";
      return `${name}: w = (${ends[i].map((w) => round(w, 3)).join(", ")})${told}`;
    }).join("\n");
  };
});
