// rich_text blocks.

import { inFormat } from "./dates.js";
import { h } from "./dom.js";
import { emoji, link } from "./mrkdwn.js";
import { channelName, nameOf } from "./state.js";

/** A whole rich_text block. */
export const richText = (block, person) => h("div.rich", {}, block.elements.map((element) => part(element, person)));

function part(element, person) {
  const inside = () => element.elements.map((each) => piece(each, person));
  switch (element.type) {
    case "rich_text_list":
      return h(
        `${element.style === "ordered" ? "ol" : "ul"}${element.indent ? `.indent-${element.indent}` : ""}`,
        { start: element.offset ? element.offset + 1 : null },
        element.elements.map((each) => h("li", {}, each.elements.map((one) => piece(one, person)))),
      );
    case "rich_text_quote":
      return h("blockquote", {}, inside());
    case "rich_text_preformatted":
      return h("pre", {}, inside());
    default:
      return h("p", {}, inside());
  }
}

function piece(element, person) {
  const node = leaf(element, person);
  const style = element.style ?? {};
  return [["code", "code"], ["strike", "s"], ["italic", "em"], ["bold", "strong"]].reduce(
    (inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner),
    node,
  );
}

function leaf(element, person) {
  switch (element.type) {
    case "link":
      return link(element.url, element.text ?? element.url);
    case "user":
      return h("span.mention", {}, `@${nameOf(element.user_id)}`);
    case "channel":
      return h("span.mention", {}, `#${channelName(element.channel_id)}`);
    case "emoji":
      return emoji(element.name);
    case "broadcast":
      return h("span.mention", {}, `@${element.range}`);
    case "usergroup":
      return h("span.mention", {}, `@${element.usergroup_id}`);
    case "color":
      return element.value;
    case "date":
      return inFormat(element.format, person.language, person.timezone, new Date(element.timestamp * 1000));
    default:
      return element.text ?? "";
  }
}
