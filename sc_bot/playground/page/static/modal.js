// A modal of the bot: fields, errors under them, views on top of each other; private to its person.

import { drawn } from "./blocks.js";
import { windowIn } from "./dialog.js";
import { h, newId } from "./dom.js";
import { valuesIn } from "./elements.js";
import { keepingFocus } from "./focus.js";

/** The window of one pane. `show` draws what the server says is open; what was typed stays until the view changes. */
export class Modal {
  constructor(pane) {
    this.pane = pane;
    this.shown = null;
    this.view = null;
  }

  /** Draw the view on top, or nothing. */
  show(view) {
    if (view?.id === this.view?.id && view?.hash === this.view?.hash) return;
    const same = view && view.id === this.view?.id;
    const typed = { ...view?.typed, ...(same ? this.values() : {}) };
    if (!same) this.shown?.leave();
    if (!same) this.shown = null;
    this.view = view;
    if (view) this.#draw(view, typed);
  }

  /** Say what went wrong, in the window. */
  says(text) {
    const told = this.shown?.box.querySelector(".window-error");
    if (told) told.textContent = text;
  }

  /** What stands in its fields. */
  values() {
    return this.shown ? valuesIn(this.shown.box) : {};
  }

  #draw(view, typed) {
    const { pane } = this;
    const surface = pane.surfaceOf(view, () => this.values());
    const form = h(
      "form.window-form",
      { novalidate: true, onsubmit: (event) => { event.preventDefault(); this.#submit(); } },
      h("div.window-body", { tabindex: "0" }, drawn(view.blocks, surface, typed)),
      h("p.window-error", { role: "alert" }),
      h("div.window-foot", {},
        h("button.plain", { type: "button", onclick: () => this.#close(false) }, view.close?.text ?? pane.words("close")),
        view.submit ? h("button.primary", { type: "submit" }, view.submit.text) : null),
    );
    const cross = h("button.plain.cross", { type: "button", "aria-label": pane.words("close"), onclick: () => this.#close(true) }, "×");
    const { shown } = this;
    if (shown) keepingFocus(shown.box, () => this.#redraw(view.title.text, cross, form));
    else this.shown = windowIn(pane.element, { title: view.title.text, close: () => this.#close(false) }, cross, form);
    this.shown.box.lang = pane.person.language;
  }

  /** What begins with the same words stays where its reader is; what is about something else begins at its top. */
  #redraw(...parts) {
    const { box, fill } = this.shown;
    const body = () => box.querySelector(".window-body");
    const [scrolled, began] = [body().scrollTop, body().firstElementChild?.textContent];
    fill(...parts);
    body().scrollTop = body().firstElementChild?.textContent === began ? scrolled : 0;
  }

  #close(everything) {
    this.pane.act({ do: "close", view: this.view.id, everything });
  }

  async #submit() {
    this.#clear();
    const wrong = this.#wrong();
    if (Object.keys(wrong).length) {
      this.#mark(wrong);
      return;
    }
    const button = this.shown.box.querySelector("[type=submit]");
    const ended = await this.pane.act({ do: "submit", view: this.view.id, values: this.values() }, button);
    if (!ended || !this.shown) return;
    if (ended.missing) this.#mark(Object.fromEntries(ended.missing.map((block) => [block, this.pane.words("required")])));
    if (ended.errors) this.#mark(ended.errors);
  }

  /** What Slack's client would not send, by block: a required field left empty, a value of the wrong sort. */
  #wrong() {
    const wrong = {};
    for (const around of this.shown.box.querySelectorAll("[data-input]")) {
      const field = around.querySelector(".field");
      const isEmpty = field.reads && !field.reads()?.toString();
      if (field.validity?.valid === false) wrong[around.dataset.input] = this.pane.words("not_accepted");
      else if (isEmpty && around.hasAttribute("data-required")) wrong[around.dataset.input] = this.pane.words("required");
    }
    return wrong;
  }

  #clear() {
    for (const old of this.shown.box.querySelectorAll(".field-error")) old.remove();
    for (const field of this.shown.box.querySelectorAll("[aria-invalid]")) {
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-errormessage");
    }
    this.says("");
  }

  /** Say under each field what is wrong, and go to the first. */
  #mark(errors) {
    let first = null;
    for (const around of this.shown.box.querySelectorAll("[data-input]")) {
      const [message, field] = [errors[around.dataset.input], around.querySelector(".field")];
      if (message === undefined) continue;
      const id = newId();
      around.append(h("p.field-error", { id, role: "alert" }, message));
      field.setAttribute("aria-invalid", "true");
      field.setAttribute("aria-errormessage", id);
      first ??= field.matches("input, textarea, select") ? field : (field.querySelector("input, summary") ?? field);
    }
    first?.focus();
    first?.scrollIntoView({ block: "nearest" });
  }
}
