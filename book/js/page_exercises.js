/* Exercises in the page: a known mistake is told after a check that failed; after a pass the
   explanation opens, the reference beside one's own answer, and the way on. */
(() => {
  const { add, root, docname, store, checkCells } = globalThis.book;
  const page = docname.replace(/^exercises\//, "");
  const told = new Map(); // by exercise: the sentences of the mistakes that were made here
  let loaded = null;

  /* What the book keeps of this page, asked for when it is needed; nothing in a class's build. */
  async function data(id) {
    if (!globalThis.bookExerciseData) return null;
    loaded ??= fetch(new URL(`_static/exercises/${page}.json`, root)).then((answer) => {
      if (!answer.ok) throw new Error(`the server said ${answer.status}`);
      return answer.json();
    });
    loaded.catch(() => (loaded = null)); // asked again the next time
    return (await loaded)[id];
  }

  const plain = (text) => text.replace(/\s+/g, " ").trim();

  /* A sentence, with what stands between backticks as code. */
  function sentence(parent, tag, attributes, text) {
    const node = add(parent, tag, attributes);
    for (const [at, part] of text.split("`").entries())
      if (at % 2) add(node, "code", {}, part);
      else node.append(part);
    return node;
  }

  /* The sentence of the known mistake that the answer agrees with, above what came back. */
  async function tellMistake(cell, ask) {
    const said = cell.status.textContent;
    cell.say("is it a known mistake? …");
    let known = "";
    try {
      const kept = await data(cell.exercise);
      if (kept) {
        const task = JSON.stringify(JSON.stringify(kept.task));
        known = plain(
          await ask(
            `print(__import__("mathlib.mistakes").mistakes.of_page(${task}, globals()), end="")`,
          ),
        );
      }
    } catch {
      known = ""; // what the check says stands there already
    }
    if (cell.div.dataset.outcome !== "stopped") cell.say(said);
    if (!known) return;
    const made = told.get(cell.exercise) ?? new Set();
    told.set(cell.exercise, made.add(known));
    const message = cell.output.querySelector(".live-message");
    message?.prepend(sentence(message, "p", { class: "told-mistake" }, known));
  }

  /* What a pass opens */
  const section = (id) => document.getElementById("ex-" + id);

  function next(id) {
    const ids = globalThis.bookExercises?.[docname] ?? [];
    const passed = store.passed();
    const after = [...ids.slice(ids.indexOf(id) + 1), ...ids];
    const open = after.find((other) => other !== id && !passed[other]);
    const heading = open && section(open)?.querySelector("h2");
    if (heading) return [`#ex-${open}`, `Next: ${heading.firstChild.textContent.trim()}`];
    const chapter = section(id)?.querySelector(".claim-mark a");
    return chapter ? [chapter.getAttribute("href"), "Back to the chapter"] : null;
  }

  function show(body, kept, cell) {
    const { exercise: id } = cell;
    const answer = checkCells.find((other) => other.exercise === id && other.kind === "answer");
    add(body, "div", { class: "after-why" }).innerHTML = kept.explanation;
    const both = add(body, "div", { class: "after-both" });
    for (const [title, text] of [
      ["Your answer", answer?.text.replace(/^# exercise: .*\n/, "") ?? ""],
      ["The reference", kept.reference],
    ]) {
      const figure = add(both, "figure", {}, add(both, "figcaption", {}, title));
      globalThis.bookCode(add(figure, "pre", { class: "live-editor", tabindex: 0 }), text.trim());
    }
    const made = told.get(id) ?? new Set();
    const others = kept.mistakes.filter((text) => !made.has(plain(text)));
    if (!others.length) return;
    add(body, "p", { class: "after-title" }, "What is said to those who went wrong elsewhere");
    const list = add(body, "ul", {});
    for (const text of others) sentence(list, "li", {}, text);
  }

  function offer(cell, open) {
    cell.div.querySelector(".after-pass")?.remove();
    const after = add(cell.div, "div", { class: "after-pass" });
    if (globalThis.bookExerciseData) {
      const fold = add(
        after,
        "details",
        {},
        add(after, "summary", {}, "Why, and how others do it"),
      );
      const body = add(fold, "div", { class: "after-body" });
      const fill = async () => {
        if (!fold.open || body.childNodes.length) return;
        try {
          show(body, await data(cell.exercise), cell);
        } catch (error) {
          const said =
            location.protocol === "file:"
              ? "A page opened as a file may not read it: run `make serve`, and read it there."
              : `It could not be loaded: ${error.message}. Close this and open it again.`;
          body.replaceChildren();
          sentence(body, "p", {}, said);
          fold.addEventListener("toggle", () => body.replaceChildren(), { once: true });
        }
      };
      fold.addEventListener("toggle", fill);
      fold.open = open;
    }
    const way = next(cell.exercise);
    if (way) add(after, "a", { class: "after-next", href: way[0] }, way[1]);
  }

  /* The reader's function beside the reference, where the exercise says over which inputs. */
  async function offerFigure(cell) {
    cell.div.querySelector(".own-figure")?.remove();
    const kept = await data(cell.exercise).catch(() => null);
    if (!kept?.figure) return;
    const box = add(cell.div, "div", { class: "own-figure" });
    const bar = add(box, "div", { class: "live-bar" });
    const button = add(bar, "button", { type: "button" }, "Draw your function");
    const said = add(bar, "span", { class: "own-figure-said", role: "status" });
    button.addEventListener("click", async () => {
      button.disabled = true;
      box.querySelector(".fig-host")?.remove();
      try {
        const given = JSON.stringify(JSON.stringify({ task: kept.task, figure: kept.figure }));
        const code =
          'print(__import__("mathlib.side_by_side").side_by_side.of_page(' +
          given +
          ", globals()))";
        const say = (text) => (said.textContent = text);
        const found = JSON.parse(await globalThis.book.python.run(code, say));
        if (found.curves.length) await draw(box, kept.figure, found);
        say(found.said);
      } catch (error) {
        said.textContent = `It could not be drawn: ${error.message}`;
      }
      button.disabled = false;
    });
  }

  async function draw(box, figure, { x, slider, curves, part, said }) {
    const [[name]] = Object.entries(figure.over);
    const [label, values] = slider;
    const state = {
      bounds: { cursor: [0, null], first: [0, null], second: [0, null] },
      x,
      names: ["yours", "reference"],
      roles: { yours: "output", reference: "reference" },
      curves: curves.map(([right, mine]) => [mine, right]),
      labels: [label],
      values: [values],
      first: part?.[0] ?? 0,
      second: 0,
      x_label: name,
      y_label: figure.call,
      logarithmic: false,
      cursor: part?.[1] ?? 0,
    };
    const host = add(box, "div", {
      class: "fig-host",
      "data-figure": "curves",
      "aria-label": "Your function and the reference",
    });
    const script = add(host, "script", { type: "application/json" });
    script.textContent = JSON.stringify(state);
    add(host, "p", { class: "fig-alt" }, said);
    await globalThis.book.startFigure(host);
  }

  globalThis.book.exercise = {
    async ended(cell, { outcome }, ask) {
      cell.div.querySelector(".after-pass")?.remove();
      cell.div.querySelector(".own-figure")?.remove();
      if (outcome === "wrong" || outcome === "error") await tellMistake(cell, ask);
      if (outcome === "passed" || outcome === "wrong") await offerFigure(cell);
      if (outcome !== "passed") return;
      store.setPassed(cell.exercise, true);
      offer(cell, true);
    },
  };

  for (const cell of checkCells)
    if (cell.kind === "check" && store.passed()[cell.exercise]) offer(cell, false);
})();
