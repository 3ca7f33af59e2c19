/* Two vectors, the shadow of one on the line of the other, and the cosine of the angle between. */
import { line as path } from "d3-shape";
import { add, axes, dot, figure, line, range, round } from "../kit/index.js";

export default figure(({ get, panel, plane }) => {
  const P = panel("drag a and b", { interactive: true, fill: 290 });
  const C = panel("a \u00b7 b, if only the angle changed", { fill: 290 });
  const Q = plane(P, { x: [-5, 5] });
  Q.vector("a", "vector a", { role: "input", symbol: "a" });
  Q.vector("b", "vector b", { role: "kernel", symbol: "b" });

  return () => {
    const [a, b] = [get("a"), get("b")];
    const product = a[0] * b[0] + a[1] * b[1];
    const [long, wide] = [Math.hypot(...a), Math.hypot(...b)];
    const defined = long > 0 && wide > 0;
    const cosine = defined ? Math.max(-1, Math.min(1, product / long / wide)) : undefined;
    const degrees = defined ? (Math.acos(cosine) * 180) / Math.PI : undefined;
    Q.begin();
    if (wide > 0) {
      const share = product / wide ** 2;
      const foot = b.map((v) => v * share);
      Q.straight([-b[1], b[0]], 0, { role: "reference", dashed: true });
      Q.segment(a, foot, { role: "reference", dashed: true });
      // A band, so that b, which lies on it, does not hide the shadow.
      const [u, v] = [(-0.15 * b[1]) / wide, (0.15 * b[0]) / wide];
      const [p, q] = foot;
      Q.polygon(
        [
          [u, v],
          [p + u, q + v],
          [p - u, q - v],
          [-u, -v],
        ],
        { role: "output" },
      );
      Q.arrow([0, 0], foot, { role: "output" });
    }

    const most = Math.max(1, long * wide);
    const width = Math.min(C.wide(), 420);
    const svg = C.clear(width, Math.min(width, 300));
    const { X, Y } = axes(svg, {
      width,
      height: Math.min(width, 300),
      x: { domain: [0, 180], ticks: [0, 45, 90, 135, 180], name: "angle", unit: "degrees" },
      y: { domain: [-most, most], ticks: 5 },
    });
    const into = add(svg, "g", { class: "role-output" });
    const curve = path(
      (v) => X(v),
      (v) => Y(long * wide * Math.cos((v * Math.PI) / 180)),
    );
    add(into, "path", { class: "fig-line", d: curve(range(91, (i) => 2 * i)) });
    if (defined) {
      line(into, X(degrees), Y(0), X(degrees), Y(product), { class: "fig-stem" });
      dot(into, X(degrees), Y(product), {
        r: 5,
        class: "fig-dot at",
        "data-tell": `at ${round(degrees, 1)} degrees: ${round(product, 2)}`,
      });
    }
    const shadow = wide > 0 ? product / wide : 0;
    const say =
      `a \u00b7 b = ${round(product, 2)}\n` +
      (defined
        ? `shadow of a ${round(shadow, 3)} \u00b7 length of b ${round(wide, 3)} ` +
          `\u00b7 cosine ${round(cosine, 3)} \u00b7 angle ${round(degrees, 1)} degrees`
        : "a vector of length 0 has no direction");
    return { say, numbers: { a, b } };
  };
});
