/* True or false? Each sentence asks before it answers; what was wrong is asked again. */
for (const list of document.querySelectorAll(".true-or-false")) {
  const items = [...list.children];
  const bar = document.createElement("p");
  bar.className = "true-or-false-said";
  const said = document.createElement("span");
  said.setAttribute("role", "status");
  const again = document.createElement("button");
  again.type = "button";
  again.textContent = "Ask me those again";
  bar.append(said, " ", again);
  list.after(bar);

  const count = (how) => items.filter((item) => item.dataset.answer === how).length;
  const tell = () => {
    const [right, wrong] = [count("right"), count("wrong")];
    const open = items.length - right - wrong;
    again.hidden = open > 0 || !wrong;
    said.textContent = open ? "" : `${right} of ${items.length} right.`;
  };

  function ask(item) {
    delete item.dataset.answer;
    const fold = item.querySelector("details");
    fold.open = false;
    fold.hidden = true;
    item.querySelector(".true-or-false-asked")?.remove();
    const group = document.createElement("div");
    group.className = "true-or-false-asked";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "True or false?");
    for (const answer of ["true", "false"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = answer === "true" ? "True" : "False";
      button.addEventListener("click", () => {
        const right = answer === item.dataset.true;
        item.dataset.answer = right ? "right" : "wrong";
        const verdict = document.createElement("strong");
        verdict.textContent = right ? "Right. " : "No. ";
        verdict.tabIndex = -1;
        fold.querySelector("strong")?.remove();
        fold.querySelector("p").prepend(verdict);
        fold.querySelector("summary").hidden = true;
        fold.hidden = false;
        fold.open = true;
        group.remove();
        tell();
        verdict.focus();
      });
      group.append(button);
    }
    fold.before(group);
  }

  again.addEventListener("click", () => {
    const missed = items.filter((item) => item.dataset.answer === "wrong");
    for (const item of missed) {
      ask(item);
      list.append(item);
    }
    tell();
    missed[0].querySelector("button").focus();
  });
  items.forEach(ask);
  tell();
}
