"use strict";
(() => {
  const tip = document.createElement("div");
  tip.id = "tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);

  const make = (name, text) => {
    const element = document.createElement(name);
    element.textContent = text;
    return element;
  };

  // What is said of an entity: its kind, a line for each part of its value, its rule.
  const card = (mark) => {
    const lines = mark.dataset.says.split("\n");
    const box = document.createElement("div");
    box.className = mark.className;
    box.append(make("strong", lines[0]));
    const parts = document.createElement("dl");
    for (const line of lines.slice(1, -1)) {
      const at = line.indexOf(": ");
      parts.append(make("dt", line.slice(0, at)), make("dd", line.slice(at + 2)));
    }
    box.append(parts, make("code", lines[lines.length - 1]));
    return box;
  };

  // An entity, and those that it lies in.
  const show = (mark) => {
    tip.replaceChildren();
    for (let at = mark; at; at = at.parentElement.closest("mark")) tip.append(card(at));
    tip.hidden = false;
    const line = mark.getClientRects()[0];
    // On a phone it lies at the foot of the screen, or at its head where it would hide the entity.
    tip.classList.toggle("head", line.bottom > innerHeight - tip.offsetHeight - 16);
    const left = Math.min(line.left, document.documentElement.clientWidth - tip.offsetWidth - 8);
    const below = line.bottom + 10;
    const fits = below + tip.offsetHeight < innerHeight || line.top < tip.offsetHeight + 8;
    tip.style.left = Math.max(8, left) + scrollX + "px";
    tip.style.top = (fits ? below : line.top - tip.offsetHeight - 8) + scrollY + "px";
  };
  const hide = () => { tip.hidden = true; };

  for (const mark of document.querySelectorAll("mark")) {
    mark.dataset.says = mark.title;
    mark.removeAttribute("title");
    mark.tabIndex = 0;
  }
  const marked = (event) => event.target instanceof Element ? event.target.closest("mark") : null;
  const follow = (event) => { const mark = marked(event); mark ? show(mark) : hide(); };
  document.addEventListener("mouseover", follow);
  document.addEventListener("focusin", follow);
  document.addEventListener("click", follow);
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });

  // A row of a list lights up its mentions, and goes from one to the next.
  for (const row of document.querySelectorAll("aside li")) {
    const section = row.closest("section");
    const mentions = [...section.querySelectorAll(`mark[data-of="${row.dataset.of}"]`)];
    const light = (on) => mentions.forEach((mark) => mark.classList.toggle("lit", on));
    row.addEventListener("mouseenter", () => light(true));
    row.addEventListener("mouseleave", () => light(false));
    let next = 0;
    row.querySelector("a").addEventListener("click", (event) => {
      const mark = mentions[next++ % mentions.length];
      event.preventDefault();
      event.stopPropagation();
      mark.scrollIntoView({ block: "center" });
      mark.focus({ preventScroll: true });
      show(mark);
    });
  }
  document.documentElement.dataset.ready = document.querySelectorAll("mark").length;
})();
