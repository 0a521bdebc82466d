// One message of a conversation.

import { drawn } from "./blocks.js";
import { hour, momentOf } from "./dates.js";
import { h } from "./dom.js";
import { valuesIn } from "./elements.js";
import { menu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { nameOf, state } from "./state.js";

const COLOURS = 6;

/** The first letters of a name, on a colour that stays theirs. */
export function face(id) {
  const name = nameOf(id);
  const letters = name === "sc_bot" ? "sc" : name.replace(/^Dr /, "").split(/[\s-]+/).slice(0, 2).map((word) => word[0]).join("");
  const sum = [...id].reduce((total, letter) => total + letter.codePointAt(0), 0);
  return h(`span.face.face-${id === state.cast.bot.id ? "bot" : sum % COLOURS}`, { "aria-hidden": "true" }, letters);
}

/** A message as its reader sees it; `pane` does what they choose in it, `typed` is what they entered before. */
export function messageNode(message, pane, typed) {
  const surface = pane.surfaceOf(message, () => valuesIn(node));
  const { person } = surface;
  const who = nameOf(message.user);
  const moment = momentOf(message.ts);
  const node = h(
    "article.message",
    { "data-ts": message.ts, tabindex: "-1", "aria-label": `${who}, ${hour(person.language, person.timezone, moment)}` },
    face(message.user),
    h(
      "div.message-body",
      {},
      message.ephemeral ? h("p.only-you", {}, pane.words("only_you")) : null,
      h("p.message-head", {},
        h("strong", {}, who),
        message.from_bot ? h("span.badge", {}, pane.words("app")) : null,
        h("time", { datetime: moment.toISOString() }, hour(person.language, person.timezone, moment)),
        message.edited ? h("small", {}, ` (${pane.words("edited")})`) : null),
      message.blocks.length ? drawn(message.blocks, surface, typed) : h("p.text", {}, mrkdwn(message.text, person)),
      message.files.map((file) => fileNode(file, pane)),
      Object.keys(message.reactions).length ? h("p.reactions", {}, Object.entries(message.reactions).map(([name, by]) => `:${name}: ${by.length}`).join(" ")) : null,
      message.replies && !pane.thread ? threadLink(message, pane) : null,
    ),
    tools(message, pane),
  );
  return node;
}

const threadLink = (message, pane) =>
  h("button.thread-link", { type: "button", onclick: () => pane.opensThread(message.ts) },
    message.replies === 1 ? pane.words("reply_one") : pane.words("replies", { n: message.replies }));

function fileNode(file, pane) {
  const address = `/files/${file.id}/${encodeURIComponent(file.name)}`;
  const isPicture = /\.(png|jpe?g|gif|webp)$/i.test(file.name);
  return h("figure.file", {},
    isPicture ? h("img.picture", { src: address, alt: file.title, loading: "lazy" }) : null,
    h("figcaption", {}, h("a", { href: address, download: file.name }, pane.words("download", { name: file.title }))));
}

/** What Slack hides behind a message's ⋯: the app's shortcuts, and the thread. */
function tools(message, pane) {
  if (message.ephemeral) return null;
  const person = pane.person.id;
  const button = h("button.plain.tool", { type: "button", "aria-label": pane.words("more_actions") }, "⋮");
  return h("div.message-tools", {}, menu(button, () => [
    ...state.cast.shortcuts.map((shortcut) => ({
      label: shortcut.label,
      note: shortcut.what,
      act: () => pane.act({ person, do: "shortcut", shortcut: shortcut.id, channel: message.channel, ts: message.ts }, button),
    })),
    ...(pane.thread ? [] : [{ label: pane.words("reply_in_thread"), act: () => pane.opensThread(message.ts) }]),
  ]));
}
