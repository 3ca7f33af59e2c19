/* A symbol is lit in formula, sentence and figure at once, and says what it means; a formula shows
   the numbers of its figure. */
(() => {
  const { docname, script } = globalThis.book;
  const { round } = globalThis.bookKit ?? {};
  const LETTERS = ".katex-html :is(.mathnormal, .mathbb, .mathbf, .mathcal, .mord)";
  const inFormula = ".katex-html [data-symbol]";
  const top = (section) => !section.parentElement.closest("section");

  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  document.body.append(said);

  /* Letters are used again from section to section: a letter is that of the innermost section that
     has a figure of its own; what stands before the first heading is for itself. */
  const drawn = new Set(
    [...document.querySelectorAll(".fig-host[data-symbols]")].map((at) => at.closest("section")),
  );
  function scope(node) {
    const nearest = node.closest("section");
    for (let at = nearest; at; at = at.parentElement.closest("section"))
      if (drawn.has(at) && (at === nearest || !top(at))) return at;
    return null;
  }
  const within = (section, selector) =>
    [...(section?.querySelectorAll(selector) ?? [])].filter((at) => scope(at) === section);

  let lit = [];
  function light(symbol) {
    for (const at of lit) at.classList.remove("lit");
    const name = symbol && CSS.escape(symbol.dataset.symbol);
    lit = name ? within(scope(symbol), `[data-symbol="${name}"]`) : [];
    for (const at of lit) at.classList.add("lit");
  }

  /* What a symbol means, from the table of its part: a line for each letter. */
  async function meaning(node) {
    await script(`cards/symbols/${docname}.js`).catch(() => {});
    const known = globalThis.bookSymbols ?? {};
    const face = ["mathbb", "mathbf", "mathcal"].find((at) => node.classList.contains(at));
    const text = node.dataset.symbol ?? node.textContent;
    const letters = face ? [`${face} ${text}`] : [...text];
    return letters.filter((at) => known[at]).map((at) => [at.split(" ").pop(), known[at]]);
  }

  function show(symbol, anchor = symbol) {
    light(symbol.dataset.symbol ? symbol : null);
    return meaning(symbol).then((lines) => {
      if (!lines.length) return "";
      const rows = lines.map(([letter, text]) => `<p><i>${letter}</i> ${text}</p>`).join("");
      return globalThis.book.card.open(anchor, rows);
    });
  }
  const close = () => {
    light(null);
    globalThis.book.card.close();
  };

  /* The symbol under a pointer: one that a figure draws, or any single letter. */
  function pointed(target) {
    const marked = target.closest?.("[data-symbol]");
    if (marked) return marked;
    const letter = target.closest?.(LETTERS);
    return letter && !letter.children.length && /^\p{L}+$/u.test(letter.textContent)
      ? letter
      : null;
  }
  const article = document.querySelector("article");
  let rest = 0;
  article.addEventListener("pointerover", (event) => {
    const symbol = event.pointerType === "touch" ? null : pointed(event.target);
    clearTimeout(rest);
    if (!symbol) return;
    light(symbol.dataset.symbol ? symbol : null);
    if (symbol.closest(".katex")) rest = setTimeout(() => show(symbol), 250);
  });
  article.addEventListener("pointerout", (event) => {
    if (event.pointerType === "touch" || !pointed(event.target)) return;
    clearTimeout(rest);
    close();
  });
  article.addEventListener("click", (event) => {
    const symbol = pointed(event.target);
    if (symbol?.closest(".katex") && !event.target.closest("a, button")) show(symbol);
  });
  article.addEventListener("focusin", (event) => {
    const symbol = event.target.closest(".fig [data-symbol]");
    if (symbol) light(symbol);
  });
  article.addEventListener("focusout", () => light(null));

  /* By keyboard: each displayed formula is a stop, from which the arrows go through the symbols of
     the section, in formulas and sentences. */
  for (const section of drawn) {
    const symbols = within(section, inFormula).filter(
      (at) => !at.parentElement.closest("[data-symbol]"),
    );
    const formulas = [...new Set(symbols.map((at) => at.closest(".math")))];
    const displayed = formulas.filter((at) => at.matches("div"));
    let current = null;
    const go = (symbol) => {
      current?.classList.remove("is-current");
      current = symbol;
      symbol.classList.add("is-current");
      const formula = symbol.closest(".math");
      if (document.activeElement !== formula) formula.focus();
      show(symbol, formula).then((text) => {
        said.textContent = text;
      });
    };
    for (const formula of formulas) {
      formula.tabIndex = displayed.includes(formula) || formula === formulas[0] ? 0 : -1;
      formula.setAttribute("role", "group");
      formula.setAttribute("aria-label", "formula, the arrow keys go through its symbols");
      formula.addEventListener("focus", () => {
        if (current?.closest(".math") !== formula && formula.matches(":focus-visible"))
          go(symbols.find((at) => formula.contains(at)));
      });
      formula.addEventListener("blur", () => {
        current?.classList.remove("is-current");
        current = null;
        close();
      });
      formula.addEventListener("keydown", (event) => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        const next = symbols[symbols.indexOf(current) + by];
        if (event.key === "Escape") close();
        if (event.key === "Enter") formula.parentElement.querySelector(".numbers-switch")?.click();
        if (by) event.preventDefault();
        if (by && next) go(next);
      });
    }
  }

  /* The present number of a symbol: what the figure tells, or a name of its state, with an index
     that may be a sum of names and numbers. */
  function number(name, host) {
    const told = JSON.parse(host.querySelector(".fig").dataset.numbers ?? "{}");
    if (name in told) return told[name];
    const [letter, index] = name.split("_");
    const value = told[letter] ?? host.model.get(letter);
    if (index === undefined) return typeof value === "boolean" ? Number(value) : value;
    let place = 0;
    for (const [, sign, term] of index.matchAll(/([+-]?)(\d+|\p{L})/gu))
      place += (sign === "-" ? -1 : 1) * (/\d/.test(term) ? Number(term) : number(term, host));
    return Array.isArray(value) ? value[place] : undefined;
  }

  function written(symbol, value) {
    const text = round(value, 3);
    const before = symbol.dataset.times ? "\u2009\u00b7\u2009" : "";
    let last = symbol.previousElementSibling;
    while (last?.classList.contains("mspace")) last = last.previousElementSibling;
    const power = symbol.nextElementSibling?.classList.contains("msupsub");
    const guarded = value < 0 && (before || power || last?.classList.contains("mbin"));
    return before + (guarded ? `(${text})` : text);
  }

  /* What KaTeX keeps before or after a letter stays where it is. */
  const space = (node) => (node?.classList?.contains("mspace") ? [node] : []);

  for (const box of document.querySelectorAll(".with-numbers")) {
    const host = document.getElementById(box.dataset.of);
    if (!host?.model) continue;
    const symbols = [...box.querySelectorAll(".katex-html [data-number]")].filter(
      (at) => !at.parentElement.closest("[data-symbol]"),
    );
    const letters = symbols.map((at) => [...at.childNodes]);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "numbers-switch";
    button.textContent = "numbers";
    button.title = "Show the numbers of the figure in the formula";
    button.setAttribute("aria-pressed", "false");
    const isOn = () => button.getAttribute("aria-pressed") === "true";
    const sync = () => {
      symbols.forEach((symbol, i) => {
        const value = isOn() ? number(symbol.dataset.number, host) : undefined;
        symbol.classList.toggle("is-number", typeof value === "number");
        if (typeof value === "number")
          symbol.replaceChildren(
            ...space(letters[i][0]),
            written(symbol, value),
            ...space(letters[i].at(-1)),
          );
        else symbol.replaceChildren(...letters[i]);
      });
    };
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!isOn()));
      sync();
      const each = symbols.map((at) => `${at.dataset.number} is ${at.textContent.trim()}`);
      said.textContent = isOn() ? [...new Set(each)].join(", ").replaceAll("\u00b7", "") : "";
    });
    host.model.on("change", sync);
    host.addEventListener("figure-numbers", sync);
    box.append(button);
  }
})();
