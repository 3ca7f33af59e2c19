/* Shift, then filter; filter, then shift: the same, or not. */
export default {
  render(context) {
    const { model } = context, get = (name) => model.get(name);
    const { controls, view } = figure(context, draw);
    slider(controls, model, "shift", { label: "shift", min: 0, max: get("x").length - 1 });
    choice(controls, model, "padding", "border", ["circular", "zero"]);
    const X = panel(view, "the signal x, shifted"), Y = panel(view, "");
    const roll = (v, s) => v.map((_, i) => v[(i - s + v.length) % v.length]);

    function draw() {
      const x = get("x"), k = get("k"), n = x.length, p = (k.length - 1) >> 1, s = get("shift");
      const f = (v) => v.map((_, i) => k.reduce((sum, kj, j) => {
        const at = i + j - p;
        return sum + kj * (get("padding") === "circular" ? v[(at + n) % n] : (v[at] ?? 0));
      }, 0));
      const a = f(roll(x, s)), b = roll(f(x), s), most = Math.max(1, ...f(x).map(Math.abs), ...a.map(Math.abs));
      stems(X.clear(330, 110), roll(x, s), { width: 330, height: 96, most: Math.max(1, ...x.map(Math.abs)), names: String });
      Y.say(`shift then filter (dots), filter then shift (rings); border: ${get("padding")}`);
      const svg = Y.clear(330, 110);
      stems(svg, b, { width: 330, height: 96, most, series: "b" });
      stems(svg, a, { width: 330, height: 96, most, names: String });
      const wrong = a.map((v, i) => [Math.abs(v - b[i]), i]).filter(([d]) => d > 1e-9);
      return wrong.length === 0 ? "largest difference: 0"
        : `largest difference: ${round(Math.max(...wrong.map(([d]) => d)))}, at ${wrong.map(([, i]) => i).join(", ")}`;
    }
  },
};
