// Block Kit's interactive elements. `surface` is what they stand on:
//   person, words(key, values), send(what): tells the bot, ask(what): options from it, pane: where windows open.

import { forInput, fromInput } from "./dates.js";
import { confirmed } from "./dialog.js";
import { calm, h, newId } from "./dom.js";
import { keepingFocus } from "./focus.js";
import { menu } from "./menu.js";
import { plain, textOf } from "./mrkdwn.js";
import { state } from "./state.js";

/** An element in an actions block or beside a section: using it tells the bot at once. `typed` as in `entering`. */
export function acting(element, block, surface, typed) {
  if (element.type === "button") return pressed(element, block, surface);
  if (element.type === "overflow") return overflow(element, block, surface);
  const field = named(entering(element, block, surface, typed), element, block, surface);
  let before = typed;
  field.addEventListener("change", async () => {
    const choice = field.reads();
    if (choice === null && field.matches("select")) return; // Slack's own lists cannot be emptied outside of a form
    if (await confirmed(surface, element.confirm)) {
      before = choice;
      surface.send({ do: "choose", block: block.block_id, action: element.action_id, choice });
    } else keepingFocus(field.parentElement, () => field.replaceWith(acting(element, block, surface, before)));
  });
  return field;
}

/** A field beside a section or in a row has no label of its own: its placeholder or the section names it. */
function named(field, element, block, surface) {
  const text = h("p", {}, textOf(block.text, surface.person)).textContent;
  if (field.matches(".field")) field.setAttribute("aria-label", element.placeholder?.text || text || surface.words("choose"));
  return field;
}

const TEXTS = ["plain_text_input", "email_text_input", "url_text_input", "number_input"];

/** An input that tells the bot what is entered, before it is submitted: a text at Enter, or with each letter. */
export function dispatching(field, element, block, surface) {
  const tell = calm(100, () => surface.send({ do: "choose", block: block.block_id, action: element.action_id, choice: field.reads() }));
  const on = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  if (!TEXTS.includes(element.type)) field.addEventListener("change", tell);
  else if (on.includes("on_character_entered")) field.addEventListener("input", tell);
  if (!TEXTS.includes(element.type) || !on.includes("on_enter_pressed")) return;
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    tell();
  });
}

const goesTo = (url) => {
  if (/^https?:/i.test(url ?? "")) window.open(url, "_blank", "noopener");
};

function pressed(element, block, surface) {
  const style = { primary: "primary", danger: "danger" }[element.style] ?? "plain";
  return h(
    `button.${style}`,
    {
      type: "button",
      "data-action": element.action_id,
      "data-value": element.value,
      "aria-label": element.accessibility_label,
      onclick: async (event) => {
        const button = event.currentTarget;
        if (!(await confirmed(surface, element.confirm))) return;
        goesTo(element.url);
        surface.send({ do: "press", block: block.block_id, action: element.action_id, value: element.value }, button);
      },
    },
    plain(element.text.text),
  );
}

function overflow(element, block, surface) {
  const button = h("button.plain.overflow", { type: "button", "aria-label": surface.words("more_actions"), "data-action": element.action_id }, "⋯");
  const wrapped = menu(button, () =>
    element.options.map((option) => ({
      label: plain(option.text.text),
      note: option.description?.text,
      act: async () => {
        if (!(await confirmed(surface, element.confirm))) return;
        goesTo(option.url);
        surface.send({ do: "choose", block: block.block_id, action: element.action_id, choice: option.value }, button);
      },
    })),
  );
  wrapped.dataset.offers = element.options.map((option) => option.value).join("\n");
  return wrapped;
}

/** An element that holds a value: what its reader entered before (`typed`, null if they emptied it), else what the app prefilled. */
export function entering(element, block, surface, typed) {
  const make = FIELDS[element.type];
  const field = make ? make(element, surface, typed) : h("p.not-drawn", {}, surface.words("not_drawn", { type: element.type }));
  field.dataset.block = block.block_id;
  field.dataset.action = element.action_id ?? "";
  field.classList.add("field");
  return field;
}

