// Block Kit's blocks, drawn as Slack draws them. What this page cannot draw, it says.

import { h, newId } from "./dom.js";
import { acting, dispatching, entering } from "./elements.js";
import { link, plain, textOf } from "./mrkdwn.js";
import { richText } from "./richtext.js";

/** Blocks as nodes; `surface` is what they stand on (see elements.js), `typed` what its reader entered. */
export const drawn = (blocks, surface, typed = {}) => blocks.map((block) => drawBlock(block, surface, typed));

function drawBlock(block, surface, typed) {
  const draw = BLOCKS[block.type];
  const node = draw ? draw(block, surface, typed) : h("p.not-drawn", {}, surface.words("not_drawn", { type: block.type }));
  node.dataset.blockId = block.block_id ?? "";
  return node;
}

/** What was entered before in an element of a block; undefined where nothing was. */
const entered = (typed, block, element) => typed[block.block_id]?.[element.action_id];

function section(block, surface, typed) {
  const { person } = surface;
  return h(
    "div.block.section",
    {},
    h(
      "div.section-text",
      {},
      block.text ? h("p", {}, textOf(block.text, person)) : null,
      block.fields ? h("div.fields", {}, block.fields.map((field) => h("p", {}, textOf(field, person)))) : null,
    ),
    block.accessory ? h("div.accessory", {}, accessory(block, surface, typed)) : null,
  );
}

const accessory = (block, surface, typed) =>
  block.accessory.type === "image" ? picture(block.accessory, surface, "img.thumb") : acting(block.accessory, block, surface, entered(typed, block, block.accessory));

/** Pictures come from this machine only: one of the bot's files, or its description. */
function picture(image, surface, tag) {
  if (image.slack_file?.id) return h(tag, { src: `/files/${image.slack_file.id}/image`, alt: image.alt_text, loading: "lazy" });
  return h("span.elsewhere", {}, surface.words("elsewhere", { alt: image.alt_text }));
}

const image = (block, surface) =>
  h("figure.block", {}, block.title ? h("figcaption", {}, plain(block.title.text)) : null, picture(block, surface, "img.picture"));

const context = (block, surface) =>
  h("div.block.context", {}, block.elements.map((each) =>
    each.type === "image" ? picture(each, surface, "img.tiny") : h("span", {}, textOf(each, surface.person))));

const actions = (block, surface, typed) =>
  h("div.block.actions", {}, block.elements.map((element) => acting(element, block, surface, entered(typed, block, element))));

function input(block, surface, typed) {
  const [id, hint] = [newId(), block.hint ? newId() : null];
  const element = block.element;
  const field = entering(element, block, surface, entered(typed, block, element));
  const alone = field.matches("input, textarea, select");
  field.id = id;
  if (hint) field.setAttribute("aria-describedby", hint);
  if (!block.optional && alone) field.setAttribute("aria-required", "true");
  const label = [plain(block.label.text), block.optional ? h("small", {}, ` (${surface.words("optional")})`) : null];
  if (!alone) field.setAttribute("aria-label", block.label.text);
  if (block.dispatch_action) dispatching(field, element, block, surface);
  return h(
    "div.block.input",
    { "data-input": block.block_id, "data-required": !block.optional },
    alone ? h("label", { for: id }, label) : h("span.label", {}, label),
    field,
    hint ? h("p.hint", { id: hint }, plain(block.hint.text)) : null,
  );
}

function table(block, surface) {
  const [head, ...rows] = block.rows;
  const cell = (tag, scope) => (each, column) => {
    const align = block.column_settings?.[column]?.align;
    return h(align ? `${tag}.align-${align}` : tag, { scope }, cellOf(each, surface));
  };
  return h(
    "div.block.table-wrap",
    { tabindex: "0", role: "region", "aria-label": block.caption ?? surface.words("messages") },
    h("table", {}, block.caption ? h("caption", {}, block.caption) : null,
      h("thead", {}, h("tr", {}, head.map(cell("th", "col")))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((each, column) =>
        cell(column === block.row_header_column_index ? "th" : "td", column === block.row_header_column_index ? "row" : null)(each, column)))))),
  );
}

const cellOf = (cell, surface) =>
  cell.type === "rich_text" ? richText(cell, surface.person) : (cell.text ?? String(cell.value ?? ""));

function card(block, surface) {
  const text = (each, tag) => (each ? h(tag, {}, textOf(each, surface.person)) : null);
  return h("article.block.card", {},
    block.hero_image ? picture(block.hero_image, surface, "img.picture") : null,
    text(block.title, "h3"), text(block.subtitle, "p"), text(block.body, "p"),
    block.actions ? h("div.actions", {}, block.actions.map((element) => acting(element, block, surface))) : null);
}

const video = (block) =>
  h("div.block", {}, h("p", {}, link(block.title_url ?? block.video_url, plain(block.title.text))), block.description ? h("p", {}, plain(block.description.text)) : null);

const BLOCKS = {
  section,
  context,
  actions,
  input,
  image,
  table,
  card,
  video,
  data_table: table,
  divider: () => h("hr.block", {}),
  header: (block) => h("h3.block.header", {}, plain(block.text.text)),
  rich_text: (block, surface) => richText(block, surface.person),
  alert: (block, surface) => h(`div.block.alert.${block.level ?? "default"}`, { role: "note" }, textOf(block.text, surface.person)),
  markdown: (block) => h("div.block.markdown", {}, block.text),
  carousel: (block, surface) => h("div.block.carousel", {}, block.elements.map((each) => card(each, surface))),
};
