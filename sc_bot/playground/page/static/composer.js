// Where one types: Enter sends, a slash lists the app's commands.

import { h, newId } from "./dom.js";
import { state } from "./state.js";

/** The composer of one pane. */
export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.listId = newId();
    this.at = -1;
    this.list = h("ul.completion", { role: "listbox", id: this.listId, hidden: true });
    this.area = h("textarea", {
      rows: "2", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": this.listId,
      oninput: () => this.#complete(), onkeydown: (event) => this.#key(event), onblur: () => setTimeout(() => this.#hide(), 150),
    });
    this.button = h("button.primary.send", { type: "submit" });
    this.element = h("form.composer", { onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.list, this.area, this.button);
  }

  /** Words of its person, for the place that is open. */
  label(name) {
    this.area.placeholder = this.pane.words("write_to", { name });
    this.area.setAttribute("aria-label", this.pane.words("write_to", { name }));
    this.list.setAttribute("aria-label", this.pane.words("commands"));
    this.button.textContent = this.pane.words("send");
  }

  /** Put a text there, ready to be sent. */
  fill(text) {
    this.area.value = text;
    this.area.focus();
    this.#hide();
  }

  /** Send what stands there; what could not be sent stays. */
  async send() {
    const text = this.area.value.trim();
    if (!text) return;
    this.#hide();
    this.pane.says("");
    this.area.value = "";
    const ended = await this.pane.act({ do: "say", place: this.pane.place, thread: this.pane.thread, text }, this.button);
    if (!ended?.ok && !this.area.value) this.area.value = text;
  }

  #matching() {
    const word = this.area.value;
    if (!/^\/\S*$/.test(word)) return [];
    return state.cast.commands.filter((command) => command.name.startsWith(word));
  }

  #complete() {
    const matching = this.#matching();
    this.at = matching.length ? 0 : -1;
    this.list.replaceChildren(...matching.map((command, number) =>
      h("li", { role: "option", id: `${this.listId}-${number}`, "aria-selected": String(number === this.at), onpointerdown: (event) => { event.preventDefault(); this.#take(command); } },
        h("strong", {}, command.name), " ", h("span", {}, command.hint), h("small", {}, command.what))));
    this.list.hidden = !matching.length;
    this.area.setAttribute("aria-expanded", String(matching.length > 0));
    this.#mark();
  }

  #mark() {
    for (const [number, option] of [...this.list.children].entries()) option.setAttribute("aria-selected", String(number === this.at));
    if (this.at >= 0) this.area.setAttribute("aria-activedescendant", `${this.listId}-${this.at}`);
    else this.area.removeAttribute("aria-activedescendant");
  }

  #take(command) {
    this.area.value = `${command.name} `;
    this.#hide();
    this.area.focus();
  }

  #hide() {
    this.list.hidden = true;
    this.at = -1;
    this.area.setAttribute("aria-expanded", "false");
    this.area.removeAttribute("aria-activedescendant");
  }

  #key(event) {
    const open = !this.list.hidden;
    const matching = open ? this.#matching() : [];
    if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      this.at = (this.at + (event.key === "ArrowDown" ? 1 : -1) + matching.length) % matching.length;
      this.#mark();
    } else if (open && event.key === "Escape") {
      event.stopPropagation();
      this.#hide();
    } else if (open && (event.key === "Tab" || (event.key === "Enter" && matching[this.at]?.name !== this.area.value))) {
      event.preventDefault();
      this.#take(matching[this.at]);
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    }
  }
}
