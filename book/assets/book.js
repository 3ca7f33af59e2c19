/* The host of the figures: starts each one's module from the state that the page carries. No kernel. */
(() => {
  const root = new URL(document.documentElement.dataset.content_root || "./", location.href);
  const loading = {};
  const script = (file) => (loading[file] ??= new Promise((done, failed) => {
    const node = document.createElement("script");
    node.src = new URL("_static/figures/" + file, root);
    node.onload = done;
    node.onerror = () => failed(new Error(`${file} could not be loaded`));
    document.head.append(node);
  }));

  /* The model of the anywidget contract, for one figure on its own. */
  class Model {
    constructor(state) { this.state = state; this.listeners = {}; }
    get(name) { return this.state[name]; }
    set(name, value) {
      if (this.state[name] === value) return;
      this.state[name] = value;
      this.emit("change:" + name);
      this.emit("change");
    }
    save_changes() {}
    on(event, listener) { (this.listeners[event] ??= []).push(listener); }
    off(event, listener) { this.listeners[event] = (this.listeners[event] ?? []).filter((at) => listener && at !== listener); }
    emit(event) { for (const listener of this.listeners[event] ?? []) listener(); }
  }

  async function start(host) {
    const name = host.dataset.figure, fallback = host.querySelector(".fig-alt");
    const state = JSON.parse(host.querySelector("script").textContent);
    state.title = host.getAttribute("aria-label");
    state.alt = fallback.textContent;
    const el = document.createElement("div");
    try {
      await script("_kit.js");
      await script(name + ".js");
      host.append(el);
      await globalThis.bookFigures[name].render({ model: new Model(state), el });
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
    document.querySelectorAll(".search-button__button[aria-label]").forEach((node) => node.removeAttribute("aria-label"));
    const sidebar = document.querySelector(".bd-sidebar-primary");
    sidebar?.querySelectorAll("summary").forEach((node) => {
      node.setAttribute("aria-label", "Pages below " + node.closest("li").querySelector("a").textContent.trim());
    });
    sidebar?.setAttribute("role", "navigation");
    sidebar?.setAttribute("aria-label", "Book");
  }

  async function go() {
    mend();
    await Promise.all([...document.querySelectorAll(".fig-host")].map(start));
    document.documentElement.dataset.figures = "started";
  }
  document.readyState === "loading" ? addEventListener("DOMContentLoaded", go) : go();
})();
