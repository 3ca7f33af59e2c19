/* Level lines round a point, the two principal directions, and the curve along a cut. */
import { add, axes, figure, line, range, round, typeset, within } from "../kit/index.js";

const WIDE = 2; // of the plane, from the middle
const MORE = {
  nothing: () => 0,
  "quartic-sum": (a, b) => (a ** 4 + b ** 4) / 4,
  "quartic-difference": (a, b) => (a ** 4 - b ** 4) / 4,
  slope: (a) => a / 2,
};

/* What the eigenvalues say about a point where the slope is zero, or is not. */
function kind(lam, flat) {
  const [low, high] = [Math.min(...lam), Math.max(...lam)];
  if (!flat) return "not critical";
  if (low < 0 && high > 0) return "saddle";
  if (low > 0) return "minimum";
  return high < 0 ? "maximum" : "undecided";
}

export default figure(({ get, choice, slider, panel, plane }) => {
  slider("first", "\u03bb\u2080, along q\u2080", { step: 0.25, show: round });
  slider("second", "\u03bb\u2081, along q\u2081", { step: 0.25, show: round });
  choice("more", "add", Object.keys(MORE));
  slider("cut", "direction v of the cut", { step: 5, play: true, show: (d) => `${d}\u00b0` });
  const P = panel("from above; drag q\u2080", { interactive: true, fill: 290 });
  const C = panel("along the cut", { fill: 290 });
  const Q = plane(P, { x: [-WIDE, WIDE], most: 380 });
  Q.vector("q", "direction q\u2080", { role: "input", symbol: "q", letter: "q_0", step: 0.25 });

  return () => {
    const lam = [get("first"), get("second")];
    const more = MORE[get("more")];
    const far = Math.hypot(...get("q"));
    const [c, s] = far > 0 ? get("q").map((w) => w / far) : [1, 0];
    const along = (u, w) => [c * u + s * w, -s * u + c * w]; // from the axes to q_0 and q_1
    const plain = (u, w) => {
      const [a, b] = along(u, w);
      return (lam[0] * a * a + lam[1] * b * b) / 2;
    };
    const f = (u, w) => plain(u, w) + more(...along(u, w));
    const turn = (get("cut") * Math.PI) / 180;
    const v = [Math.cos(turn), Math.sin(turn)];
    const bend = 2 * plain(...v);

    Q.begin();
    ellipse(Q, lam, [c, s]);
    for (const sign of [1, -1])
      Q.levels(
        f,
        range(11, (i) => (sign * (i + 1) ** 2) / 8),
        { role: "output", symbol: "f" },
      );
    for (const level of P.svg.querySelectorAll(".fig-level")) {
      const [u, w] = level.getAttribute("d").slice(1).split(/[,L]/).map(Number);
      if (f(Q.X.invert(u), Q.Y.invert(w)) < 0) level.style.strokeDasharray = "4 3";
    }
    if (lam[0] * lam[1] < 0)
      // Where the two parts cancel, nothing bends.
      for (const way of [1, -1]) {
        const [a, b] = [Math.sqrt(Math.abs(lam[1])), way * Math.sqrt(Math.abs(lam[0]))];
        Q.straight([s * a + c * b, -c * a + s * b], 0, { role: "reference", dashed: true });
      }
    Q.straight([-v[1], v[0]], 0, { role: "kernel", symbol: "v" });
    Q.arrow([0, 0], v, { role: "kernel", symbol: "v" });
    Q.text([v[0] + 0.2 * v[1], v[1] - 0.2 * v[0]], "v", { class: "fig-letter role-kernel" });
    Q.arrow([0, 0], [-s, c], { role: "input", symbol: "q" });
    Q.text([-1.22 * s, 1.22 * c], "q_1", { class: "fig-letter role-input" });

    const flat = get("more") !== "slope";
    cut(C, (t) => f(t * v[0], t * v[1]), bend, flat ? 0 : along(...v)[0] / 2);
    return {
      say:
        `eigenvalues ${lam.map((w) => round(w, 3)).join(" and ")}: ${kind(lam, flat)}\n` +
        `curvature along v: ${round(bend, 3)}`,
      numbers: { v, q: [c, s], "\u03bb": lam },
    };
  };
});

/* Where the form of the Hessian is one, if that is an ellipse. */
function ellipse(Q, lam, [c, s]) {
  if (lam[0] * lam[1] <= 0) return;
  const [a, b] = lam.map((w) => 1 / Math.sqrt(Math.abs(w)));
  const A = [
    [c * a, -s * b],
    [s * a, c * b],
  ];
  Q.ellipse(A, { role: "reference" });
}

/* The curve along the cut, and the parabola of the same slope and curvature. */
function cut(C, f, bend, slope) {
  const width = Math.min(C.wide(), 380);
  const height = Math.min(width, 330);
  const svg = C.clear(width, height);
  const { X, Y, box } = axes(svg, {
    width,
    height,
    x: { domain: [-WIDE, WIDE], nice: false, name: "steps t along v" },
    y: { domain: [-4, 4], nice: false, name: "f, from its height in the middle" },
  });
  const clip = `cut-${Math.random().toString(36).slice(2)}`;
  const frame = { x: box.left, y: box.top, width: box.right - box.left };
  add(add(svg, "clipPath", { id: clip }), "rect", { ...frame, height: box.bottom - box.top });
  const inner = add(svg, "g", { "clip-path": `url(#${clip})` });
  const curve = (into, g, dashed) =>
    add(into, "path", {
      ...{ class: `fig-line${dashed ? " dashed" : ""}`, style: "fill:none" },
      d:
        "M" +
        range(121, (i) => (i / 60 - 1) * WIDE)
          .map((t) => `${X(t).toFixed(1)} ${Y(g(t)).toFixed(1)}`)
          .join("L"),
    });
  curve(within(inner, { role: "output", symbol: "f" }), f);
  curve(within(inner, { role: "reference" }), (t) => slope * t + (bend * t * t) / 2, true);
  const arrow = within(inner, { role: "kernel", symbol: "v" });
  line(arrow, X(0), Y(0), X(1), Y(0), { class: "fig-line" });
  add(arrow, "path", {
    class: "fig-dot",
    d: `M${X(1)} ${Y(0)}l-10 -4l0 8Z`,
  });
  typeset(arrow, X(1), Y(0) + (f(1) < 0 ? -14 : 14), "v", { class: "fig-letter" });
}
