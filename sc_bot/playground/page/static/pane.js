// One person's screen: who they are, their places, what is open, what they type, the window on top.

import { ask, NoAnswer, order } from "./api.js";
import { drawn } from "./blocks.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { calm, h } from "./dom.js";
import { valuesIn } from "./elements.js";
import { keepingFocus } from "./focus.js";
import { face } from "./message.js";
import { Modal } from "./modal.js";
import { sidebar, unreadIn, waiting } from "./sidebar.js";
import { channelName, state } from "./state.js";
import { chooseSomebody, what } from "./switcher.js";
import { say } from "./words.js";

const USUAL = 100; // messages shown at once

export class Pane {
  constructor(side, personId, changed) {
    this.side = side;
    this.changed = changed;
    this.place = "home";
    this.thread = null;
    this.most = USUAL;
    this.looks = 0;
    this.unread = 0;
    this.homeShown = "";
    this.element = h(`section.pane.${side}`, {});
    this.head = h("header.pane-head", {});
    this.side_ = h("nav.places", {});
    this.bar = h("div.place-head", {});
    this.homeView = h("div.home", { tabindex: "0" });
    this.conversation = new Conversation(this);
    this.composer = new Composer(this);
    this.modal = new Modal(this);
    this.notice = h("p.notice", { role: "status" });
    this.main = h("div.place-body", {}, this.bar, this.homeView, this.conversation.element, this.composer.element, this.notice);
    this.element.append(this.head, this.side_, this.main);
    this.main.addEventListener("pointerdown", () => this.#showPlaces(false));
    this.side_.addEventListener("keydown", (event) => event.key === "Escape" && this.#showPlaces(false));
    this.refresh = calm(60, () => this.#refresh());
    this.becomes(personId);
  }

  /** A text of the page, in the page's language. */
  say(key, values) {
    return say(state.language, key, values);
  }

  /** A text of the person's own Slack, in their language. */
  words(key, values) {
    return say(this.person.language, key, values);
  }

  /** Say what went wrong where its person looks: in the window on top, else under what is open. */
  says(text) {
    this.modal.says(text);
    this.notice.textContent = this.modal.view ? "" : text;
  }

  /** Be somebody else here; `place` is a conversation's id, `home`, or `dm`. */
  async becomes(personId, place = "dm") {
    this.person = state.people.get(personId);
    this.element.dataset.person = personId;
    this.modal.show(null);
    this.composer.area.value = "";
    this.drawHead();
    await this.opens(place);
    this.changed();
  }

  /** Go to a place. */
  async opens(place, thread = null) {
    this.place = place;
    this.thread = thread;
    this.most = USUAL;
    this.#showPlaces(false);
    this.says("");
    if (place === "home") this.act({ do: "home" });
    await this.#refresh();
    this.changed();
  }

  opensThread(ts) {
    return this.opens(this.place, ts);
  }

  showsMore() {
    this.most += USUAL;
    return this.refresh();
  }

  /** Go to a place and bring one message into sight. */
  async goes(place, ts) {
    await this.opens(place);
    this.conversation.reveal(ts);
  }

  /** Do something as this person. A button that was pressed waits, and keeps the focus; what went wrong is said. */
  async act(body, button = null) {
    if (button?.hasAttribute("aria-busy")) return null;
    button?.setAttribute("aria-busy", "true");
    try {
      const ended = await order("act", { person: this.person.id, ...body });
      this.says(this.#wentWrong(ended));
      return ended;
    } catch (error) {
      this.says(error instanceof NoAnswer ? this.words("lost") : this.words("refused", { what: error.message }));
      return null;
    } finally {
      button?.removeAttribute("aria-busy");
      this.refresh();
    }
  }

  /** What blocks stand on: a message, or a view whose fields `values` reads. */
  surfaceOf(thing, values = null) {
    const { person } = this; // whoever is here when it is pressed may be somebody else already
    const where = { person: person.id, ...(thing.ts ? { channel: thing.channel, ts: thing.ts } : { view: thing.id }) };
    return {
      person,
      pane: this.element,
      words: (key, more) => this.words(key, more),
      send: (action, button) => this.act({ ...where, ...action, values: values?.() }, button),
      ask: async (element, typed) => {
        const block = thing.blocks.find((each) => [each.element, each.accessory, ...(each.elements ?? [])].includes(element));
        const answer = await order("act", { do: "options", ...where, block: block?.block_id, action: element.action_id, words: typed });
        return answer.options ?? [];
      },
    };
  }

  /** The name of what is open. */
  title() {
    if (this.place === "home") return `sc_bot · ${this.words("home")}`;
    const name = state.cast.channels[this.place] ? `#${channelName(this.place)}` : "sc_bot";
    return this.thread ? `${this.words("thread")} · ${name}` : name;
  }

  drawHead() {
    const { person } = this;
    this.element.setAttribute("aria-label", this.say("screen_of", { name: person.name }));
    this.element.lang = person.language;
    const switcher = h("button.plain.switch", { type: "button", id: `switch-${this.side}`, lang: state.language, "aria-label": `${person.name}: ${this.say("change_person")}`, onclick: () => chooseSomebody(this, (id) => this.becomes(id)) },
      face(person.id), h("span.who", {}, h("strong", {}, person.name), h("small", {}, what(person, state.language))), h("span", { "aria-hidden": "true" }, "▾"));
    this.toggle = h("button.plain.show-places", {
      type: "button", id: `places-${this.side}`, "aria-expanded": "false",
      onclick: () => this.#showPlaces(!this.element.classList.contains("shows-places")),
      onkeydown: (event) => event.key === "Escape" && this.#showPlaces(false),
    });
    this.#drawToggle();
    keepingFocus(this.head, () => this.head.replaceChildren(this.toggle, switcher));
    this.side_.setAttribute("aria-label", `${this.words("places")} (${person.name})`);
  }

  /** On a narrow screen the places come and go; whoever was there goes back to what shows them. */
  #showPlaces(shown) {
    if (!shown && this.element.classList.contains("shows-places") && this.side_.contains(document.activeElement)) this.toggle.focus();
    this.element.classList.toggle("shows-places", shown);
    this.toggle.setAttribute("aria-expanded", String(shown));
  }

  /** What waits in the places behind it is a number on the button. */
  #drawToggle(count = this.unread) {
    this.unread = count;
    const about = count ? `, ${unreadIn(count, this)}` : "";
    this.toggle.setAttribute("aria-label", this.words("show_places") + about);
    this.toggle.replaceChildren("☰", count ? h("span.count", {}, String(count)) : "");
  }

  async #refresh() {
    const about = { person: this.person.id, place: this.place, most: this.most, ...(this.thread ? { thread: this.thread } : {}) };
    const look = (this.looks += 1);
    const screen = await ask("screen", about);
    if (look !== this.looks) return; // somebody looked again meanwhile, perhaps elsewhere
    this.place = screen.place;
    this.#drawPlaces(screen);
    this.#drawBar();
    const isHome = screen.place === "home";
    this.homeView.hidden = !isHome;
    this.conversation.element.hidden = isHome;
    this.composer.element.hidden = isHome;
    if (isHome) this.#drawHome(screen.home);
    else {
      this.composer.label(this.title());
      this.conversation.show(screen);
      this.#read(screen);
    }
    this.modal.show(screen.modal);
  }

  #drawPlaces(screen) {
    const print = JSON.stringify([screen.places, this.place, this.person.id]);
    if (print === this.placesShown) return;
    this.placesShown = print;
    this.#drawToggle(waiting(screen.places, this));
    const focused = document.activeElement?.dataset?.place;
    const had = this.side_.contains(document.activeElement);
    this.side_.replaceChildren(...sidebar(screen, this));
    if (had) [...this.side_.querySelectorAll("[data-place]")].find((each) => each.dataset.place === focused)?.focus();
  }

