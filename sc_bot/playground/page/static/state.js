// What the whole page shares: who is who, the language and look of the page itself.

export const state = {
  cast: null,
  people: new Map(),
  now: null,
  language: localStorage.getItem("language") || (navigator.language.startsWith("fr") ? "fr" : "en"),
  theme: localStorage.getItem("theme") || "auto",
  panes: [],
  narrow: matchMedia("(max-width: 760px)"),
};

/** Keep the answer of `cast`. */
export function meet(cast) {
  state.cast = cast;
  state.people = new Map(cast.people.map((person) => [person.id, person]));
}

/** The name of somebody, the bot included. */
export const nameOf = (id) => (id === state.cast.bot.id ? state.cast.bot.name : (state.people.get(id)?.name ?? id));

/** The name of a channel. */
export const channelName = (id) => state.cast.channels[id] ?? id;

/** Show the page in light or dark, or as the system does. */
export function dress() {
  document.documentElement.lang = state.language;
  if (state.theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = state.theme;
}
