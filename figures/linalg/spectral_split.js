/* Points joined with their nearest: the pieces of the graph, or its halves by the signs of v. */
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

const MARKS = ["input", "kernel", "output", "error", "reference"];

export default figure(({ get, slider, toggle, panel }) => {
  const neighbours = get("neighbours");
  slider("place", "neighbours k", {
    max: neighbours.length - 1,
    play: true,
    show: (at) => String(neighbours[at]),
  });
  toggle("ringed", `ring the ${get("ring")}`);
  const P = panel("each joined with its nearest", { fill: 330 });
  const C = panel("least eigenvalues of L", { fill: 200 });

  return () => {
    const at = get("place");
    const [seen, names, pieces, v, lam] = [
      get("seen"),
      get("names"),
      get("pieces")[at],
      get("v")[at],
      get("lam")[at],
    ];
    const edges = get("edges");
    const count = Math.max(...pieces) + 1;
    const sides = v.length ? v.map((w) => (w > 0 ? 0 : 1)) : pieces;
    const joined = range(edges.length / 3, (e) => edges.slice(3 * e, 3 * e + 3)).filter(
      ([, , first]) => first <= at,
    );
    const cut = joined.filter(([i, j]) => sides[i] !== sides[j]);

    const width = Math.min(P.wide(), 480);
    const height = Math.min(width, 360);
    const svg = P.clear(width, height);
    const [across, up] = [0, 1].map((k) => seen.map((p) => p[k]));
    const { X, Y } = axes(svg, {
      width,
      height,
      x: { domain: [Math.min(...across), Math.max(...across)], name: names[0] },
      y: { domain: [Math.min(...up), Math.max(...up)], name: names[1] },
    });
    const way = (some) =>
      some
        .map(
          ([i, j]) =>
            `M${[i, j].map((k) => `${X(across[k]).toFixed(1)} ${Y(up[k]).toFixed(1)}`).join("L")}`,
        )
        .join("");
    add(add(svg, "g", { class: "role-reference" }), "path", {
      class: "fig-line",
      d: way(joined),
      style: "stroke-width:.7;stroke-opacity:.45",
    });
    add(add(svg, "g", { class: "role-error" }), "path", { class: "fig-line", d: way(cut) });
    seen.forEach(([p, q], i) => {
      const into = add(svg, "g", { class: `role-${MARKS[sides[i] % MARKS.length]}` });
      if (get("ringed") && get("kinds")[i] === get("ring"))
        dot(add(svg, "g"), X(p), Y(q), {
          r: 7,
          style: "fill:none;stroke:currentColor;stroke-width:1.2",
        });
      // The other side is hollow, for whoever does not see colours.
      dot(into, X(p), Y(q), {
        r: sides[i] % 2 ? 3.4 : 4,
        class: "fig-dot" + (sides[i] % 2 ? " hollow" : ""),
        "data-tell":
          `${get("kinds")[i]}: ${round(p, 1)} and ${round(q, 1)}` +
          (v.length ? `, v\u2081 = ${round(v[i], 3)}` : `, piece ${sides[i]}`),
      });
    });

    const wide = Math.min(C.wide(), 300);
    const own = C.clear(wide, height);
    const scale = axes(own, {
      width: wide,
      height,
      x: { domain: [-0.5, lam.length - 0.5], nice: false, ticks: range(lam.length), name: "i" },
      y: { domain: [0, Math.max(...lam, 0.01)], name: "\u03bb_i" },
    });
    const into = add(own, "g", { class: "role-output", "data-symbol": "\u03bb" });
    lam.forEach((w, i) => {
      line(into, scale.X(i), scale.Y(0), scale.X(i), scale.Y(w), { class: "fig-stem" });
      dot(into, scale.X(i), scale.Y(w), {
        r: w < 1e-4 ? 5 : 4,
        class: "fig-dot" + (w < 1e-4 ? " hollow" : ""),
        "data-tell": `eigenvalue ${i}: ${round(w, 4)}`,
      });
    });
    const sizes = range(count, (c) => pieces.filter((w) => w === c).length);
    const zeros = lam.filter((w) => w < 1e-4).length;
    const zero = zeros === lam.length ? `the first ${zeros}` : String(zeros);
    return {
      say:
        `k = ${neighbours[at]}: ${joined.length} edges, ` +
        `${count} ${count === 1 ? "piece" : "pieces"}; zero eigenvalues shown: ${zero}\n` +
        (v.length
          ? `by the sign of v\u2081: ${sides.filter((w) => !w).length} and ` +
            `${sides.filter((w) => w).length}, and ${cut.length} edges cut; ` +
            `\u03bb\u2081 = ${round(lam[1], 4)}`
          : `pieces of ${sizes.slice(0, 4).join(", ")}` + (count > 4 ? ", \u2026" : "")),
      numbers: { "\u03bb": lam, k: neighbours[at] },
    };
  };
});