/** What stands in every field below an element: {block: {action: value}}. */
export function valuesIn(root) {
  const values = {};
  for (const field of root.querySelectorAll("[data-block][data-action]")) {
    if (field.reads) (values[field.dataset.block] ??= {})[field.dataset.action] = field.reads();
  }
  return values;
}

/** A field that can say what stands in it, as the bot's payload wants it. */
const reads = (field, read) => Object.assign(field, { reads: read });

const orPrefilled = (typed, initial) => (typed === undefined ? initial : typed) ?? null;

function typing(type) {
  return (element, surface, typed) => {
    const area = element.multiline;
    const field = h(area ? "textarea" : "input", {
      type: area ? null : type,
      rows: area ? "5" : null,
      minlength: element.min_length,
      maxlength: element.max_length ?? (type === "text" ? 3000 : null),
      placeholder: element.placeholder?.text,
      step: type === "number" ? (element.is_decimal_allowed ? "any" : "1") : null,
      min: type === "number" ? element.min_value : null,
      max: type === "number" ? element.max_value : null,
      autofocus: element.focus_on_load,
      autocomplete: "off",
    });
    field.value = orPrefilled(typed, element.initial_value) ?? "";
    return reads(field, () => field.value || null);
  };
}

function picking(type, initial) {
  return (element, _surface, typed) => {
    const field = h("input", { type, autofocus: element.focus_on_load });
    field.value = orPrefilled(typed, element[initial]) ?? "";
    return reads(field, () => field.value || null);
  };
}

function pickingMoment(element, { person }, typed) {
  const given = orPrefilled(typed, element.initial_date_time);
  const field = h("input", { type: "datetime-local", autofocus: element.focus_on_load });
  field.value = given ? forInput(person.timezone, new Date(given * 1000)) : "";
  return reads(field, () => (field.value ? fromInput(person.timezone, field.value).getTime() / 1000 : null));
}

const optionsOf = (element) => element.options ?? element.option_groups?.flatMap((group) => group.options) ?? [];

/** One of several, in the browser's own list. */
function choosing(element, surface, typed) {
  const chosen = orPrefilled(typed, element.initial_option?.value);
  const line = (option) => h("option", { value: option.value, selected: option.value === chosen }, plain(option.text.text));
  const field = h(
    "select",
    { autofocus: element.focus_on_load },
    h("option", { value: "" }, element.placeholder?.text ?? surface.words("choose")),
    element.option_groups
      ? element.option_groups.map((group) => h("optgroup", { label: group.label.text }, group.options.map(line)))
      : (element.options ?? []).map(line),
  );
  return reads(field, () => field.value || null);
}

/** Several of many: boxes behind a line that counts them. */
function choosingSeveral(element, surface, typed, options = optionsOf(element), initial = element.initial_options?.map((each) => each.value)) {
  const chosen = new Set(orPrefilled(typed, initial));
  const most = element.max_selected_items ?? options.length;
  const count = h("span", {});
  const boxes = options.map((option) => box("checkbox", newId(), option, chosen.has(option.value), surface));
  const field = h("details.several", {}, h("summary", {}, count), h("div.boxes", {}, boxes));
  const picked = () => [...field.querySelectorAll("input:checked")].map((each) => each.value);
  const label = () => {
    const names = options.filter((option) => picked().includes(option.value)).map((option) => plain(option.text.text));
    count.textContent = names.length ? names.join(", ") : (element.placeholder?.text ?? surface.words("choose"));
    for (const each of field.querySelectorAll("input")) each.disabled = !each.checked && names.length >= most;
  };
  field.addEventListener("input", label);
  label();
  return reads(field, picked);
}

