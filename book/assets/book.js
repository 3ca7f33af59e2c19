/* What every page does: start its figures, from the state that the page carries and with no kernel;
   bring the editors where cells are live; show which exercises are passed. */
(() => {
  const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
  const docname = decodeURI(location.href.slice(root.href.length)).replace(/\.html.*$/, "");
  const loading = {};
  const script = (file) =>
    (loading[file] ??= new Promise((done, failed) => {
      const node = document.createElement("script");
      node.src = new URL("_static/" + file, root);
      node.async = false; // loaded side by side, run in this order
      node.onload = done;
      node.onerror = () => failed(new Error(`${file} could not be loaded`));
      document.head.append(node);
    }));

  /* The model of the anywidget contract, for one figure on its own. */
  class Model {
    constructor(state) {
      this.state = state;
      this.listeners = {};
    }
    get(name) {
      return this.state[name];
    }
    /* One name and its value, or many at once as an object. */
    set(name, value) {
      const values = typeof name === "object" ? name : { [name]: value };
      const others = Object.keys(values).filter((at) => this.state[at] !== values[at]);
      Object.assign(this.state, values);
      for (const at of others) this.emit("change:" + at);
      if (others.length) this.emit("change");
    }
    save_changes() {}
    on(event, listener) {
      (this.listeners[event] ??= []).push(listener);
    }
    off(event, listener) {
      this.listeners[event] = (this.listeners[event] ?? []).filter(
        (at) => listener && at !== listener,
      );
    }
    emit(event) {
      for (const listener of this.listeners[event] ?? []) listener();
    }
  }

  async function start(host) {
    const name = host.dataset.figure;
    const fallback = host.querySelector(".fig-alt");
    const state = JSON.parse(host.querySelector("script").textContent);
    state.title = host.getAttribute("aria-label");
    state.alt = fallback.textContent;
    const el = document.createElement("div");
    try {
      await Promise.all([script("figures/kit.js"), script(`figures/${name}.js`)]);
      host.append(el);
      const model = new Model(state);
      await globalThis.bookFigures[name].render({ model, el });
      host.model = model; // for the text, which sets it
      fallback.remove();
      host.removeAttribute("aria-label");
      host.dataset.live = "1";
    } catch (error) {
      el.remove();
      const line = document.createElement("p");
      line.className = "fig-failed";
      line.textContent = `This figure could not start: ${error.message}.`;
      host.append(line);
    }
  }

  /* Three things that the theme leaves unclear to a screen reader. */
  function mend() {
    document
      .querySelectorAll(".search-button__button[aria-label]")
      .forEach((node) => node.removeAttribute("aria-label"));
    const sidebar = document.querySelector(".bd-sidebar-primary");
    sidebar?.querySelectorAll("summary").forEach((node) => {
      node.setAttribute(
        "aria-label",
        "Pages below " + node.closest("li").querySelector("a").textContent.trim(),
      );
    });
    sidebar?.setAttribute("role", "navigation");
    sidebar?.setAttribute("aria-label", "Book");
  }

  /* What the reader typed and passed stays in this browser; where storage is full or forbidden,
     for this visit only. */
  const store = (() => {
    const memory = {};
    const prefix = "show-your-work:";
    const get = (key) => {
      if (key in memory) return memory[key];
      try {
        return JSON.parse(localStorage.getItem(prefix + key)) ?? {};
      } catch {
        return {};
      }
    };
    const put = (key, value) => {
      memory[key] = value;
      try {
        localStorage.setItem(prefix + key, JSON.stringify(value));
      } catch {
        /* this visit only */
      }
    };
    return {
      typed(page, key, source) {
        const kept = get("typed:" + page)[key];
        return kept?.source === source ? kept.text : undefined;
      },
      setTyped(page, key, source, text) {
        const kept = { ...get("typed:" + page), [key]: { source, text } };
        if (text === source) delete kept[key];
        put("typed:" + page, kept);
      },
      checksOpen: () => get("checks").open === true,
      setChecksOpen: (is) => put("checks", { open: is }),
      passed: () => get("passed"),
      setPassed(id, is) {
        put("passed", { ...get("passed"), [id]: is });
      },
      clear() {
        for (const key of Object.keys(memory)) delete memory[key];
        try {
          for (const key of Object.keys(localStorage))
            if (key.startsWith(prefix)) localStorage.removeItem(key);
        } catch {
          /* nothing was kept */
        }
      },
    };
  })();

  function showProgress() {
    const passed = store.passed();
    for (const [page, ids] of Object.entries(globalThis.bookExercises ?? {})) {
      const count = ids.filter((id) => passed[id]).length;
      const target = new URL(page + ".html", root).pathname;
      for (const link of document.querySelectorAll(".bd-sidebar-primary nav a.reference"))
        if (new URL(link.href).pathname === target) {
          link.querySelector(".passed-count")?.remove();
          if (count)
            link.insertAdjacentHTML(
              "beforeend",
              ` <span class="passed-count">${count} of ${ids.length} passed</span>`,
            );
        }
      if (page !== docname) continue;
      const line = document.querySelector(".live-progress");
      if (line) line.textContent = `${count} of ${ids.length} passed`;
      for (const id of ids)
        document
          .getElementById("ex-" + id)
          ?.classList.toggle("exercise-passed", Boolean(passed[id]));
    }
  }

  /* For the scripts of live cells: a new element, at the end of `parent`. */
  function add(parent, tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
    node.append(...children);
    parent.append(node);
    return node;
  }

  globalThis.book = { add, root, docname, store, script, showProgress, startFigure: start };

  async function live() {
    if (!document.querySelector(".cell.tag_live, .check-it")) return;
    const checks = document.querySelector("details.check, .check-it") ? ["page_checks.js"] : [];
    const files = ["editor.js", "page_cells.js", ...checks];
    await Promise.all(files.map((file) => script("python/" + file)));
  }

  /* A table that scrolls must be reached by keyboard, at whatever width it begins to. */
  function reachTables() {
    const watch = new ResizeObserver((entries) => {
      for (const { target } of entries)
        if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
        else target.removeAttribute("tabindex");
    });
    for (const table of document.querySelectorAll(".bd-article table")) watch.observe(table);
  }

  /* What is folded: a link into it opens it, and print opens all but the hints of exercises. */
  function folds() {
    const aim = () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      let fold = target?.closest("details:not([open])");
      if (!fold) return;
      for (; fold; fold = target.closest("details:not([open])")) fold.open = true;
      target.scrollIntoView();
    };
    addEventListener("hashchange", aim);
    document.querySelector("article")?.addEventListener("click", (event) => {
      if (event.target.closest("a[href^='#']")) setTimeout(aim);
    });
    let closed = [];
    addEventListener("beforeprint", () => {
      closed = [...document.querySelectorAll("article details:not([open])")].filter(
        (fold) => !fold.closest("section[id^='ex-']"),
      );
      for (const fold of closed) fold.open = true;
    });
    addEventListener("afterprint", () => {
      for (const fold of closed) fold.open = false;
    });
    aim();
  }

  /* A switch in the header opens every check; this browser remembers it. */
  function switchChecks() {
    const all = document.querySelectorAll("details.check, details.more");
    if (!all.length) return;
    const open = (is) => {
      for (const fold of all) fold.open = is;
    };
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-sm checks-switch";
    const show = (is) => {
      button.setAttribute("aria-pressed", String(is));
      button.textContent = is ? "Fold checks" : "Open checks";
      button.title = is ? "Fold every check into a line" : "Open every check of the book";
    };
    button.addEventListener("click", () => {
      const is = button.getAttribute("aria-pressed") !== "true";
      store.setChecksOpen(is);
      open(is);
      show(is);
    });
    document.querySelector(".article-header-buttons")?.prepend(button);
    const kept = store.checksOpen();
    show(kept);
    if (kept) open(true);
  }

  /* Figures grow as they start: what the address names is then elsewhere, unless the browser
     follows it. A reader who has begun to scroll, or comes back, stays where they are. */
  function keepPlace() {
    const [visit] = performance.getEntriesByType("navigation");
    let kept = visit?.type === "navigate";
    const leave = () => (kept = false);
    for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"])
      addEventListener(kind, leave, { once: true, passive: true });
    return () => {
      const named = document.querySelector(":target");
      if (kept && named?.getClientRects().length) named.scrollIntoView({ behavior: "instant" });
    };
  }

  async function go() {
    const keep = keepPlace();
    mend();
    switchChecks();
    folds();
    reachTables();
    showProgress();
    await Promise.all([...document.querySelectorAll(".fig-host")].map(start));
    if (document.querySelector(".fig-host")) await script("figure_text.js");
    keep();
    document.documentElement.dataset.figures = "started";
    live().catch((error) => console.error(error)); // figures first: they are seen first
    const symbols = document.querySelector("article .katex") && docname.startsWith("chapters/");
    if (symbols || document.querySelector("article a[href*='#']:not(.headerlink)"))
      await script("cards.js");
    if (symbols) await script("symbols.js");
  }
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", go) : go();
})();
