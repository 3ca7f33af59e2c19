/* The likelihood of a coin over all beliefs, relative to the greatest. */
import { add, axes, dot, figure, line, range, round, typeset } from "../kit/index.js";

const times = (count, p) => (count === 0 ? 0 : count * Math.log(p));
const logL = (h, t, theta) => times(h, theta) + times(t, 1 - theta);

export default figure(({ get, panel, slider }) => {
  slider("heads", "heads");
  slider("tails", "tails");
  slider("theta", "belief \u03b8", { play: true, show: (v) => round(v / 100, 2) });
  const P = panel("likelihood, relative to the greatest", { fill: true });

  return () => {
    const [h, t, theta] = [get("heads"), get("tails"), get("theta") / 100];
    const best = h + t ? h / (h + t) : undefined;
    const most = best === undefined ? 0 : logL(h, t, best);
    const share = (v) => Math.exp(logL(h, t, v) - most);
    const width = Math.min(P.wide(), 620);
    const svg = P.clear(width, 240);
    const { X, Y, box } = axes(svg, {
      width,
      height: 240,
      x: { domain: [0, 1], name: "belief \u03b8 in heads" },
      y: { domain: [0, 1], name: "L(\u03b8) / L(\u03b8\u0302)" },
    });
    const hill = add(svg, "g", { class: "role-output", "data-symbol": "L" });
    add(hill, "path", {
      class: "fig-line",
      style: "fill:none",
      d:
        "M" +
        range(401, (i) => i / 400)
          .map((v) => `${X(v).toFixed(1)} ${Y(share(v)).toFixed(1)}`)
          .join("L"),
    });
    if (best !== undefined)
      line(add(svg, "g", { class: "role-reference" }), X(best), box.top, X(best), box.bottom, {
        class: "fig-line dashed",
      });
    const mark = add(svg, "g", { class: "role-kernel", "data-symbol": "\u03b8" });
    dot(mark, X(theta), Y(share(theta)), { r: 6 });
    typeset(mark, X(theta), Y(share(theta)) - 14, "\u03b8", { class: "fig-letter" });

    if (best === undefined) return "no toss yet: every belief is as good as any other";
    const gain = Math.exp(logL(h, t, theta) - logL(h, t, 0.5));
    const often = gain > 1e6 ? "more than a million" : round(gain, 2);
    return {
      say:
        `\u2113(\u03b8) = ${round(logL(h, t, theta), 3)} at \u03b8 = ${round(theta, 2)} \u00b7 ` +
        `greatest ${round(most, 3)} at ${round(best, 3)}\n` +
        `the tosses are ${gain > 0 && gain < 0.005 ? "less than 0.01" : often} times as likely ` +
        "as under a fair coin",
      numbers: { θ: theta, L: Math.exp(logL(h, t, theta)) },
    };
  };
});
