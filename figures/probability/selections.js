/* Every order of r letters out of n, as a list; after a guess in columns, one for each subset. */
import { cell, figure, note, round, within } from "../kit/index.js";

const LETTERS = "ABCDE";

/* All ways to take r of the letters in order, none twice, in the order of a dictionary. */
const orders = (letters, r) =>
  r === 0
    ? [""]
    : [...letters].flatMap((first) =>
        orders(letters.replace(first, ""), r - 1).map((rest) => first + rest),
      );

export default figure(({ get, slider, panel, predict }) => {
  slider("n", "letters n");
  slider("r", "taken r", { max: () => Math.min(3, get("n")) });
  const P = panel("point at a word", { fill: 330, pick: "at" });
  const asked = predict("How many subsets are these?", { min: 1, max: 12 });

  return () => {
    const [n, r] = [get("n"), Math.min(get("r"), get("n"))];
    const words = orders(LETTERS.slice(0, n), r);
    const subset = words.map((word) => [...word].sort().join(""));
    const subsets = [...new Set(subset)];
    const rows = words.length / subsets.length;
    const at = get("at") < words.length ? get("at") : -1;
    const wide = P.wide();
    const size = Math.min(40, Math.floor(wide / Math.max(10, subsets.length)));
    const across = asked.hidden ? Math.min(words.length, 10) : subsets.length;
    const down = Math.ceil(words.length / across);
    const top = asked.hidden ? 0 : 20;
    const svg = P.clear(across * size, top + down * size);
    const seen = new Map(subsets.map((each) => [each, 0]));
    const into = within(svg, { role: "input", symbol: "r" });
    words.forEach((word, i) => {
      const column = subsets.indexOf(subset[i]);
      const row = seen.get(subset[i]);
      seen.set(subset[i], row + 1);
      const [u, v] = asked.hidden ? [i % across, Math.floor(i / across)] : [column, row];
      cell(into, u * size, top + v * size, size, 1, {
        most: 3,
        text: word,
        on: at >= 0 && subset[i] === subset[at],
        tell: `${word}: one of ${rows} orders of {${[...subset[i]].join(", ")}}`,
      });
    });
    if (!asked.hidden)
      subsets.forEach((each, j) =>
        note(svg, (j + 0.5) * size, 10, each, { style: "font-size:12px" }),
      );
    const say = [`${words.length} orders of ${r} of ${n} letters`];
    if (asked.hidden && asked.guess !== undefined)
      say.push(
        `your guess: ${asked.guess} subsets, each with ${round(words.length / asked.guess)} orders`,
      );
    if (!asked.hidden)
      say.push(
        `${subsets.length} subsets of ${r}, each with ${rows} orders: ` +
          `${words.length} = ${subsets.length} \u00b7 ${rows}. ${asked.compare(subsets.length)}`,
      );
    return { say: say.join("\n"), numbers: { n, r } };
  };
});
