/* A matrix product that fills itself: by entries, by columns, by rows, or in layers. */
import { figure, label, largest, matrix, minus, range, round, within } from "../kit/index.js";

const SIZE = 46;
const sum = (values) => values.reduce((s, v) => s + v, 0);

export default figure(({ get, choice, slider, panel }) => {
  const [A, B] = [get("A"), get("B")];
  const [m, n, p] = [A.length, B.length, B[0].length];
  const steps = { entries: m * p, columns: p, rows: m, layers: n };
  choice("view", "fill C by", Object.keys(steps));
  slider("step", "step", { max: () => steps[get("view")], play: true });
  const P = panel("A at the left, B above, C where they meet");
  const L = panel("");

  return () => {
    const view = get("view");
    const step = Math.min(get("step"), steps[view]);
    const at = step - 1; // the entry, column, row or layer that this step adds
    const [row, column] = [Math.floor(at / p), at % p];
    const inside = (k) => view !== "layers" || k <= at;
    const C = range(m, (i) => range(p, (j) => sum(range(n, (k) => A[i][k] * B[k][j]))));
    const partial = range(m, (i) =>
      range(p, (j) => sum(range(n, (k) => (inside(k) ? A[i][k] * B[k][j] : 0)))),
    );
    const now = {
      entries: (i, j) => i === row && j === column,
      columns: (i, j) => j === at,
      rows: (i) => i === at,
      layers: () => at >= 0,
    }[view];
    const filled = {
      entries: (i, j) => i * p + j <= at,
      columns: (i, j) => j <= at,
      rows: (i) => i <= at,
      layers: () => at >= 0,
    }[view];
    const uses = {
      entries: [(i) => i === row, (k, j) => j === column],
      columns: [() => at >= 0, (k, j) => j === at],
      rows: [(i) => i === at, () => at >= 0],
      layers: [(i, k) => k === at, (k) => k === at],
    }[view].map((used) => (i, j) => at >= 0 && used(i, j));

    const gap = 12;
    const [left, top] = [n * SIZE + gap, n * SIZE + gap];
    const svg = P.clear(left + p * SIZE + 30, top + m * SIZE);
    const known = range(m, (i) => range(p, (j) => (filled(i, j) ? partial[i][j] : 0)));
    matrix(svg, A, { y: top, size: SIZE, role: "kernel", symbol: "A", on: uses[0] });
    matrix(svg, B, { x: left, size: SIZE, role: "input", symbol: "B", on: uses[1] });
    matrix(svg, known, {
      x: left,
      y: top,
      size: SIZE,
      role: "output",
      symbol: "C",
      most: largest(C),
      on: (i, j) => at >= 0 && now(i, j),
      text: (i, j) => (filled(i, j) ? round(partial[i][j]) : ""),
      tell: (i, j) =>
        filled(i, j) ? `C[${i}, ${j}] = ${round(partial[i][j], 4)}` : `C[${i}, ${j}]: not yet`,
    });
    const letter = (x, y, role, text) =>
      label(within(svg, { role }), x, y, text, { class: "fig-letter" });
    letter((n * SIZE) / 2, top - 16, "kernel", "A");
    letter(left - 18, (n * SIZE) / 2, "input", "B");
    letter(left + p * SIZE + 16, top + (m * SIZE) / 2, "output", "C");

    layer(L, view === "layers" ? at : -1, A, B, C);
    const all = (M) => `(${M.map((r) => r.map((v) => round(v, 4)).join(", ")).join("; ")})`;
    const said = {
      entries: () =>
        `C[${row}, ${column}] = ` +
        range(n, (k) => `${minus(A[row][k])} \u00b7 ${minus(B[k][column])}`).join(" + ") +
        ` = ${round(C[row][column], 4)}`,
      columns: () =>
        `column ${at} of C = ` +
        range(n, (k) => `${minus(B[k][at])} \u00b7 column ${k} of A`).join(" + "),
      rows: () =>
        `row ${at} of C = ` +
        range(n, (k) => `${minus(A[at][k])} \u00b7 row ${k} of B`).join(" + "),
      layers: () => `C after ${step} of ${n} layers = ${all(partial)}`,
    };
    const say = at < 0 ? `C is ${m} by ${p}: nothing is filled yet` : said[view]();
    return {
      say,
      numbers: { A, B, C: partial, filled: range(m, (i) => range(p, (j) => filled(i, j))), step },
    };
  };
});

/* The layer that the present step adds, alone; without one the panel stays empty. */
function layer(L, k, A, B, C) {
  const values = k < 0 ? [] : A.map((r) => B[k].map((v) => r[k] * v));
  L.say(k < 0 ? "" : `layer ${k}: column ${k} of A times row ${k} of B`);
  const svg = L.clear(k < 0 ? 1 : B[0].length * SIZE, k < 0 ? 1 : A.length * SIZE);
  const tell = (i, j) => `layer ${k} [${i}, ${j}] = ${round(values[i][j], 4)}`;
  if (k >= 0) matrix(svg, values, { size: SIZE, role: "reference", most: largest(C), tell });
}
