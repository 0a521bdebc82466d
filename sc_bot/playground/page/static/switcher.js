// Be anyone: the region's people by institution, found by name, role or institution.

import { windowIn } from "./dialog.js";
import { folded, h, newId } from "./dom.js";
import { face } from "./message.js";
import { state } from "./state.js";

/** Open the list over a pane; `chosen(id)` hears who it is. */
export function chooseSomebody(pane, chosen) {
  const { language } = state;
  const listId = newId();
  let at = 0;
  let found = [];
  const list = h("div.people", { role: "listbox", id: listId, "aria-label": pane.say("who") });
  const none = h("p.nothing", { role: "status" });
  const search = h("input", {
    type: "search", role: "combobox", "aria-expanded": "true", "aria-controls": listId, "aria-autocomplete": "list",
    "aria-label": pane.say("search_people"), placeholder: pane.say("search_people"), autocomplete: "off",
    oninput: () => draw(), onkeydown: (event) => key(event),
  });
  const end = (id) => {
    shown.leave();
    if (id) chosen(id);
  };

  function draw() {
    const wanted = folded(search.value).split(/\s+/).filter(Boolean);
    found = state.cast.people.filter((person) => wanted.every((word) => about(person).includes(word)));
    at = 0;
    list.replaceChildren(...groups(found).map(([name, people]) =>
      h("div.group", { role: "group", "aria-label": name }, h("h3", { "aria-hidden": "true" }, name), people.map(option))));
    none.textContent = found.length ? "" : pane.say("nobody");
    mark();
  }
  function option(person) {
    return h("div.person", { role: "option", id: `${listId}-${person.id}`, "data-person": person.id, onclick: () => end(person.id) },
      face(person.id), h("span", {}, h("strong", {}, person.name), h("small", {}, what(person, language))));
  }
  function mark() {
    const options = [...list.querySelectorAll("[role=option]")];
    for (const [number, each] of options.entries()) each.setAttribute("aria-selected", String(number === at));
    if (options[at]) {
      search.setAttribute("aria-activedescendant", options[at].id);
      options[at].scrollIntoView({ block: "nearest" });
    } else search.removeAttribute("aria-activedescendant");
  }
  function key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length) {
      event.preventDefault();
      at = (at + step + found.length) % found.length;
      mark();
    } else if (event.key === "Enter" && found.length) {
      event.preventDefault();
      end(list.querySelectorAll("[role=option]")[at].dataset.person);
    }
  }
  const shown = windowIn(pane.element, { title: pane.say("who"), close: () => end(null), extra: ".switcher" }, search, none, list);
  shown.box.lang = language;
  draw();
}

/** What somebody is, in a line. */
export const what = (person, language) =>
  [person.roles[language].join(", "), person.title, person.institution[language]].filter(Boolean).join(" · ");

const about = (person) => folded([person.name, person.key, person.title, ...Object.values(person.institution), ...Object.values(person.roles).flat()].join(" "));

function groups(people) {
  const byHome = new Map();
  for (const person of people) {
    const home = person.institution[state.language] || "·";
    byHome.set(home, [...(byHome.get(home) ?? []), person]);
  }
  return [...byHome];
}
