// "While you travelled": who got what, by person, and the way there.

import { h } from "./dom.js";

export function travelled(journey, drawer) {
  if (!journey) return h("p.nothing", {}, drawer.words("not_travelled"));
  const head = h("p", {}, drawer.words("from_to", { from: drawer.when(journey.from), to: drawer.when(journey.to) }));
  const waits = journey.waiting ? h("p.bad", {}, drawer.words("still_waiting", { n: journey.waiting })) : null;
  if (!journey.appeared.length) return [head, waits ?? h("p.nothing", {}, drawer.words("nothing_happened"))];
  const byReader = new Map();
  for (const each of journey.appeared) {
    const reader = each.to || each.channel;
    byReader.set(reader, [...(byReader.get(reader) ?? []), each]);
  }
  return [head, waits ?? "", h("div.readers", {}, [...byReader].map(([reader, list]) => h("section.part", {}, h("h3", {}, `${drawer.whoOrWhere(reader)} (${list.length})`), h("ul", {}, list.map((each) => line(each, drawer))))))];
}

function line(each, drawer) {
  return h("li", {},
    h("small", {}, `${drawer.when(each.at)} · ${drawer.words(each.is_new ? "new_message" : "changed_message")}`), h("span", {}, each.line),
    h("button.plain", { type: "button", "aria-label": `${drawer.words("go_see")}: ${each.line}`, onclick: () => drawer.page.goTo(each) }, drawer.words("go_see")));
}
