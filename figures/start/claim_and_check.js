/* A claim, its check on random cases, and the smallest case that refutes it. */
import { add, figure, label, largest, matrix, note, range, stems } from "../kit/index.js";

const CASES = 200;
const TALL = 100; // units of a drawing
const VERDICT =
  "--least:100%;box-sizing:border-box;margin:0;padding:.5rem .75rem;" +
  "border-left:6px solid var(--role);" +
  "background:color-mix(in srgb, var(--role) 10%, transparent)";

export default figure(({ controls, get, put, slider, toggle, handles, panel, view }) => {
  const n = get("x").length;
  toggle("zeros", "beyond the ends stand zeros");
  toggle("backwards", "at odd places the kernel is read backwards");
  toggle("cut", "what falls below zero becomes zero");
  slider("shift", "shift", { max: n - 1, play: true });
  const again = add(controls, "button", { type: "button", class: "fig-step" }, "200 other cases");
  again.addEventListener("click", () => put("seed", get("seed") + 1));
  const verdict = add(view, "p", { class: "fig-panel fill", style: VERDICT });
  const X = panel("the signal x: drag it", { interactive: true });
  X.size(280, 124);
  handles(X, "x", (i) => `x[${i}]`, { width: 270, role: "input", symbol: "x" });
  const K = panel("the kernel k", { interactive: true });
  K.size(120, 124);
  handles(K, "k", (j) => `k[${j}]`, { width: 110, role: "kernel", symbol: "k" });
  const Y = panel("shift, then filter: dots. Filter, then shift: rings.", { fill: true });
  const smallest = panel("");

  return () => {
    const how = { zeros: get("zeros"), backwards: get("backwards"), cut: get("cut") };
    const own = compare(get("x"), get("k"), get("shift"), how);
    const wrong = differing(own);
    drawBoth(Y, own, wrong);

    const failed = cases(get("seed"), n).filter((c) => differing(compare(...c, how)).length);
    const found = failed.length > 0 && refutation(how);
    verdict.className = `fig-panel fill role-${failed.length ? "error" : "output"}`;
    verdict.replaceChildren();
    add(
      verdict,
      "strong",
      { style: "color:var(--role)" },
      failed.length ? "\u2717 refuted: " : "\u2713 checked: ",
    );
    verdict.append(
      `for every signal, every kernel and every shift: ` +
        `shift, then filter is filter, then shift.`,
    );
    drawSmallest(smallest, found, how);
    const yours = wrong.length ? `yours differs at ${wrong.join(", ")}` : "yours agrees";
    const all = failed.length ? `${failed.length} of ${CASES} random cases differ` : null;
    return {
      say: `${all ?? `all ${CASES} random cases agree`}; ${yours}`,
      numbers: { x: get("x"), k: get("k"), y: own[0] },
    };
  };
});

/* What a filter does: windows of three around each place, on a circle or with zeros beyond it. */
function filter(x, k, { zeros, backwards, cut }) {
  const n = x.length;
  return x.map((_, i) => {
    const read = backwards && i % 2 ? [...k].reverse() : k;
    const at = (j) => (zeros ? (x[j] ?? 0) : x[(j + n) % n]);
    const sum = read.reduce((so_far, kj, j) => so_far + kj * at(i + j - 1), 0);
    return cut ? Math.max(0, sum) : sum;
  });
}

const shifted = (x, s) => x.map((_, i) => x[(i - s + x.length) % x.length]);
const compare = (x, k, s, how) => [filter(shifted(x, s), k, how), shifted(filter(x, k, how), s)];
const differing = ([a, b]) => range(a.length).filter((i) => a[i] !== b[i]);

/* Random cases of whole numbers from -3 to 3, the same for the same seed. */
function cases(seed, n) {
  let state = seed;
  const below = (m) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * m);
  };
  const digit = () => below(7) - 3;
  return range(CASES, () => [range(n, digit), range(3, digit), 1 + below(n - 1)]);
}

/* The first case that fails: fewest places, then fewest ones, of all zeros and ones there are. */
function refutation(how) {
  for (const n of [2, 3, 4]) {
    const every = [];
    for (const bits of range(2 ** (n + 3)))
      for (const s of range(n - 1, (i) => i + 1)) {
        const ones = range(n + 3, (i) => (bits >> i) & 1);
        every.push([ones.slice(0, n), ones.slice(n), s]);
      }
    const count = ([x, k]) => [...x, ...k].filter(Boolean).length;
    every.sort((a, b) => count(a) - count(b)); // the order of equals stays
    const found = every.find((one) => differing(compare(...one, how)).length);
    if (found) return found;
  }
  return null;
}

function drawBoth(Y, [a, b], wrong) {
  const wide = Math.min(Y.wide(), 560);
  const svg = Y.clear(wide, TALL + 18);
  const size = { width: wide, height: TALL, most: largest([...a, ...b]) };
  stems(svg, b, { ...size, hollow: true, role: "reference" });
  stems(svg, a, { ...size, names: String, role: "output", symbol: "y" });
  const w = wide / a.length;
  for (const i of wrong)
    add(svg, "rect", {
      x: i * w + 2,
      y: 0,
      width: w - 4,
      height: TALL,
      rx: 4,
      class: "fig-area role-error",
      style: "pointer-events:none",
    });
}

function drawSmallest(P, found, how) {
  P.svg.parentElement.hidden = !found;
  if (!found) return;
  const [x, k, s] = found;
  const [a, b] = compare(x, k, s, how);
  P.say(`the smallest case: ${x.length} places, shift by ${s}`);
  const size = 30;
  const svg = P.clear(380, 4 * 38);
  const rows = [
    ["x", x, "input"],
    ["k", k, "kernel"],
    ["shift, then filter", a, "output"],
    ["filter, then shift", b, "reference"],
  ];
  rows.forEach(([name, values, role], row) => {
    const y = 4 + row * 38;
    label(svg, 170, y + size / 2, name, { "text-anchor": "end", class: "fig-name" });
    const on = (_, i) => row > 1 && a[i] !== b[i];
    matrix(svg, [values], { x: 184, y, size, role, symbol: name, most: 1, on });
  });
  const right = 184 + x.length * size + 22;
  note(svg, right, 4 + 2.5 * 38 + size / 2, "\u2260", { style: "font-size:26px" });
}
