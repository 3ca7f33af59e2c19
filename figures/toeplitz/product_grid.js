/* All products f_i g_j in a grid: convolution sums anti-diagonals, correlation sums diagonals. */
import { cell, figure, label, range, round, stems } from "../kit/index.js";

export default figure(({ get, slider, toggle, choice, panel }) => {
  const count = get("f").length + get("g").length - 1;
  choice("operation", "sum along", ["anti-diagonals", "diagonals"]);
  toggle("swapped", "swap f and g");
  slider("at", "line", { max: count - 1 });
  const G = panel("");
  const Y = panel("the sums, line by line");

  return () => {
    const swapped = get("swapped");
    const [f, g] = swapped ? [get("g"), get("f")] : [get("f"), get("g")];
    const [a, b] = swapped ? ["g", "f"] : ["f", "g"];
    const anti = get("operation") === "anti-diagonals";
    const at = Math.min(get("at"), count - 1);
    // Correlation (f ⋆ g) at lag t sums f_i g_j with i - j = t... line t = i - j + (len(g) - 1).
    const line = (i, j) => (anti ? i + j : i - j + g.length - 1);
    const size = 40;
    const svg = G.clear((g.length + 1) * size, (f.length + 1) * size);
    const most = Math.max(1, ...f.flatMap((u) => g.map((v) => Math.abs(u * v))));
    g.forEach((v, j) =>
      label(svg, (j + 1.5) * size, size / 2, `${b}${j} = ${round(v)}`, { style: "font-size:11px" }),
    );
    f.forEach((u, i) => {
      label(svg, size / 2, (i + 1.5) * size, `${a}${i} = ${round(u)}`, { style: "font-size:11px" });
      g.forEach((v, j) =>
        cell(svg, (j + 1) * size, (i + 1) * size, size, u * v, { most, on: line(i, j) === at }),
      );
    });
    const sums = range(count, (t) =>
      f.reduce((s, u, i) => s + g.reduce((r, v, j) => r + (line(i, j) === t ? u * v : 0), 0), 0),
    );
    const index = (t) => round(anti ? t : t - (g.length - 1));
    G.say(
      anti
        ? `(${a} \u2217 ${b}) at ${index(at)}: all products with i + j = ${index(at)}`
        : `(${a} \u22c6 ${b}) at lag ${index(at)}: all products with i \u2212 j = ${index(at)}`,
    );
    stems(Y.clear(300, 150), sums, {
      width: 300,
      height: 130,
      most: Math.max(1, ...sums.map(Math.abs)),
      on: at,
      names: index,
    });
    return `sums: ${sums.map((v) => round(v)).join(", ")}`;
  };
});
