/* The best line near four points: with a column of ones or without, and with a price on w, or b. */
import { figure, range, round } from "../kit/index.js";

/* The w and b with the least |y - w x - b 1|^2 + price w^2 + dear b^2; b is 0 where dear is. */
function fit(x, y, price, dear) {
  const sum = (f) => x.reduce((s, u, i) => s + f(u, y[i]), 0);
  const [n, sx, sxx] = [x.length, sum((u) => u), sum((u) => u * u)];
  const [sy, sxy] = [sum((u, v) => v), sum((u, v) => u * v)];
  if (dear === Infinity) return { w: sxx + price > 1e-9 ? sxy / (sxx + price) : 0, b: 0 };
  const det = (sxx + price) * (n + dear) - sx * sx;
  if (det < 1e-9) return { w: 0, b: sy / n }; // all points above one place: the shortest w
  return {
    w: (sxy * (n + dear) - sx * sy) / det,
    b: ((sxx + price) * sy - sx * sxy) / det,
  };
}

export default figure(({ get, panel, plane, slider, toggle }) => {
  toggle("ones", "a column of ones");
  slider("zero", "y is counted from", { step: 0.25, show: (v) => round(v, 2) });
  slider("price", "price of w\u00b2");
  toggle("both", "b\u00b2 costs the same");
  const P = panel("drag the points; dashed: where y is 0", { interactive: true, fill: true });
  const Q = plane(P, { x: [-1, 7], y: [-1, 7], most: 440 });
  for (const i of range(4))
    Q.point(`p${i}`, `point ${i}`, { role: "output", symbol: "y", letter: "", step: 0.25 });

  return () => {
    const zero = get("zero");
    const points = range(4, (i) => get(`p${i}`));
    const x = points.map((p) => p[0]);
    const y = points.map((p) => p[1] - zero);
    const price = get("price");
    const dear = !get("ones") ? Infinity : get("both") ? price : 0;
    const { w, b } = fit(x, y, price, dear);
    const rest = y.map((v, i) => v - w * x[i] - b);
    const at = (u) => [u, zero + w * u + b];

    Q.begin();
    Q.segment([-1, zero], [7, zero], { role: "reference", dashed: true });
    Q.mark([0, zero], { role: "reference", tell: "here x and y are 0" });
    Q.segment(at(-1), at(7), { role: "kernel", symbol: "w" });
    points.forEach((p, i) => Q.segment(p, at(x[i]), { role: "error" }));
    if (get("ones")) {
      Q.segment([0, zero], [0, zero + b], { role: "kernel", symbol: "b" });
      const mean = [x, y].map((v) => v.reduce((s, u) => s + u, 0) / 4);
      Q.mark([mean[0], zero + mean[1]], {
        role: "input",
        symbol: "x",
        tell: "the mean of x and of y",
      });
    }
    const squares = rest.reduce((s, v) => s + v * v, 0);
    const sum = rest.reduce((s, v) => s + v, 0);
    return {
      say:
        `w = ${round(w, 3)}, b = ${round(b, 3)} \u00b7 rests ` +
        `${rest.map((v) => round(v, 3)).join(", ")}\nsum of the rests ${round(sum, 3)}, ` +
        `of their squares ${round(squares, 3)}`,
      numbers: { w, b, x, y },
    };
  };
});
