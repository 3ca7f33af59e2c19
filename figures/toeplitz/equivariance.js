/* Shift, then filter; filter, then shift: the same, or not. */
import { figure, largest, round, stems } from "../kit/index.js";

export default figure(({ get, slider, choice, panel }) => {
  slider("shift", "shift", { max: get("x").length - 1 });
  choice("padding", "border", ["circular", "zero"]);
  const X = panel("the signal x, shifted");
  const Y = panel("");
  const roll = (v, s) => v.map((_, i) => v[(i - s + v.length) % v.length]);

  return () => {
    const x = get("x");
    const k = get("k");
    const n = x.length;
    const p = (k.length - 1) >> 1;
    const s = get("shift");
    const f = (v) =>
      v.map((_, i) =>
        k.reduce((sum, kj, j) => {
          const at = i + j - p;
          return sum + kj * (get("padding") === "circular" ? v[(at + n) % n] : (v[at] ?? 0));
        }, 0),
      );
    const a = f(roll(x, s));
    const b = roll(f(x), s);
    const most = largest([...f(x), ...a]);
    stems(X.clear(330, 110), roll(x, s), {
      width: 330,
      height: 96,
      most: largest(x),
      names: String,
      role: "input",
      symbol: "x",
    });
    Y.say(`shift then filter (dots), filter then shift (rings); border: ${get("padding")}`);
    const svg = Y.clear(330, 110);
    stems(svg, b, { width: 330, height: 96, most, hollow: true, role: "reference" });
    stems(svg, a, { width: 330, height: 96, most, names: String, role: "output", symbol: "y" });
    const wrong = a.map((v, i) => [Math.abs(v - b[i]), i]).filter(([d]) => d > 1e-9);
    if (wrong.length === 0) return "largest difference: 0";
    const worst = Math.max(...wrong.map(([d]) => d));
    return `largest difference: ${round(worst)}, at ${wrong.map(([, i]) => i).join(", ")}`;
  };
});
