/* Checks in the page: a falsehood is put in and turns one red; all of a page or of the book are run
   with the reader's seed. */
(() => {
  const { add, root, docname, python } = globalThis.book;
  const loaded = {};

  const data = (page) =>
    (loaded[page] ??= fetch(new URL(`_static/checks/${page}.json`, root)).then((answer) => {
      if (!answer.ok) throw new Error(`the checks of ${page} could not be loaded`);
      return answer.json();
    }));

  /* A function of mathlib.falsehoods, called with plain values; what it returns. */
  async function call(name, values, say) {
    const given = JSON.stringify(JSON.stringify(values));
    const code = `import json\nimport mathlib.falsehoods\n${
      /matplotlib/.test(given) ? "import matplotlib\n" : ""
    }print(json.dumps(mathlib.falsehoods.${name}(*json.loads(${given}))))`;
    return JSON.parse(await python.run(code, say));
  }

  const why = (error) =>
    error.stopped
      ? "Stopped."
      : location.protocol === "file:"
        ? "A page opened as a file may not start Python: run `make serve`, and read it there."
        : `It could not be run: ${error.message}`;

  /* Break it */
  const folds = new Map(); // of live checks, by their source
  for (const fold of document.querySelectorAll("details.check:has(.cell.tag_live)"))
    folds.set(fold.querySelector(".cell_input").dataset.source.trim(), fold);

  function breakable(fold) {
    const items = fold.querySelectorAll("li[data-falsehood]");
    if (!items.length) return;
    if (!fold.querySelector(".cell.tag_live")) {
      items[0].parentElement.insertAdjacentHTML(
        "afterend",
        '<p class="check-elsewhere">This check needs PyTorch: run it in the notebook.</p>',
      );
      return;
    }
    const told = add(items[0], "div", { class: "broken", role: "status" });
    let red = null; // the fold that has turned red
    const clear = () => {
      told.replaceChildren();
      red?.classList.remove("is-red");
      red = null;
    };
    /* Put a falsehood into the checks of its claim, one after another, until one turns red. */
    async function put(name, say) {
      const page = await data(docname);
      let result;
      for (const at of page.refutes[name]) {
        const check = page.checks[at];
        const values = [check.needs, check.source, page.falsehoods, name];
        result = await call("break_check", values, say);
        if (result.outcome === "red") return [result, folds.get(check.source.trim())];
      }
      return [result, null];
    }
    function show({ outcome, message, shown }) {
      const line = add(told, "p", {});
      if (red === fold) add(line, "strong", {}, "Red: the check refuses it.");
      else if (red) {
        add(line, "strong", {}, "Red: ");
        add(line, "a", { href: "#" + red.querySelector(".cell").id }, "another check of the claim");
        line.append(" refuses it; this one does not notice.");
      } else
        line.append(
          outcome === "error"
            ? "The check did not run to its end."
            : "Green: no check that runs in the page notices it with these numbers.",
        );
      for (const text of [message, shown]) if (text) add(told, "pre", { tabindex: 0 }, text);
    }
    for (const item of items) {
      const sentence = item.firstElementChild.textContent;
      const button = add(item, "button", { type: "button", class: "break-it" }, "Break it");
      button.setAttribute("aria-label", `Break it: ${sentence}`);
      button.addEventListener("click", async () => {
        clear();
        item.append(told);
        const line = add(told, "p", {}, "");
        try {
          const [result, refuses] = await put(item.dataset.falsehood, (text) => {
            line.textContent = text;
          });
          clear();
          red = refuses;
          if (red) {
            red.classList.add("is-red");
            for (let at = red; at; at = at.parentElement.closest("details")) at.open = true;
          }
          show(result);
          const back = add(told, "button", { type: "button" }, "Put the truth back");
          back.addEventListener("click", () => {
            clear();
            button.focus();
          });
        } catch (error) {
          line.textContent = why(error);
        }
      });
    }
  }

  /* Check it yourself */
  function offer(host, titles) {
    const pages = Object.keys(titles);
    const what = pages.length === 1 ? "Every check of this page" : "Every check of the book";
    host.insertAdjacentHTML(
      "beforeend",
      `<form class="check-form">
        <p>${what} that needs no PyTorch can run here, in your browser, on numbers that are drawn
        from your seed.</p>
        <label>Which <select name="which"><option value="">the whole book</option></select></label>
        <label>Seed
          <input name="seed" inputmode="numeric" pattern="[0-9]{1,9}" size="9" required>
        </label>
        <button type="button" name="draw">Draw a seed</button>
        <button type="submit">Check it yourself</button>
        <button type="button" name="stop" hidden>Stop</button>
        <progress value="0" max="1" aria-label="Claims seen" hidden></progress>
        <p class="check-said" role="status"></p><ul class="check-failures"></ul>
      </form>`,
    );
    const form = host.querySelector("form");
    const { which, seed, draw, stop } = form.elements;
    const submit = form.querySelector("[type=submit]");
    const bar = form.querySelector("progress");
    const said = form.querySelector(".check-said");
    const failures = form.querySelector(".check-failures");
    for (const page of pages) add(which, "option", { value: page }, titles[page]);
    which.parentElement.hidden = pages.length === 1;
    const random = () => {
      seed.value = String(Math.floor(Math.random() * 1e6));
    };
    random();
    draw.addEventListener("click", random);
    let stopped = false;
    stop.addEventListener("click", () => {
      stopped = true;
      python.stop();
    });
    const running = (is) => {
      submit.disabled = is;
      stop.hidden = bar.hidden = !is;
    };
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      stopped = false;
      failures.replaceChildren();
      running(true);
      const seen = new Set();
      try {
        said.textContent = await checkAll(which.value ? [which.value] : pages, seen);
      } catch (error) {
        said.textContent = stopped ? `Stopped after ${seen.size} claims.` : why(error);
      }
      running(false);
    });

    /* Run the checks of pages; fill `seen` with their claims; return what there is to say. */
    async function checkAll(chosen, seen) {
      const number = Number(seed.value);
      const loaded = await Promise.all(chosen.map(data));
      const all = new Set(loaded.flatMap(({ checks }) => checks.flatMap((each) => each.claims)));
      const failed = new Set();
      bar.max = all.size;
      for (const [at, { checks }] of loaded.entries())
        for (const check of checks) {
          const names = list(check.claims);
          const values = [check.needs, check.source, number];
          const result = await call("hold_check", values, (text) => {
            const at = `${names}, ${seen.size + 1} of ${all.size}: `;
            said.textContent = text === "running …" ? at + text : text;
          });
          for (const label of check.claims) {
            seen.add(label);
            if (result.outcome !== "holds") failed.add(label);
          }
          bar.value = seen.size;
          if (result.outcome === "holds") continue;
          const link = new URL(`${chosen[at]}.html#check-${check.claims[0]}`, root);
          const item = add(failures, "li", {}, `, seed ${number}: ${result.message}`);
          item.prepend(add(document.createDocumentFragment(), "a", { href: link }, names));
        }
      const version = await python.run("import numpy\nprint(numpy.__version__)", () => {});
      const good = all.size - failed.size;
      const elsewhere = loaded.flatMap((page) => page.elsewhere);
      const partly = loaded.flatMap((page) => page.partly);
      return (
        `${good} of ${all.size} hold here, seed ${number}, NumPy ${version.trim()}.` +
        (elsewhere.length ? ` Not run, since they need PyTorch: ${list(elsewhere)}.` : "") +
        (partly.length ? ` Run in part, the rest needs PyTorch: ${list(partly)}.` : "")
      );
    }
  }

  const list = (labels) => labels.map((label) => label.toUpperCase()).join(", ");

  document.querySelectorAll("details.check").forEach(breakable);
  const table = document.querySelector(".check-it");
  if (table) offer(table, JSON.parse(table.dataset.pages));
  else {
    const last = [...document.querySelectorAll("article section")].at(-1);
    if (last) offer(add(last, "div", { class: "check-it" }), { [docname]: "" });
  }
  document.documentElement.dataset.checks = "ready";
})();
