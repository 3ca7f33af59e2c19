/* A thousand people as dots: ill or healthy, positive in all tests or not. */
import { add, dot, figure, range, round } from "../kit/index.js";

const ALL = 1000;

export default figure(({ get, panel, slider, predict }) => {
  const asked = predict("Of those whose test is positive, which share is ill?", {
    min: 0,
    max: 100,
    start: 50,
    show: (v) => `${round(v, 2)} %`,
  });
  slider("ill", "ill, of 1000");
  slider("sensitivity", "positive if ill", { show: (v) => `${v} %` });
  slider("specificity", "negative if healthy", { show: (v) => `${v} %` });
  slider("tests", "tests, all positive");
  const P = panel("each dot is a person", { fill: true });

  return () => {
    const [ill, tests] = [get("ill"), get("tests")];
    const hit = ill * (get("sensitivity") / 100) ** tests;
    const wrong = (ALL - ill) * (1 - get("specificity") / 100) ** tests;
    const [found, alarmed] = [Math.round(hit), Math.round(wrong)];

    const width = P.wide();
    const columns = width > 560 ? 50 : 25;
    const unit = Math.min(width / columns, 14);
    const svg = P.clear(columns * unit, (ALL / columns) * unit + 2);
    const healthy = ALL - ill;
    const kinds = asked.hidden
      ? [
          ["output", "", ill, "ill"],
          ["reference", " hollow", healthy, "healthy"],
        ]
      : [
          ["output", "", found, "ill and positive"],
          ["output", " hollow", ill - found, "ill, and missed"],
          ["error", "", alarmed, "healthy and positive"],
          ["reference", " hollow", healthy - alarmed, "healthy, and not positive"],
        ];
    let at = 0;
    for (const [role, kind, many, name] of kinds) {
      if (!many) continue;
      const faint = role === "reference" ? { style: "opacity:0.35" } : {};
      const tell = `${name}: ${many} of ${ALL}`;
      const into = add(svg, "g", { class: `role-${role}`, "data-tell": tell, ...faint });
      for (const i of range(many, (k) => at + k)) {
        const [x, y] = [((i % columns) + 0.5) * unit, (Math.floor(i / columns) + 0.5) * unit];
        dot(into, x, y, { r: unit * (kind ? 0.28 : 0.38), class: "fig-dot" + kind });
      }
      at += many;
    }
    if (asked.hidden)
      return (
        `${ill} of ${ALL} ill; ${tests === 1 ? "one test" : `${tests} tests, all`} positive, ` +
        `for ${round((100 * hit) / ill, 2)} % of the ill and ` +
        `${round((100 * wrong) / healthy, 2)} % of the healthy`
      );
    const both =
      `expected: ${round(hit, 3)} ill and positive, ` + `${round(wrong, 3)} healthy and positive`;
    if (hit + wrong === 0) return `${both}\nnobody is positive`;
    const share = (100 * hit) / (hit + wrong);
    return [
      both,
      `ill, of those who are positive: ${round(share, 2)} %`,
      ...[asked.compare(share)].filter(Boolean),
    ].join("\n");
  };
});
