// The messages of one place, kept in step with the server: what has not changed stays as it is on the screen.

import { day, momentOf } from "./dates.js";
import { h } from "./dom.js";
import { valuesIn } from "./elements.js";
import { keepingFocus } from "./focus.js";
import { messageNode } from "./message.js";

const NEAR = 60; // pixels from the bottom: whoever is there wants to see what arrives

/** The list of messages of one pane. */
export class Conversation {
  constructor(pane) {
    this.pane = pane;
    this.element = h("div.messages", { role: "log", tabindex: "0" });
    this.known = new Map();
    this.place = null;
    this.low = true;
    this.element.addEventListener("scroll", () => { this.low = this.#isLow(); }, { passive: true });
    new ResizeObserver(() => this.low && this.#toTheEnd()).observe(this.element);
  }

  /** Draw a screen's messages. */
  show(screen) {
    const name = `${screen.place} ${screen.thread ?? ""} ${screen.person}`;
    const isOther = name !== this.place;
    if (isOther) this.#clear(name, screen);
    const stays = this.low || isOther;
    this.element.setAttribute("aria-busy", String(isOther));
    keepingFocus(this.element, () => this.#reconcile(this.#wanted(screen)));
    this.element.setAttribute("aria-busy", "false");
    if (stays) this.#toTheEnd();
  }

  /** Bring one message into sight. */
  reveal(ts) {
    const node = this.element.querySelector(`[data-ts="${CSS.escape(ts)}"]`);
    if (!node) return false;
    this.low = false;
    node.scrollIntoView({ block: "center" });
    node.classList.add("revealed");
    node.focus({ preventScroll: true });
    setTimeout(() => node.classList.remove("revealed"), 3000);
    return true;
  }

  #isLow() {
    return this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < NEAR;
  }

  #toTheEnd() {
    this.element.scrollTop = this.element.scrollHeight;
    this.low = true;
  }

  #clear(name, screen) {
    this.place = name;
    this.known.clear();
    this.element.replaceChildren();
    this.newSince = screen.seen;
    this.element.setAttribute("aria-label", this.pane.title());
  }

  /** Every line of the list in order, as [key, fingerprint, how to draw it (in place of what stood there)]. */
  #wanted(screen) {
    const { language, timezone } = this.pane.person;
    const lines = [];
    if (screen.older) lines.push(["older", String(screen.older), () => this.#older(screen.older)]);
    if (!screen.messages.length) lines.push(["nothing", "", () => h("p.nothing", {}, this.pane.words("nothing_here"))]);
    let today = "";
    let isNew = false;
    for (const message of screen.messages) {
      const date = day(language, timezone, momentOf(message.ts));
      if (date !== today) {
        today = date;
        lines.push([`day ${date}`, date, () => h("p.day", {}, h("span", {}, date))]);
      }
      if (!isNew && message.ts > this.newSince && message.user !== screen.person && !screen.thread) {
        isNew = true;
        lines.push(["new", "", () => h("p.new", {}, h("span", {}, this.pane.words("new_line")))]);
      }
      const key = `${message.channel} ${message.ts} ${message.ephemeral}`;
      lines.push([key, JSON.stringify(message), (before) => messageNode(message, this.pane, before ? valuesIn(before) : {})]);
    }
    return lines;
  }

  #older(n) {
    return h("p.older", {}, h("button.plain", { type: "button", onclick: () => this.pane.showsMore() }, this.pane.words("older", { n })));
  }

  #reconcile(lines) {
    const wanted = new Set(lines.map(([key]) => key));
    for (const [key, { node }] of this.known) {
      if (!wanted.has(key)) {
        node.remove();
        this.known.delete(key);
      }
    }
    let next = this.element.firstChild;
    for (const [key, print, draw] of lines) {
      const known = this.known.get(key);
      if (known?.print === print) {
        if (known.node !== next) this.element.insertBefore(known.node, next);
        else next = next.nextSibling;
        continue;
      }
      const node = draw(known?.node);
      this.element.insertBefore(node, next);
      if (known) {
        if (known.node === next) next = next.nextSibling;
        known.node.remove();
      }
      this.known.set(key, { print, node });
    }
  }
}
