/* Two by two matrices: products, and the lines and stretches of one. */

export const times = (A, [u, v]) => [A[0][0] * u + A[0][1] * v, A[1][0] * u + A[1][1] * v];
export const product = (A, B) =>
  A.map((row) => [0, 1].map((j) => row[0] * B[0][j] + row[1] * B[1][j]));
const scaled = (s, [u, v]) => [s * u, s * v];

/* The real eigenvalues, the larger first, each once, with the lines that stay: a direction, or
   "all" where every line does; none where the matrix turns every line. */
export function eigen([[a, b], [c, d]]) {
  const size = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  const [middle, half] = [(a + d) / 2, (a - d) / 2];
  const under = half * half + b * c;
  if (under < -1e-12 * size * size) return { complex: [middle, Math.sqrt(-under)], pairs: [] };
  if (b === 0 && c === 0 && a === d) return { pairs: [{ value: a, line: "all" }] };
  const root = under < 1e-12 * size * size ? 0 : Math.sqrt(under);
  return {
    pairs: (root ? [middle + root, middle - root] : [middle]).map((value) => {
      const lines = [
        [b, value - a],
        [value - d, c],
      ];
      const [long, other] = lines.map((p) => Math.hypot(...p));
      return {
        value,
        line: long >= other ? scaled(1 / long, lines[0]) : scaled(1 / other, lines[1]),
      };
    }),
  };
}

/* The singular values with their directions before, `v`, and after, `u`: two turns and a stretch
   between them, read off the parts of A that turn and those that mirror. */
export function singular([[a, b], [c, d]]) {
  const [turn, mirror] = [Math.hypot(a + d, c - b) / 2, Math.hypot(a - d, c + b) / 2];
  const [p, q] = [Math.atan2(c - b, a + d), Math.atan2(c + b, a - d)];
  const [before, after] = [(q - p) / 2, (q + p) / 2];
  const flip = turn < mirror ? -1 : 1;
  return [
    {
      value: turn + mirror,
      v: [Math.cos(before), Math.sin(before)],
      u: [Math.cos(after), Math.sin(after)],
    },
    {
      value: Math.abs(turn - mirror),
      v: [-Math.sin(before), Math.cos(before)],
      u: scaled(flip, [-Math.sin(after), Math.cos(after)]),
    },
  ];
}
