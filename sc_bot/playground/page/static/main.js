// The page: two screens side by side, the line at the top, the tour, the drawer; kept in step with the server.

import { ask, follow, NoAnswer, order } from "./api.js";
import { calm, h } from "./dom.js";
import { Drawer } from "./drawer.js";
import { Pane } from "./pane.js";
import { released } from "./press.js";
import { dress, meet, state } from "./state.js";
import { Top } from "./top.js";
import { Tour } from "./tour.js";
import { say } from "./words.js";

const $ = (id) => document.getElementById(id);

class Page {
  async open() {
    dress();
    const [cast, status] = await Promise.all([ask("cast"), ask("status")]);
    meet(cast);
    this.told = new Set(status.refusals.map((each) => each.number)); // what was refused before is no news
    this.#words();
    this.tour = new Tour($("tour"), this);
    this.drawer = new Drawer($("drawer"), this);
    this.top = new Top($("top"), this);
    const [left, right] = this.#wanted();
    this.sides = h("div.sides", { role: "tablist" });
    $("panes").append(this.sides);
    for (const [side, id] of [["left", left], ["right", right]]) {
      const pane = new Pane(side, id, () => this.#remember());
      state.panes.push(pane);
      $("panes").append(pane.element);
    }
    this.#drawSides();
    await this.#everything();
    this.tour.refresh();
    this.#expanded();
    follow(calm(40, () => this.#everything()), (here) => this.#reached(here));
    setInterval(() => this.top.refresh(), 10_000);
  }

  /** Move the clock, and show what happened on the way; why not, if time cannot go there. */
  async travel(to, seen) {
    const journey = await order("travel", { to, seen });
    if (!journey.refused) this.travelled(journey);
    return journey.refused;
  }

  /** Show what happened while the clock moved. */
  travelled(journey) {
    this.drawer.journey = journey;
    this.drawer.open("travelled");
    this.#expanded();
  }

  /** Put the people of a step of the tour on the screens. */
  async stage(step) {
    const [left, right] = state.panes;
    if (left.person.id !== step.who || left.place === "home") await left.becomes(step.who);
    if (right.person.id !== step.beside || right.place === "home") await right.becomes(step.beside);
    this.show("left");
    this.tour.spot();
  }

  /** Type a step's line for the visitor, who sends it. */
  type(step) {
    this.show("left");
    state.panes[0].composer.fill(step.types);
  }

  /** Go to a message: as its reader, or as somebody of its channel. */
  async goTo(appeared) {
    const [left] = state.panes;
    if (appeared.to && left.person.id !== appeared.to) await left.becomes(appeared.to, appeared.channel);
    else if (!appeared.to) await this.#intoChannel(left, appeared.channel);
    this.show("left");
    await left.goes(appeared.channel, appeared.ts);
  }

  async #intoChannel(pane, channel) {
    const screen = await ask("screen", { person: pane.person.id, place: "home" });
    if (screen.places.some((place) => place.id === channel)) return;
    for (const person of state.cast.people) {
      const theirs = await ask("screen", { person: person.id, place: "home" });
      if (theirs.places.some((place) => place.id === channel)) {
        await pane.becomes(person.id, channel);
        return;
      }
    }
  }

  toggleTour() {
    if ($("tour").hidden) $("tour").hidden = false;
    else this.#hide("tour");
    this.tour.refresh();
    this.tour.spot();
    this.#expanded();
  }

  toggleDrawer() {
    if ($("drawer").hidden) this.drawer.open();
    else this.#hide("drawer");
    this.#expanded();
  }

  /** Whoever closes a part from inside goes to what opens it again. */
  #hide(part) {
    if ($(part).contains(document.activeElement)) $(`toggle-${part}`).focus();
    $(part).hidden = true;
  }

  /** The page speaks another language now. */
  redraw() {
    this.#words();
    this.top.draw();
    this.tour.print = null;
    this.tour.draw();
    this.drawer.print = null;
    this.drawer.refresh();
    for (const pane of state.panes) pane.drawHead();
    this.#drawSides();
    this.#expanded();
  }

  /** On a narrow screen, one of the two at a time. */
  show(side) {
    $("panes").dataset.side = side;
    this.#drawSides();
  }

  #drawSides() {
    const shown = $("panes").dataset.side ?? "left";
    $("panes").dataset.side = shown;
    this.sides.setAttribute("aria-label", say(state.language, "change_person"));
    this.sides.replaceChildren(...state.panes.map((pane) =>
      h("button.tab", { type: "button", role: "tab", "aria-selected": String(pane.side === shown), onclick: () => this.show(pane.side) }, pane.person.name)));
  }

  #expanded() {
    for (const panel of ["tour", "drawer"]) $(`toggle-${panel}`)?.setAttribute("aria-expanded", String(!$(panel).hidden));
  }

  #words() {
    $("skip").textContent = say(state.language, "skip");
    $("skip").onclick = (event) => {
      event.preventDefault(); // the address says who is on the screens
      $("panes").focus();
    };
    document.title = `sc_bot · ${say(state.language, "simulation")}`;
  }

  async #everything() {
    const [status] = await Promise.all([this.top.refresh(), ...state.panes.map((pane) => pane.refresh())]);
    await released();
    this.#tellRefusals(status.refusals);
    this.drawer.refresh();
    this.tour.refresh();
    this.tour.spot();
  }

  /** What Slack refused is never hidden: it is said, and kept in the drawer. */
  #tellRefusals(refusals) {
    const newest = refusals.findLast((each) => !this.told.has(each.number));
    this.told = new Set(refusals.map((each) => each.number));
    this.drawer.refused = refusals;
    if (!newest) return;
    const toast = h("p.toast", { role: "alert" }, say(state.language, "refused_or_failed", { what: newest.what }), " ",
      h("button.plain", { type: "button", onclick: () => { toast.remove(); this.#showRefusals(); } }, say(state.language, "underneath")),
      h("button.plain", { type: "button", "aria-label": say(state.language, "close"), onclick: () => toast.remove() }, "×"));
    $("toasts").replaceChildren(toast); // the others are in the drawer
  }

  async #showRefusals() {
    await this.drawer.open("refusals");
    this.#expanded();
    $("tab-refusals")?.focus();
  }

  #reached(here) {
    $("lost")?.remove();
    if (!here) document.body.append(h("p.lost", { id: "lost", role: "alert" }, say(state.language, "lost")));
  }

  /** Who is on the screens: from the address, else the nurse and the director. */
  #wanted() {
    const given = location.hash.slice(1).split(",").map((each) => state.cast.people.find((person) => [person.id, person.key].includes(each))?.id);
    const key = (name) => state.cast.people.find((person) => person.key === name)?.id ?? state.cast.people[0].id;
    return [given[0] ?? key("HSF-S1"), given[1] ?? key("HSF-MD")];
  }

  #remember() {
    if (state.panes.length < 2) return;
    history.replaceState(null, "", `#${state.panes.map((pane) => pane.person.key).join(",")}`);
    this.#drawSides();
    this.tour.spot();
  }
}

addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof NoAnswer) event.preventDefault(); // the stream tells it
});
new Page().open();
