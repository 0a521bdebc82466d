// Slack's mrkdwn, as nodes: emphasis, code, quotes, links, people, channels, dates. Nothing in it becomes HTML.

import { inFormat } from "./dates.js";
import { h } from "./dom.js";
import { channelName, nameOf } from "./state.js";

const EMOJI = {
  white_check_mark: "✅", warning: "⚠️", tada: "🎉", hourglass: "⌛", bell: "🔔", wave: "👋", bulb: "💡", lock: "🔒",
  eyes: "👀", heavy_check_mark: "✔️", x: "❌", calendar: "📆", chart_with_upwards_trend: "📈", arrow_right: "➡️",
  pray: "🙏", "+1": "👍", heart: "❤️", house: "🏠", star: "⭐", clock8: "🕗",
};

const TOKEN = new RegExp(
  [
    "`([^`\\n]+)`", // 1 code
    "<([^<>\\n]+)>", // 2 a link, a person, a channel, a date
    emphasis("*"), // 3 bold
    emphasis("_"), // 4 italic
    emphasis("~"), // 5 struck through
    ":([a-z0-9_+-]+):", // 6 an emoji
  ].join("|"),
  "gu",
);

/** What stands between two marks that touch it, and that touch no word outside. */
function emphasis(mark) {
  const sign = mark === "*" ? "\\*" : mark;
  return `(?<![\\p{L}\\p{N}${sign}])${sign}([^\\s${sign}](?:[^${sign}\\n]*[^\\s${sign}])?)${sign}(?![\\p{L}\\p{N}${sign}])`;
}

const unescaped = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** The emoji of a short name; a name that is not known stays as it was typed. */
export const emoji = (name) => EMOJI[name] ?? `:${name}:`;

/** Text that is shown as it is; with `emoji`, short names become pictures. */
export const plain = (text, withEmoji = true) =>
  withEmoji ? text.replace(/:([a-z0-9_+-]+):/g, (_all, name) => emoji(name)) : text;

/** A text object of Block Kit, as nodes. */
export function textOf(text, person) {
  if (!text) return [];
  return text.type === "mrkdwn" ? mrkdwn(text.text, person) : [plain(text.text, text.emoji !== false)];
}

/** mrkdwn as nodes: between fences code as it stands, elsewhere lines that begin with > are quoted. */
export const mrkdwn = (text, person) =>
  text.split(/```([\s\S]+?)```/).flatMap((part, number) => (number % 2 ? h("pre", {}, unescaped(part)) : lines(part, person)));

function lines(text, person) {
  const nodes = [];
  let quoted = [];
  const flush = () => {
    if (quoted.length) nodes.push(h("blockquote", {}, inline(quoted.join("\n"), person)));
    quoted = [];
  };
  const plainLines = [];
  const flushLines = () => {
    if (plainLines.length) nodes.push(...inline(plainLines.join("\n"), person));
    plainLines.length = 0;
  };
  for (const line of text.split("\n")) {
    if (/^(&gt;|>)/.test(line)) {
      flushLines();
      quoted.push(line.replace(/^(&gt;|>)\s*/, ""));
    } else {
      flush();
      plainLines.push(line);
    }
  }
  flush();
  flushLines();
  return nodes;
}

function inline(text, person) {
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(TOKEN)) {
    nodes.push(unescaped(text.slice(last, match.index)), token(match, person));
    last = match.index + match[0].length;
  }
  nodes.push(unescaped(text.slice(last)));
  return nodes;
}

function token([all, code, angle, bold, italic, struck, short], person) {
  if (code !== undefined) return h("code", {}, unescaped(code));
  if (angle !== undefined) return reference(angle, person);
  if (bold !== undefined) return h("strong", {}, inline(bold, person));
  if (italic !== undefined) return h("em", {}, inline(italic, person));
  if (struck !== undefined) return h("s", {}, inline(struck, person));
  return short !== undefined ? emoji(short) : all;
}

/** <@U…>, <#C…|name>, <!date^…>, <!here>, <https://…|label> */
function reference(inside, person) {
  const [target, label] = inside.split("|");
  if (target.startsWith("@")) return h("span.mention", {}, `@${nameOf(target.slice(1))}`);
  if (target.startsWith("#")) return h("span.mention", {}, `#${label || channelName(target.slice(1))}`);
  if (target.startsWith("!date^")) {
    const [, seconds, pattern = "", url] = target.split("^");
    const moment = new Date(Number(seconds) * 1000);
    const text = unescaped(Number.isNaN(moment.getTime()) ? (label ?? "") : inFormat(pattern, person.language, person.timezone, moment));
    return url ? link(unescaped(url), text) : text;
  }
  if (target.startsWith("!")) return h("span.mention", {}, unescaped(label ?? `@${target.slice(1)}`));
  return link(unescaped(target), unescaped(label ?? target));
}

/** A link; only addresses of the web and of e-mail are links. */
export function link(url, label) {
  if (!/^(https?:|mailto:)/i.test(url)) return label;
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, label);
}
