// The places of one person: their channels, and the bot's home and messages, with what is unread.

import { h } from "./dom.js";

/** How many messages wait in a place, in words. */
export const unreadIn = (count, pane) => (count === 1 ? pane.words("unread_one") : pane.words("unread", { n: count }));

/** What waits elsewhere than in the place that is open, which is being read. */
export const waiting = (places, pane) => places.filter((place) => place.id !== pane.place).reduce((sum, place) => sum + place.unread, 0);

/** The list of places; `pane.opens(place)` goes there. */
export function sidebar(screen, pane) {
  const channels = screen.places.filter((place) => place.kind !== "im");
  const direct = screen.places.find((place) => place.kind === "im");
  return [
    h("h3", {}, "sc_bot"),
    h("ul", {},
      line(pane, { id: "home", name: pane.words("home"), unread: 0 }, "⌂"),
      direct ? line(pane, { ...direct, name: pane.words("messages") }, "✉") : null),
    h("h3", {}, pane.words("channels")),
    h("ul", {}, channels.map((place) => line(pane, place, place.kind === "private" ? "🔒" : "#"))),
  ];
}

function line(pane, listed, sign) {
  const place = listed.id === pane.place ? { ...listed, unread: 0 } : listed; // what is open is being read
  return h("li", {}, h(
    `button.place${place.unread ? ".has-news" : ""}`,
    {
      type: "button",
      "data-place": place.id,
      "aria-current": place.id === pane.place ? "page" : null,
      onclick: () => pane.opens(place.id),
    },
    h("span.sign", { "aria-hidden": "true" }, sign),
    h("span.name", {}, place.name),
    place.unread ? h("span.count", { "aria-hidden": "true" }, String(place.unread)) : null,
    place.unread ? h("span.hidden", {}, `, ${unreadIn(place.unread, pane)}`) : null,
  ));
}
