// The drawer: what an action caused, what happened while one travelled, what Slack refused.

import { ask } from "./api.js";
import { shortly } from "./dates.js";
import { calm, h } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { released } from "./press.js";
import { nameOf, state } from "./state.js";
import { travelled } from "./travelled.js";
import { underneath } from "./underneath.js";
import { say } from "./words.js";

const TABS = ["underneath", "travelled", "refusals"];

export class Drawer {
  constructor(element, page) {
    this.element = element;
    this.page = page;
    this.tab = "underneath";
    this.number = null;
    this.journey = null;
    this.refused = [];
    this.refresh = calm(200, () => this.#refresh());
  }

  words(key, values) {
    return say(state.language, key, values);
  }

  open(tab = this.tab) {
    this.tab = tab;
    this.element.hidden = false;
    this.print = null;
    return this.refresh();
  }

  async #refresh() {
    const { tab } = this;
    if (this.element.hidden) return;
    const about = this.number ? { number: this.number } : {};
    const content = tab === "underneath" ? await ask("underneath", about) : { travelled: this.journey, refusals: this.refused }[tab];
    await released();
    if (tab !== this.tab) return; // its reader went on meanwhile
    const print = JSON.stringify([this.tab, content, this.number, state.language]);
    if (print === this.print) return;
    this.print = print;
    this.#draw(content);
  }

  #draw(content) {
    const body = { underneath: () => underneath(content, this), travelled: () => travelled(content, this), refusals: () => this.#refusals(content) };
    const inside = h("div.drawer-body", { role: "tabpanel", id: "drawer-body", tabindex: "0", "aria-label": this.words(this.tab) }, body[this.tab]());
    const open = new Set([...this.element.querySelectorAll("details[open]")].map((each) => each.dataset.name));
    for (const each of inside.querySelectorAll("details")) if (open.has(each.dataset.name)) each.open = true;
    const scrolled = this.element.querySelector(".drawer-body")?.scrollTop ?? 0;
    this.element.setAttribute("aria-label", this.words("underneath"));
    keepingFocus(this.element, () => this.element.replaceChildren(this.#tabs(), inside));
    inside.scrollTop = scrolled;
  }

  #tabs() {
    const go = (step) => (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!way) return;
      const next = TABS[(step + way + TABS.length) % TABS.length];
      document.getElementById(`tab-${next}`).focus();
      this.open(next);
    };
    return h("div.drawer-head", {},
      h("div.tabs", { role: "tablist", "aria-label": this.words("underneath") }, TABS.map((tab, number) =>
        h("button.tab", { type: "button", role: "tab", id: `tab-${tab}`, "aria-selected": String(tab === this.tab), tabindex: tab === this.tab ? "0" : "-1", onclick: () => this.open(tab), onkeydown: go(number) },
          this.words(tab), tab === "refusals" && this.refused.length ? ` (${this.refused.length})` : ""))),
      h("button.plain.cross", { type: "button", id: "close-drawer", "aria-label": this.words("close_drawer"), onclick: () => this.page.toggleDrawer() }, "×"));
  }

  #refusals(refused) {
    if (!refused.length) return h("p.nothing", {}, this.words("no_refusal"));
    return h("ul.refusals", {}, refused.map((each) => h("li", {}, h("code", {}, each.what), each.why.map((why) => h("p", {}, why)))));
  }

  /** Who a Slack id is, or where a channel. */
  whoOrWhere(id) {
    return state.cast.channels[id] ? `#${state.cast.channels[id]}` : nameOf(id);
  }

  when(text) {
    return shortly(state.language, state.cast.timezone, new Date(text));
  }
}
