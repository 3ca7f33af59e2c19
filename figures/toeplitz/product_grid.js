/* All products f_i g_j in a grid: convolution sums anti-diagonals, correlation sums diagonals. */
import { figure, label, largest, matrix, range, round, stems } from "../kit/index.js";

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
    const products = f.map((u) => g.map((v) => u * v));
    g.forEach((v, j) =>
      label(svg, (j + 1.5) * size, size / 2, `${b}${j} = ${round(v)}`, { style: "font-size:11px" }),
    );
    f.forEach((u, i) =>
      label(svg, size / 2, (i + 1.5) * size, `${a}${i} = ${round(u)}`, { style: "font-size:11px" }),
    );
    const on = (i, j) => line(i, j) === at;
    matrix(svg, products, {
      x: size,
      y: size,
      size,
      most: largest(products),
      on,
      role: "reference",
      tell: (i, j) => `${a}[${i}] ${b}[${j}] = ${round(products[i][j], 4)}`,
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
      most: largest(sums),
      on: at,
      names: index,
      role: "output",
    });
    return `sums: ${sums.map((v) => round(v)).join(", ")}`;
  };
});
