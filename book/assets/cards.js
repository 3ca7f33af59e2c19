/* A link to a claim, or to a word of the notation, shows its card: on a pointer's rest, on keyboard
   focus, and at a first touch; Escape closes it. What it says comes from a script that is made with
   the page. */
(() => {
  const { root, script } = globalThis.book;
  const LABEL = /^#[a-z]{2}-\d\d$/;
  const WORD = /^#term-/;
  const REST = 250; // milliseconds
  let shown = null; // the link whose card is open
  let timer = 0;

  const card = document.createElement("div");
  card.id = "claim-card";
  card.className = "claim-card";
  card.setAttribute("role", "tooltip");
  card.hidden = true;
  document.body.append(card);

  const count = (number, word) => `${number} ${word}${number === 1 ? "" : "s"}`;

  function fill(label, page, { title, statement, checks, falsehoods }, touched) {
    card.innerHTML = `<p class="claim-card-title"><span></span> <strong></strong></p>${statement}<p
      class="claim-card-state"></p>`;
    const isClaim = checks !== undefined;
    card.classList.remove("is-small");
    card.classList.toggle("is-claim", isClaim);
    card.querySelector("span").textContent = isClaim ? label.toUpperCase() : "";
    card.querySelector("strong").textContent = title;
    // A card has nothing to reach by keyboard: its links are plain text.
    for (const link of card.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    for (const image of card.querySelectorAll("img"))
      image.src = new URL(image.getAttribute("src"), new URL(page + ".html", root));
    const refused = falsehoods ? `, seen to fail for ${count(falsehoods, "falsehood")}` : "";
    const state = isClaim ? `checked by ${count(checks, "cell")}${refused}. ` : "";
    card.querySelector(".claim-card-state").textContent =
      state + (touched ? "Touch the link again to go there." : "");
  }

  /* Below the link, or above it where there is more room; never beyond the window. */
  function place(link) {
    const lines = link.getClientRects(); // of a link that is broken over two
    const [first, last] = [lines[0], lines[lines.length - 1]];
    const gap = 6;
    const below = innerHeight - last.bottom - 2 * gap;
    const above = first.top - 2 * gap;
    card.style.maxHeight = "";
    const up = below < card.offsetHeight && above > below;
    card.style.maxHeight = `${Math.min(up ? above : below, 0.7 * innerHeight)}px`;
    const right = document.documentElement.clientWidth - card.offsetWidth - gap;
    const left = Math.max(gap, Math.min((up ? first : last).left, right));
    const top = up ? first.top - gap - card.offsetHeight : last.bottom + gap;
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
    const statement = card.querySelector(".claim-statement");
    const cut = statement && statement.scrollHeight > statement.clientHeight + 1;
    card.classList.toggle("is-cut", Boolean(cut));
  }

  async function show(link, touched = false) {
    const { label, page } = aim(link);
    clearTimeout(timer);
    if (shown === link) return;
    hide();
    shown = link;
    try {
      await script(`cards/${page}.js`);
    } catch {
      return; // it is a link without a card
    }
    const told = globalThis.bookCards?.[page]?.[label];
    if (shown !== link || !told) return;
    fill(label, page, told, touched);
    card.hidden = false;
    link.setAttribute("aria-describedby", card.id);
    place(link);
  }

  function hide() {
    clearTimeout(timer);
    shown?.removeAttribute("aria-describedby");
    shown = null;
    card.hidden = true;
  }

  function aim(link) {
    const url = new URL(link.href);
    const page = decodeURI(url.pathname.slice(root.pathname.length)).replace(/\.html$/, "");
    return { page, label: url.hash.slice(1) };
  }

  /* For others who have something to say beside a thing of the page. */
  globalThis.book.card = {
    open(anchor, html) {
      hide();
      shown = anchor;
      card.innerHTML = html;
      card.classList.remove("is-claim", "is-cut");
      card.classList.add("is-small");
      card.hidden = false;
      place(anchor);
      const spoken = card.cloneNode(true); // a formula stands there thrice: drawn, said, as TeX
      for (const at of spoken.querySelectorAll(".katex-html, annotation")) at.remove();
      return spoken.textContent;
    },
    close: hide,
  };

  const soon = (action) => {
    clearTimeout(timer);
    timer = setTimeout(action, REST);
  };
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", () => soon(hide));
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
  });
  addEventListener("resize", hide);
  addEventListener("pointerdown", (event) => {
    if (!card.contains(event.target) && !shown?.contains(event.target)) hide();
  });

  for (const link of document.querySelectorAll("article a[href]:not(.headerlink)")) {
    const isClaim = LABEL.test(link.hash) && aim(link).page.startsWith("chapters/");
    if (!isClaim && !(WORD.test(link.hash) && aim(link).page === "notation")) continue;
    let touch = false;
    link.classList.add("claim-link");
    link.addEventListener("pointerenter", (event) => {
      if (event.pointerType !== "touch") soon(() => show(link));
    });
    link.addEventListener("pointerleave", (event) => {
      if (event.pointerType !== "touch") soon(hide);
    });
    link.addEventListener("pointerdown", (event) => {
      touch = event.pointerType === "touch";
    });
    link.addEventListener("focus", () => {
      if (!touch) show(link);
    });
    link.addEventListener("blur", hide);
    link.addEventListener("click", (event) => {
      const first = touch && shown !== link;
      touch = false;
      if (!first) return hide();
      event.preventDefault();
      show(link, true);
    });
  }
})();