function box(type, name, option, checked, { person }) {
  const id = newId();
  const note = option.description;
  return h(
    "label.box",
    { for: id },
    h("input", { type, id, name, value: option.value, checked }),
    h("span", {}, textOf(option.text, person), note ? h("small", {}, textOf(note, person)) : null),
  );
}

function ticking(element, surface, typed) {
  const chosen = new Set(orPrefilled(typed, element.initial_options?.map((each) => each.value)));
  const field = h("div.boxes", { role: "group" }, element.options.map((option) => box("checkbox", "", option, chosen.has(option.value), surface)));
  return reads(field, () => [...field.querySelectorAll("input:checked")].map((each) => each.value));
}

function deciding(element, surface, typed) {
  const chosen = orPrefilled(typed, element.initial_option?.value);
  const name = newId();
  const field = h("div.boxes", { role: "radiogroup" }, element.options.map((option) => box("radio", name, option, option.value === chosen, surface)));
  return reads(field, () => field.querySelector("input:checked")?.value ?? null);
}

const asOption = ([value, text]) => ({ value, text: { text } });
const people = () => [...state.people.values()].map((person) => asOption([person.id, person.name]));
const channels = () => Object.entries(state.cast.channels).map(([id, name]) => asOption([id, `#${name}`]));

const oneOf = (list, initial) => (element, surface, typed) =>
  choosing({ ...element, options: list(), initial_option: element[initial] ? { value: element[initial] } : null }, surface, typed);
const severalOf = (list, initial) => (element, surface, typed) => choosingSeveral(element, surface, typed, list(), element[initial]);

/** A menu whose options the bot gives, word by word. */
function searching(several) {
  return (element, surface, typed) => {
    const known = new Map();
    const results = h("select", { multiple: several, size: several ? "5" : null, "aria-label": surface.words("found_options") });
    const picked = () => [...results.selectedOptions].map((option) => known.get(option.value)).filter(Boolean);
    /** Show options; what is chosen stays among them. */
    const fill = (options, chosen) => {
      for (const option of [...chosen, ...options]) known.set(option.value, option);
      const offered = [...new Set([...chosen, ...options].map((option) => option.value))].map((value) => known.get(value));
      const isChosen = (option) => chosen.some((each) => each.value === option.value);
      results.replaceChildren(
        ...(several ? [] : [h("option", { value: "" }, surface.words("choose"))]),
        ...offered.map((option) => h("option", { value: option.value, selected: isChosen(option) }, plain(option.text.text))));
    };
    fill([], [orPrefilled(typed, element.initial_option ?? element.initial_options) ?? []].flat());
    const search = async () => {
      const asked = words.value;
      if (asked.length < (element.min_query_length ?? 3)) return;
      const options = await surface.ask(element, asked);
      if (words.value === asked) fill(options, picked());
    };
    const words = h("input", {
      type: "search", "aria-label": surface.words("search_options"), placeholder: element.placeholder?.text,
      oninput: search, onfocus: () => words.value || search(),
      onchange: (event) => event.stopPropagation(), // words to search with are no choice
    });
    const field = h("div.searching", { role: "group" }, words, results);
    return reads(field, () => (several ? picked() : (picked()[0] ?? null)));
  };
}

const FIELDS = {
  plain_text_input: typing("text"),
  email_text_input: typing("email"),
  url_text_input: typing("url"),
  number_input: typing("number"),
  datepicker: picking("date", "initial_date"),
  timepicker: picking("time", "initial_time"),
  datetimepicker: pickingMoment,
  static_select: choosing,
  multi_static_select: choosingSeveral,
  users_select: oneOf(people, "initial_user"),
  channels_select: oneOf(channels, "initial_channel"),
  conversations_select: oneOf(channels, "initial_conversation"),
  multi_users_select: severalOf(people, "initial_users"),
  multi_channels_select: severalOf(channels, "initial_channels"),
  multi_conversations_select: severalOf(channels, "initial_conversations"),
  external_select: searching(false),
  multi_external_select: searching(true),
  checkboxes: ticking,
  radio_buttons: deciding,
};
