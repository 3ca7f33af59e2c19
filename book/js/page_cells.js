/* Live cells: an editor with Run, Stop and Reset; Python starts at the first Run. */
(() => {
  const { add, root, docname, store } = globalThis.book;
  const BASE = new URL("_static/python/", root).href;
  const cells = [];
  let worker = null;
  let ready = null;
  let abandon = null;
  let session = 0;
  let current = null;

  /* Python. A worker that is stopped or dies is thrown away; the next Run starts a new one. */
  function start() {
    return (ready ??= new Promise((done, failed) => {
      session += 1;
      abandon = () => failed(Object.assign(new Error("stopped"), { stopped: true }));
      worker = new Worker(BASE + "page_worker.js");
      worker.onmessage = ({ data }) => {
        if (data.type === "ready") done();
        else if (data.type === "died" && !current?.sent) failed(new Error(data.message));
        else current?.receive(data);
      };
      worker.onerror = (event) => {
        const error = new Error(event.message || "its files could not be loaded");
        failed(error);
        current?.receive({ type: "died", message: error.message });
      };
      worker.postMessage({ type: "boot", base: BASE });
    }));
  }

  function discard() {
    worker?.terminate();
    abandon?.(); // a start that is waited for
    worker = ready = abandon = null;
    session += 1;
  }

  function send(cell) {
    return new Promise((done) => {
      current = {
        sent: true,
        receive(data) {
          if (data.type === "progress") cell.say(data.text + " …");
          else if (data.type === "running") cell.say("running …");
          else if (data.type === "output") cell.show(data.kind, data.text);
          else if (data.type === "done") done(data);
          else if (data.type === "died") {
            discard();
            done({
              outcome: "error",
              message: "Python ended: " + data.message + "\nThe next Run starts a new one.",
            });
          }
        },
        stop() {
          discard();
          done({ outcome: "stopped", message: "" });
        },
      };
      worker.postMessage({ code: cell.text, filename: `<${cell.name}>` });
    });
  }

  /* What code prints that is no cell's, in the Python that has just run a cell. */
  async function ask(text) {
    let printed = "";
    const show = (kind, more) => {
      if (kind === "text") printed += more;
    };
    const result = await send({ text, name: "question", say() {}, show });
    return result.outcome === "passed" ? printed : "";
  }

  /* What must have run before a cell: in a chapter all live cells above, in an exercise its own. */
  function needed(cell) {
    const above = cells.slice(0, cells.indexOf(cell));
    return above.filter((other) => !other.exercise || other.exercise === cell.exercise);
  }

  async function run(cell) {
    if (current) return cell.say("Python is busy with another cell");
    current = {
      stop: discard,
      receive: (data) => {
        if (data.type === "progress") cell.say(data.text + " …");
      },
    };
    cell.clear();
    cell.busy(true);
    cell.say(ready ? "running …" : "loading Python, about 9 MB, once …");
    let result;
    try {
      await start();
      for (const other of [...needed(cell), cell]) {
        if (other !== cell && other.ran === session + other.text) continue;
        if (other !== cell) other.clear();
        result = await send(other);
        other.ran = result.outcome === "passed" ? session + other.text : null;
        for (const later of cells) if (needed(later).includes(other)) later.ran = null;
        other.finish(result);
        if (result.outcome !== "passed") break;
      }
    } catch (error) {
      discard();
      if (error.stopped) cell.finish({ outcome: "stopped", message: "" });
      const advice =
        location.protocol === "file:"
          ? "\nA page opened as a file may not start it. " +
            "Run `make serve`, and open the address that it prints."
          : "";
      if (!error.stopped)
        cell.finish({
          outcome: "error",
          message: `Python could not start: ${error.message}.${advice}`,
        });
    }
    if (cell.kind === "check" && result && globalThis.book.exercise)
      await globalThis.book.exercise.ended(cell, result, ask);
    current = null;
    cell.busy(false);
    if (result && result.outcome !== "passed" && cell.status.textContent.endsWith("…"))
      cell.say("a cell above did not run: see there");
    if (cell.kind === "check" && result) {
      store.setPassed(cell.exercise, result.outcome === "passed");
      globalThis.book.showProgress();
    }
  }

  const SAID = {
    passed: "done",
    wrong: "not yet",
    "not-done": "not done yet",
    error: "error",
    stopped: "stopped; the next Run starts a new Python",
  };

  function make(div, number) {
    const input = div.querySelector(".cell_input");
    const source = input?.querySelector("pre")?.textContent.replace(/\n$/, "");
    if (source === undefined) return;
    const exercise = [...div.classList].find((name) => name.startsWith("exercise-"))?.slice(9);
    const kind =
      ["answer", "check"].find((name) => div.classList.contains("tag_" + name)) ?? "code";
    const name = exercise && kind !== "code" ? `${kind} ${exercise}` : `cell ${number + 1}`;
    const key = exercise ? `${exercise}/${kind}` : `cell/${number}`;
    const typed = store.typed(docname, key, source);
    const where = exercise ? `exercise ${exercise.toUpperCase()}, ${kind}` : name;

    input.dataset.source = source;
    input.replaceChildren();
    const holder = add(input, "div", { class: "live-editor" });
    const bar = add(input, "div", { class: "live-bar" });
    const button = (text, label, action) => {
      const node = add(bar, "button", { type: "button", "aria-label": `${label}: ${where}` }, text);
      node.addEventListener("click", action);
      return node;
    };
    const runButton = button("Run", "Run", () => run(cell));
    const stopButton = button("Stop", "Stop", () => current?.stop());
    button("Reset", "Reset", () => {
      editor.text = source;
      cell.clear();
      cell.say("");
    });
    stopButton.hidden = true;
    const status = add(bar, "span", { class: "live-status", role: "status" });
    div.querySelector(".cell_output")?.classList.add("live-stored");
    const output = add(div, "div", { class: "live-output" });
    const editor = globalThis.bookEditor(
      holder,
      typed ?? source,
      `Python, ${where}. Shift and Enter run it, Escape leaves the editor.`,
      {
        run: () => run(cell),
        changed: (text) => {
          store.setTyped(docname, key, source, text);
          div.dataset.changed = String(text !== source);
        },
      },
    );

    const cell = {
      div,
      output,
      exercise,
      kind,
      name,
      status,
      ran: null,
      get text() {
        return editor.text;
      },
      set text(value) {
        editor.text = value;
      },
      source,
      say(text) {
        status.textContent = text;
      },
      busy(is) {
        runButton.disabled = is;
        stopButton.hidden = !is;
      },
      clear() {
        output.replaceChildren();
        div.classList.add("live-ran");
      },
      show(kind, text) {
        const last = output.lastElementChild;
        if (kind === "text" && last?.className === "live-text") last.textContent += text;
        else if (kind === "text") add(output, "pre", { class: "live-text", tabindex: 0 }, text);
        else
          add(output, "div", {
            class: "live-picture",
            role: "img",
            "aria-label": "the picture that this cell draws",
          }).innerHTML = text;
      },
      finish({ outcome, message, html }) {
        cell.say(outcome === "passed" && kind === "check" ? "passed" : SAID[outcome]);
        div.dataset.outcome = outcome;
        const attributes = { class: `live-message ${outcome}`, tabindex: 0 };
        if (html) add(output, "div", attributes).innerHTML = html;
        else if (message) add(output, "pre", attributes, message);
      },
    };
    cells.push(cell);
  }

  /* An exercise page: how far one is, the answers as a notebook to hand in, and a clean start. */
  function toolbar() {
    const heading = document.querySelector("article h1");
    if (!heading || !cells.some((cell) => cell.exercise)) return;
    const bar = document.createElement("div");
    bar.className = "live-toolbar";
    heading.after(bar);
    add(bar, "span", { class: "live-progress", role: "status" });
    add(bar, "button", { type: "button" }, "Export my answers").addEventListener(
      "click",
      exportAnswers,
    );
    add(bar, "button", { type: "button" }, "Clear everything").addEventListener("click", () => {
      if (!confirm("Remove all that you typed and all that you passed, in the whole book?")) return;
      for (const cell of cells) {
        cell.text = cell.source;
        cell.clear();
        cell.say("");
        delete cell.div.dataset.outcome;
      }
      store.clear();
      globalThis.book.showProgress();
    });
    globalThis.book.showProgress();
  }

  async function exportAnswers() {
    const file = docname.split("/").pop() + ".ipynb";
    const notebook = await (await fetch(new URL(`_sources/${docname}.ipynb`, root))).json();
    for (const cell of notebook.cells) {
      const mine = cells.find((c) => c.kind === "answer" && c.exercise === cell.metadata.exercise);
      if (mine && cell.metadata.tags?.includes("answer")) cell.source = mine.text.split(/(?<=\n)/);
    }
    const link = document.createElement("a");
    link.href = URL.createObjectURL(
      new Blob([JSON.stringify(notebook, null, 1) + "\n"], { type: "application/x-ipynb+json" }),
    );
    link.download = file;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  /* Code that is no cell's: what it prints, or why it did not run; `say` hears how it goes. */
  async function runAlone(text, say) {
    if (current) throw new Error("Python is busy with a cell");
    let printed = "";
    const show = (kind, more) => {
      if (kind === "text") printed += more;
    };
    current = {
      stop: discard,
      receive: (data) => {
        if (data.type === "progress") say(data.text + " …");
      },
    };
    try {
      say(ready ? "running …" : "loading Python, about 9 MB, once …");
      await start();
      const result = await send({ text, name: "check", say, show });
      if (result.outcome === "stopped")
        throw Object.assign(new Error("stopped"), { stopped: true });
      if (result.outcome !== "passed") throw new Error(result.message);
      return printed;
    } catch (error) {
      if (!worker) discard();
      throw error;
    } finally {
      current = null;
    }
  }
  globalThis.book.python = { run: runAlone, stop: () => current?.stop() };

  document.querySelectorAll(".cell.tag_live").forEach(make);
  toolbar();
  const exercises = cells.some((cell) => cell.kind === "check");
  if (exercises) globalThis.book.checkCells = cells.filter((cell) => cell.kind !== "code");
  (exercises ? globalThis.book.script("python/page_exercises.js") : Promise.resolve()).finally(
    () => (document.documentElement.dataset.cells = String(cells.length)),
  );
})();
