/* Pointing: every mark of a panel that has `data-tell` says it, by pointer, tap and arrow keys. */
import { add } from "./drawing.js";

const REACH = 24; // pixels from a mark, for a finger

/* `tell` shows a sentence below the picture. `bound`, if there is one, keeps which mark is chosen
   in the state. The panel is one stop of the Tab key; Home, End and the arrows go from mark to
   mark. */
export function picker(P, { tell, bound }) {
  const { svg } = P;
  let at = -1;
  let held = false;
  let marks = [];
  const centre = (mark) => {
    const box = mark.getBBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };

  function choose(i) {
    at = i;
    if (bound && i >= 0) bound.put(i);
    show();
    tell(i < 0 ? "" : marks[i].dataset.tell, P);
  }
  function show() {
    svg.querySelector(".fig-pick")?.remove();
    svg.setAttribute("aria-valuenow", at);
    svg.setAttribute("aria-valuetext", at < 0 ? "nothing chosen" : marks[at].dataset.tell);
    if (at < 0) return;
    const { x, y, width, height } = marks[at].getBBox();
    const round = marks[at].tagName === "circle" ? width : 3;
    add(svg, "rect", {
      x: x - 1,
      y: y - 1,
      width: width + 2,
      height: height + 2,
      rx: round,
      class: "fig-pick",
    });
  }
  function under(event) {
    const straight = marks.indexOf(event.target.closest?.("[data-tell]"));
    if (straight >= 0) return straight;
    const far = marks.map((mark) => {
      const box = mark.getBoundingClientRect();
      const dx = box.x + box.width / 2 - event.clientX;
      return Math.hypot(dx, box.y + box.height / 2 - event.clientY);
    });
    const least = Math.min(...far);
    return least <= REACH ? far.indexOf(least) : -1;
  }
  function keyed(key) {
    if (key === "End") return marks.length - 1;
    if (key === "Home" || at < 0) return 0;
    const [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1] }[key] ?? [0, 1];
    const all = marks.map(centre);
    const [x, y] = all[at];
    const ways = all.map(([u, v]) => {
      const ahead = (u - x) * dx + (v - y) * dy;
      return ahead > 0.5 ? ahead + 3 * Math.abs((u - x) * dy + (v - y) * dx) : Infinity;
    });
    const best = Math.min(...ways);
    if (best < Infinity) return ways.indexOf(best);
    // In a single row up is on, in a single column so is right.
    const lone = all.every((p) => Math.abs(p[dx ? 0 : 1] - (dx ? x : y)) < 0.5);
    const next = at + dx - dy;
    return lone && next >= 0 && next < marks.length ? next : at;
  }

  svg.addEventListener("pointerdown", (event) => {
    held = true;
    choose(under(event));
  });
  svg.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "mouse" || bound || held) return;
    const i = under(event);
    if (i !== at) choose(i);
  });
  svg.addEventListener("pointerleave", () => {
    if (!held && !bound && document.activeElement !== svg && at >= 0) choose(-1);
  });
  svg.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return choose(-1);
    if (!/^(Arrow.*|Home|End)$/.test(event.key) || !marks.length) return;
    held = true;
    choose(keyed(event.key));
    event.preventDefault();
  });

  return {
    svg,
    /* After each drawing: the marks are new ones. */
    settle() {
      marks = [...svg.querySelectorAll("[data-tell]")];
      if (bound) at = bound.get();
      at = at < marks.length ? at : -1;
      const stop = marks.length > 0;
      svg.setAttribute("aria-hidden", String(!stop));
      svg.toggleAttribute("data-pick", stop);
      if (!stop) {
        for (const name of ["tabindex", "role", "aria-label"]) svg.removeAttribute(name);
        return;
      }
      svg.setAttribute("tabindex", 0);
      svg.setAttribute("role", "slider");
      svg.setAttribute("aria-label", `${P.name()}: point with the arrow keys`.replace(/^: p/, "P"));
      svg.setAttribute("aria-valuemin", -1);
      svg.setAttribute("aria-valuemax", marks.length - 1);
      show();
      if (at >= 0 && held) tell(marks[at].dataset.tell, P);
    },
    drop() {
      held = false;
      if (bound || at < 0) return;
      at = -1;
      show();
    },
    chosen: () => at,
  };
}
