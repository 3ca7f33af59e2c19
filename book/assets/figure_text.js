/* The text drives the figures: its links set them, and the address keeps what was set. */
(() => {
  const { changed, setAll, understood, written } = globalThis.bookKit;
  const hosts = [...document.querySelectorAll(".fig-host[id]")].filter((host) => host.model);
  const PAUSE = 300; // milliseconds: browsers refuse addresses that change too often

  /* What the search of an address says of a figure. */
  function said(search, host) {
    const values = {};
    for (const [key, text] of new URLSearchParams(search)) {
      if (!key.startsWith(host.id + ".")) continue;
      const name = key.slice(host.id.length + 1);
      const value = understood(text, host.model.start[name]);
      if (value !== undefined && allowed(host, name, value)) values[name] = value;
    }
    return values;
  }

  function allowed(host, name, value) {
    if (["title", "alt"].includes(name)) return false;
    const select = host.querySelector(`select[data-name="${CSS.escape(name)}"]`);
    if (select && ![...select.options].some((option) => option.value === value)) return false;
    const [least, most] = host.model.start.bounds?.[name] ?? [null, null];
    return (least === null || value >= least) && (most === null || value <= most);
  }

  function apply(host, values) {
    try {
      setAll(host.model, values);
    } catch (error) {
      setAll(host.model, host.model.start); // the address is anybody's: begin as the page does
      console.warn(`${host.id} cannot be set so: ${error.message}`);
    }
  }

  let timer = 0;
  function keep() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const url = new URL(location.href);
      for (const key of [...url.searchParams.keys()])
        if (hosts.some(({ id }) => key.startsWith(id + "."))) url.searchParams.delete(key);
      for (const { id, model } of hosts)
        for (const [name, value] of changed(model))
          url.searchParams.set(`${id}.${name}`, written(value));
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    }, PAUSE);
  }

  for (const host of hosts) {
    const values = said(location.search, host);
    if (Object.keys(values).length) apply(host, values);
    host.model.on("change", keep);
  }
  if (location.search && location.hash)
    document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: "instant" });

  function look(host) {
    const box = host.getBoundingClientRect();
    if (box.bottom < 80 || box.top > innerHeight - 80) host.scrollIntoView({ block: "nearest" });
    host.classList.add("is-set");
    setTimeout(() => host.classList.remove("is-set"), 1500);
  }

  for (const link of document.querySelectorAll("a.set-link")) {
    const host = document.getElementById(link.hash.slice(1));
    if (!host?.model) continue;
    link.title = `Sets the figure “${host.model.get("title")}”`;
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a tab of its own
      event.preventDefault();
      apply(host, said(link.search, host));
      look(host);
    });
  }
})();
