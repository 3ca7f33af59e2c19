/* Small images or matrices that Python computed: one set for each setting of the sliders. */
import { add, figure, hatch, matrix, range, round, within } from "./kit/index.js";

export default figure(({ get, settings, panel }) => {
  const setting = settings();
  const frames = get("frames");
  const panels = range(Math.max(...frames.map((f) => f.length)), () => panel(""));
  // One scale for a panel, so that what changes is seen to change.
  const most = panels.map((_, i) =>
    Math.max(
      1e-9,
      ...frames
        .flatMap((f) => f[i] ?? [])
        .flat()
        .map((v) => (typeof v === "number" ? Math.abs(v) : 0)),
    ),
  );

  return () => {
    const at = setting();
    panels.forEach((P, i) => {
      const A = frames[at][i];
      P.say(get("names")[at][i] ?? "");
      if (!A) return P.clear(1, 1);
      const room = panels.length > 1 ? 210 : 320; // one alone may be larger
      const size = Math.min(30, room / Math.max(A.length, A[0].length));
      const role = get("roles")?.[get("names")[at][i]];
      const svg = within(P.clear(A[0].length * size, A.length * size), { role });
      if (get("numbers")) return matrix(svg, A, { size, most: most[i] });
      A.forEach((row, y) =>
        row.forEach((v, x) => {
          add(svg, "rect", {
            x: x * size,
            y: y * size,
            width: size + 0.3,
            height: size + 0.3,
            class: typeof v === "string" ? "" : "fig-pixel",
            "data-tell": `row ${y}, column ${x}: ${typeof v === "string" ? v : round(v, 3)}`,
            style:
              typeof v === "string"
                ? `fill:${v}`
                : `fill-opacity:${(Math.abs(v) / most[i]).toFixed(3)}`,
          });
          if (v < 0) hatch(svg, x * size, y * size, size);
        }),
      );
      add(svg, "rect", {
        x: 0,
        y: 0,
        width: A[0].length * size,
        height: A.length * size,
        class: "fig-axis",
        style: "fill:none",
      });
    });
    return get("readouts")[at];
  };
});
