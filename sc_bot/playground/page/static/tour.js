// The guided tour: who you are now, what to do, and what becomes true.

import { ask, order } from "./api.js";
import { calm, h } from "./dom.js";
import { released } from "./press.js";
import { state } from "./state.js";
import { say } from "./words.js";

export class Tour {
  constructor(element, page) {
    this.element = element;
    this.page = page;
    this.story = null;
    this.working = false;
    this.refresh = calm(250, () => this.#refresh());
  }

  words(key, values) {
    return say(state.language, key, values);
  }

  /** The present step, if the tour is on. */
  get step() {
    return this.story?.steps[this.story.at] ?? null;
  }

  async #refresh() {
    if (this.element.hidden || this.working) return;
    this.#take(await ask("tour"));
  }

  #take(story) {
    this.story = story;
    this.draw();
    this.spot();
  }

  draw() {
    this.element.setAttribute("aria-label", this.words("tour"));
    const { story } = this;
    const print = JSON.stringify([story?.at, story?.held, story?.failed, this.working, state.language]);
    if (print === this.print) return;
    this.print = print;
    const had = this.element.contains(document.activeElement) ? document.activeElement.id : null;
    this.element.replaceChildren(...this.#inside());
    if (had) (document.getElementById(had) ?? this.element.querySelector("button"))?.focus();
  }

  #inside() {
    const { story, step } = this;
    const leave = h("button.plain.cross", { type: "button", id: "close-tour", "aria-label": this.words("close_tour"), onclick: () => this.page.toggleTour() }, "×");
    if (!story || story.at < 0) return [h("p.tour-text", {}, this.words("tour_intro")), this.#button("tour-start", "start", "restart", "primary"), leave];
    if (!step) return [h("p.tour-text", {}, this.words("tour_end")), this.#button("tour-start", "again", "restart", "plain"), leave];
    const person = state.people.get(step.who);
    return [
      h("p.tour-number", {}, this.words("step_of", { n: story.at + 1, of: story.steps.length })),
      h("div.tour-text", { role: "status" },
        h("p", {}, step.task[state.language]),
        story.held ? h("p.held", {}, `✓ ${step.claim[state.language]}`) : null,
        !story.held && story.failed ? h("p.failed", {}, this.words("did_not_hold", { why: this.#why(story.failed) })) : null),
      h("div.tour-buttons", {},
        this.#button("tour-again", "again", "restart", "plain"),
        story.held ? this.#button("tour-next", "next", "next", "primary") : [
          this.#button("tour-skip", "skip_step", "next", "plain"),
          step.types ? h("button.plain", { type: "button", id: "tour-type", onclick: () => this.page.type(step) }, this.words("type_it")) : null,
          this.#button("tour-do", this.working ? "working" : "do_it", "do", "primary"),
        ],
        h("span.hidden", {}, person.name)),
      leave,
    ];
  }

  #button(id, key, what, style) {
    return h(`button.${style}`, { type: "button", id, "aria-disabled": this.working ? "true" : null, onclick: () => this.working || this.#go(what) }, this.words(key));
  }

  async #go(what) {
    this.working = true;
    this.draw();
    const before = this.step?.name;
    try {
      const story = what === "do" ? await order("play", { step: before, person: this.step.who }) : await order("tour", { what, step: before });
      await released();
      this.working = false;
      if (story.journey) this.page.travelled(story.journey);
      this.#take(story);
      // Only the tab whose visitor goes on changes its people: another one may be in the middle of a word.
      if (what !== "do" && this.step) await this.page.stage(this.step);
    } finally {
      this.working = false;
      this.draw();
    }
  }

  /** The two reasons of the story itself are said in words; Slack's own stay as they are. */
  #why(failed) {
    return ["skipped", "not_so"].includes(failed) ? this.words(`tour_${failed}`) : failed;
  }

  /** Point at what the present step presses, on the screen of who acts. */
  spot() {
    for (const old of document.querySelectorAll(".spot")) old.classList.remove("spot");
    const { step } = this;
    if (this.element.hidden || !step || this.story.held) return;
    const pane = state.panes.find((each) => each.person.id === step.who);
    const offers = (each) => (each.dataset.offers ? each.dataset.offers.split("\n") : [`${each.dataset.action} ${each.dataset.value}`]);
    const pressed = [...(pane?.element.querySelectorAll("[data-action], [data-offers]") ?? [])].filter((each) =>
      step.presses.some((action) => offers(each).includes(`${action} ${step.about}`)));
    pressed.at(-1)?.classList.add("spot");
    if (pressed.length && this.shownSpot !== this.story.at) {
      this.shownSpot = this.story.at;
      pressed.at(-1).scrollIntoView({ block: "center" });
    }
    if (step.types) pane?.composer.element.classList.add("spot");
  }
}
