/* The map: what the reader has passed, and what a chapter needs and leads to when it is pointed at
   or reached by keyboard. */
(() => {
  const { store } = globalThis.book;
  for (const map of document.querySelectorAll(".map")) {
    const passed = store.passed();
    for (const line of map.querySelectorAll("li[data-chapter]")) {
      const ids = globalThis.bookExercises?.["exercises/" + line.dataset.chapter] ?? [];
      const count = ids.filter((id) => passed[id]).length;
      if (count) line.querySelector(".map-passed").textContent = `${count} of ${ids.length} passed`;
      dot(map, line).classList.toggle("passed", ids.length > 0 && count === ids.length);
      for (const event of ["pointerenter", "focusin"])
        line.addEventListener(event, () => light(map, line.dataset.chapter));
      for (const event of ["pointerleave", "focusout"])
        line.addEventListener(event, () => light(map, ""));
    }
  }

  function dot(map, line) {
    return map.querySelector(`circle[data-chapter="${line.dataset.chapter}"]`);
  }

  function light(map, chapter) {
    for (const node of map.querySelectorAll("path, circle"))
      node.classList.remove("needed", "next", "here");
    if (!chapter) return;
    map.querySelector(`circle[data-chapter="${chapter}"]`).classList.add("here");
    for (const arc of map.querySelectorAll("path")) {
      const { from, to } = arc.dataset;
      if (from !== chapter && to !== chapter) continue;
      const [kind, other] = to === chapter ? ["needed", from] : ["next", to];
      arc.classList.add(kind);
      map.querySelector(`circle[data-chapter="${other}"]`).classList.add(kind);
    }
  }
})();
