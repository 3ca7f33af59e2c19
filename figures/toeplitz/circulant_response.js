/* A circulant, the wave that it scales, and by how much: its frequency response. */
import { add, axes, dot, figure, matrix, range, round, stems, within } from "../kit/index.js";

export default figure(({ controls, get, put, on, slider, handles, panel }) => {
  const n = get("n");
  const presets = get("presets");
  const preset = add(add(controls, "label", {}, "kernel "), "select", { "data-name": "preset" });
  for (const name of ["yours", ...Object.keys(presets)])
    add(preset, "option", { value: name }, name);
  preset.addEventListener("change", () => {
    if (presets[preset.value]) put("c", presets[preset.value].slice());
  });
  const match = () => {
    preset.value =
      Object.keys(presets).find((p) => String(presets[p]) === String(get("c"))) ?? "yours";
  };
  on("c", match);
  match();
  slider("frequency", "frequency", { max: n / 2 });
  const H = panel("drag the kernel", { interactive: true });
  H.size(170, 130);
  const middle = (get("c").length - 1) / 2;
  const bars = { role: "kernel", symbol: "c", width: 160, min: -1, max: 1, step: 0.25 };
  handles(H, "c", (i) => `kernel at ${i - middle}`, bars);
  const C = panel("its circulant matrix C");
  const R = panel("how much each wave is scaled: |\u03bb|", { fill: 260 });
  const W = panel("a wave goes in (rings), the same wave comes out (dots)");

  return () => {
    const c = get("c");
    const f = get("frequency");
    const column = range(n, (i) => c[(i + middle) % n] ?? 0);
    const lambda = (q) =>
      c.reduce(
        ([re, im], v, j) => {
          const angle = (-2 * Math.PI * q * (j - middle)) / n;
          return [re + v * Math.cos(angle), im + v * Math.sin(angle)];
        },
        [0, 0],
      );
    const size = 170 / n;
    matrix(
      C.clear(170, 170),
      range(n, (i) => range(n, (j) => column[(i - j + n) % n])),
      { size, most: 1, text: "", role: "kernel", symbol: "C" },
    );

    const top = Math.max(
      1,
      c.reduce((s, v) => s + Math.abs(v), 0),
    );
    const width = R.wide();
    const plain = R.clear(width, 190);
    const { X, Y } = axes(plain, {
      width,
      height: 190,
      x: { domain: [0, n / 2], nice: false, name: "frequency q" },
      y: { domain: [0, top], nice: false },
    });
    const svg = within(plain, { role: "kernel", symbol: "\u03bb" });
    add(svg, "polyline", {
      class: "fig-line",
      fill: "none",
      points: range(101, (t) => {
        const q = (t * n) / 200;
        return `${X(q)},${Y(Math.hypot(...lambda(q)))}`;
      }).join(" "),
    });
    for (let q = 0; q <= n / 2; q++) {
      const height = Math.hypot(...lambda(q));
      dot(svg, X(q), Y(height), {
        r: q === f ? 5 : 3,
        class: "fig-dot" + (q === f ? " on" : ""),
        "data-tell": `|\u03bb| at frequency ${q}: ${round(height, 3)}`,
      });
    }

    const wave = range(n, (i) => Math.cos((2 * Math.PI * f * i) / n));
    const out = range(n, (i) => wave.reduce((s, v, j) => s + column[(i - j + n) % n] * v, 0));
    const both = W.clear(330, 130);
    stems(both, wave, { width: 330, height: 120, most: top, hollow: true, role: "input" });
    stems(both, out, { width: 330, height: 120, most: top, role: "output" });
    const [re, im] = lambda(f);
    return (
      `frequency ${f}: scaled by ${round(Math.hypot(re, im), 3)}` +
      (Math.hypot(re, im) < 1e-9
        ? ", gone"
        : `, turned by ${round((Math.atan2(im, re) * 180) / Math.PI, 1)} degrees`)
    );
  };
});