  #drawBar() {
    const back = this.thread ? h("button.plain", { type: "button", onclick: () => this.opens(this.place) }, `← ${this.words("back")}`) : null;
    this.bar.replaceChildren(h("h2", {}, this.title()), back ?? "");
  }

  #drawHome(home) {
    const print = home ? home.id + home.hash + this.person.id : this.person.id;
    if (print === this.homeShown && this.homeView.childElementCount) return;
    this.homeShown = print;
    const values = () => valuesIn(this.homeView);
    const typed = home && { ...home.typed, ...(this.homeView.dataset.view === home.id ? values() : {}) };
    this.homeView.dataset.view = home?.id ?? "";
    this.homeView.setAttribute("aria-label", this.title());
    this.homeView.setAttribute("role", "region");
    const inside = home ? drawn(home.blocks, this.surfaceOf(home, values), typed) : [h("p.nothing", {}, this.words("home_empty"))];
    keepingFocus(this.homeView, () => this.homeView.replaceChildren(...inside));
  }

  /** What is before somebody's eyes is read. */
  #read(screen) {
    const last = screen.messages.at(-1);
    if (last && last.ts > screen.seen && !document.hidden) order("read", { person: this.person.id, place: this.place, ts: last.ts });
  }

  #wentWrong({ error, command, refused }) {
    if (error) return command ? this.words(error, { command }) : this.words("failed_with", { error });
    return refused ? this.words("refused", { what: refused }) : "";
  }
}
