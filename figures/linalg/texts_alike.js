/* Every text with every text, by three measures; of one pair, what each word adds. */
import { add, figure, label, matrix, range, round } from "../kit/index.js";

const MEASURES = ["dot product", "cosine", "weighted"];

export default figure(({ get, choice, panel }) => {
  choice("measure", "measure", MEASURES);
  const T = panel("press a cell", { pick: "at", fill: 300 });
  const P = panel("", { fill: 300 });

  return () => {
    const [counts, words, names, measure] = ["counts", "words", "names", "measure"].map(get);
    const N = counts.length;
    const rows = vectors(counts, measure);
    const table = rows.map((a) => rows.map((b) => dot(a, b)));
    const at = Math.min(get("at"), N * N - 1);
    const [i, j] = [Math.floor(at / N), at % N];

    const left = 94;
    const width = Math.min(T.wide(), 420);
    const size = (width - left) / N;
    const svg = T.clear(width, N * size + 82);
    names.forEach((name, k) => {
      const y = (k + 0.5) * size;
      label(svg, left - 6, y, name, { class: "fig-number", "text-anchor": "end" });
      const [u, v] = [left + (k + 0.5) * size, N * size + 8];
      const turned = { class: "fig-number", "text-anchor": "end" };
      label(svg, u, v, name, { ...turned, transform: `rotate(-50 ${u} ${v})` });
    });
    const other = Math.max(...table.flatMap((row, k) => row.filter((_, l) => l !== k)));
    matrix(svg, table, {
      x: left,
      size,
      role: "output",
      most: measure === MEASURES[0] ? other : 1,
      on: (k, l) => k === i && l === j,
      text: (k, l) => round(table[k][l], measure === MEASURES[0] ? 0 : 2),
      tell: (k, l) => `${names[k]} and ${names[l]}: ${round(table[k][l], 3)}`,
    });

    const shares = words
      .map((word, k) => [word, rows[i][k] * rows[j][k]])
      .filter(([, share]) => share > 0)
      .sort((a, b) => b[1] - a[1]);
    bars(P, shares, table[i][j]);
    P.say(`${names[i]} and ${names[j]}: what each word adds`);
    const [first] = shares;
    const kind = measure === MEASURES[2] ? "weighted cosine" : measure;
    return (
      `${kind} of ${names[i]} and ${names[j]}: ${round(table[i][j], 3)}\n` +
      (first
        ? `${shares.length} words in both; \u201c${first[0]}\u201d adds most, ` +
          `${round((100 * first[1]) / table[i][j], 0)} per cent`
        : "no word in both")
    );
  };
});

const dot = (a, b) => a.reduce((sum, v, k) => sum + v * b[k], 0);

/* The rows that are multiplied: counts, counts at length 1, or weighted counts at length 1. */
function vectors(counts, measure) {
  if (measure === MEASURES[0]) return counts;
  const N = counts.length;
  const weight = counts[0].map((_, k) => {
    const having = counts.filter((row) => row[k] > 0).length;
    return measure === MEASURES[1] ? 1 : having && Math.log(N / having);
  });
  return counts.map((row) => {
    const weighted = row.map((v, k) => v * weight[k]);
    const length = Math.sqrt(dot(weighted, weighted));
    return weighted.map((v) => (length > 0 ? v / length : 0));
  });
}

/* A bar for each of the words that add most, and one for all others. */
function bars(P, shares, total) {
  const shown = shares.slice(0, 7);
  const rest = shares.slice(7);
  if (rest.length) shown.push([`${rest.length} others`, rest.reduce((s, [, v]) => s + v, 0)]);
  const width = Math.min(P.wide(), 420);
  const [left, high] = [94, 26];
  const svg = P.clear(width, Math.max(1, shown.length) * high + 4);
  if (!shown.length) label(svg, width / 2, high / 2, "they have no word in common");
  const into = add(svg, "g", { class: "role-input" });
  const most = Math.max(...shown.map(([, v]) => v), 1e-9);
  for (const k of range(shown.length)) {
    const [word, v] = shown[k];
    const y = k * high;
    label(svg, left - 6, y + high / 2, word, { class: "fig-number", "text-anchor": "end" });
    const long = ((width - left - 50) * v) / most;
    add(into, "rect", {
      class: "fig-bar",
      x: left,
      y: y + 4,
      width: Math.max(long, 1),
      height: high - 8,
      "data-tell": `${word}: ${round(v, 3)} of ${round(total, 3)}`,
    });
    label(svg, left + long + 6, y + high / 2, round(v, 2), {
      class: "fig-number",
      "text-anchor": "start",
    });
  }
}
