// The line at the top: what this is, the clock, Slack's mood, the page's own language and look.

import { ask, order } from "./api.js";
import { forInput, fullDayAndHour, shortly } from "./dates.js";
import { h } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { menu } from "./menu.js";
import { dress, state } from "./state.js";
import { say } from "./words.js";

const MOODS = ["well", "busy", "slow", "down", "lost"];

/** Draws itself into `element`; `travel(to)`, `toggleTour()`, `toggleDrawer()`, `redraw()` are the page's. */
export class Top {
  constructor(element, page) {
    this.element = element;
    this.page = page;
    this.status = null;
    this.draw();
  }

  words(key, values) {
    return say(state.language, key, values);
  }

  draw() {
    keepingFocus(this.element, () => this.#draw());
    if (this.status) this.show(this.status);
  }

  #draw() {
    this.clock = h("button.plain.clock", { type: "button", "aria-label": this.words("clock") }); // named before the time is known
    this.mood = h("button.plain.mood", { type: "button" }, this.words("slack_is"));
    this.count = h("span.count-waiting", { role: "status" });
    this.element.setAttribute("aria-label", "sc_bot");
    this.element.replaceChildren(
      h("div.brand", {}, h("h1", {}, "sc_bot"), h("span.tag", { title: this.words("simulation_long") }, this.words("simulation"), h("span.hidden", {}, `. ${this.words("simulation_long")}`))),
      h("div.controls", {},
        menu(this.clock, () => this.#moments()),
        h("span.slack-state", {}, menu(this.mood, () => this.#moods()), this.count),
        this.#toggle("tour", "tour", () => this.page.toggleTour()),
        this.#toggle("underneath", "drawer", () => this.page.toggleDrawer()),
        h("button.plain", { type: "button", id: "speak", lang: state.language === "fr" ? "en" : "fr", onclick: () => this.#speak() }, this.words("other_language")),
        menu(h("button.plain", { type: "button", "aria-label": this.words("look") }, "◐"), () => this.#looks())),
      this.form(),
    );
  }

  /** The form for a date, under the line. */
  form() {
    this.input = h("input", { type: "datetime-local", id: "a-date", required: true });
    this.error = h("p.date-error", { role: "alert" });
    this.dateForm = h("form.date-form", { hidden: true, onsubmit: (event) => { event.preventDefault(); this.#go(this.input.value); } },
      h("label", { for: "a-date" }, this.words("a_date")), this.input, h("button.primary", { type: "submit" }, this.words("go_there")),
      h("button.plain", { type: "button", onclick: () => { this.dateForm.hidden = true; this.clock.focus(); } }, this.words("cancel")), this.error);
    return this.dateForm;
  }

  /** The server's state: time, mood, what waits. */
  show(status) {
    this.status = status;
    state.now = new Date(status.now);
    const time = (state.narrow.matches ? shortly : fullDayAndHour)(state.language, state.cast.timezone, state.now);
    this.clock.replaceChildren(h("span", { "aria-hidden": "true" }, "⏱ "), time);
    this.clock.setAttribute("aria-label", `${this.words("clock")}: ${time}`);
    this.mood.textContent = `${this.words("slack_is")} ${this.words(`mood_${status.mood}`)}`;
    this.mood.dataset.mood = status.mood;
    const late = status.late_seconds > 1 || status.mood !== "well";
    const again = status.posted_again ? ` ${this.words("posted_again", { n: status.posted_again })}` : "";
    this.count.textContent = late ? this.words("waiting", { n: status.waiting, lost: status.given_up }) + again : "";
  }

  async refresh() {
    this.show(await ask("status"));
    return this.status;
  }

  #toggle(key, panel, onclick) {
    return h("button.plain", { type: "button", "aria-controls": panel, id: `toggle-${panel}`, "aria-expanded": "false", onclick }, this.words(key));
  }

  #moments() {
    return [
      ...["plus_hour", "tomorrow", "monday"].map((key) => ({ label: this.words(key), act: () => this.#go({ plus_hour: "+1h" }[key] ?? key) })),
      { label: this.words("a_date"), act: () => this.#askDate() },
    ];
  }

  #askDate() {
    this.dateForm.hidden = false;
    this.input.min = forInput(state.cast.timezone, state.now);
    this.input.value = this.input.min;
    this.input.focus();
  }

  async #go(to) {
    this.error.textContent = "";
    this.clock.textContent = this.words("travelling");
    this.clock.disabled = true;
    try {
      const refused = await this.page.travel(to, this.status.now);
      this.dateForm.hidden = !refused;
      if (refused) this.error.textContent = this.words(refused);
    } finally {
      this.clock.disabled = false;
      await this.refresh();
      if (document.activeElement === document.body) this.clock.focus(); // who went elsewhere meanwhile stays there
    }
  }

  #moods() {
    return MOODS.map((mood) => ({ label: this.words(`mood_${mood}`), checked: this.status?.mood === mood, act: () => order("mood", { mood }) }));
  }

  #looks() {
    return ["auto", "light", "dark"].map((theme) => ({
      label: this.words(`to_${theme}`),
      checked: state.theme === theme,
      act: () => {
        state.theme = theme;
        localStorage.setItem("theme", theme);
        dress();
      },
    }));
  }

  #speak() {
    state.language = state.language === "fr" ? "en" : "fr";
    localStorage.setItem("language", state.language);
    dress();
    this.page.redraw();
  }
}
