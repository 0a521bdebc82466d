// What an action caused: the signed request, the ack, the history, the outbox, the calls to Slack.

import { h } from "./dom.js";
import { nameOf, state } from "./state.js";

export function underneath(content, drawer) {
  const say = (key, values) => drawer.words(key, values);
  if (content.action === null) return h("p.nothing", {}, say("no_action"));
  return [
    chooser(content, drawer),
    h("div.parts", {},
      part(say("requests"), content.requests, say("no_request"), (each, number) => request(each, number, say)),
      part(say("stored"), content.events, say("no_event"), null, () => events(content.events, drawer)),
      part(say("outbox"), content.outbox, say("no_row"), null, () => rows(content.outbox, drawer)),
      part(say("calls"), content.calls, say("no_call"), (each, number) => call(each, number, say)),
      content.background ? h("p.nothing", {}, say("background", { n: content.background })) : ""),
  ];
}

function chooser(content, drawer) {
  const line = (each) => h("option", { value: String(each.number), selected: each.number === content.action }, `${each.number} · ${each.who ? `${nameOf(each.who)} · ` : ""}${each.what.slice(0, 80)}`);
  const select = h("select", {
    id: "which-action",
    onchange: () => {
      drawer.number = Number(select.value) === content.actions[0].number ? null : select.value;
      drawer.refresh();
    },
  }, content.actions.map(line));
  return h("p.chooser", {}, h("label", { for: "which-action" }, drawer.words("last_action")), " ", select);
}

function part(title, list, none, draw, whole) {
  return h("section.part", {}, h("h3", {}, `${title} (${list.length})`), list.length ? (whole ? whole() : list.map(draw)) : h("p.nothing", {}, none));
}

/** Something to unfold; its ids let a reader stay in it while it is drawn anew. */
function folding(name, title, inside) {
  const id = name.replace(" ", "-");
  inside.id = `in-${id}`;
  return h("details", { "data-name": name }, h("summary", { id: `fold-${id}` }, title), inside);
}

const json = (value) => h("pre", { tabindex: "0" }, JSON.stringify(value, null, 2));

function request(sent, number, say) {
  const reply = sent.replies.at(-1);
  const ended = reply?.acknowledged
    ? h("span.good", {}, `✓ ${say("acked", { ms: Math.round(reply.seconds * 10000) / 10 })}`)
    : h("span.bad", {}, `✗ ${say("not_acked", { error: reply?.error ?? "…" })}`);
  const headers = Object.entries(sent.headers).map(([name, value]) => `${name}: ${value}`).join("\n");
  return h("div.request", {},
    h("p", {}, h("code", {}, `POST /slack/events · ${sent.sort}`), " ", ended),
    folding(`headers ${number}`, say("headers_body"), h("pre", { tabindex: "0" }, `${headers}\n\n${sent.body}`)),
    folding(`payload ${number}`, say("payload"), json(sent.payload)),
    reply?.text ? folding(`answer ${number}`, `${say("answer")} · ${reply.status}`, h("pre", { tabindex: "0" }, pretty(reply.text))) : null);
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function table(name, columns, lines) {
  return h("div.table-wrap", { tabindex: "0", role: "region", "aria-label": name },
    h("table", {}, h("thead", {}, h("tr", {}, columns.map((each) => h("th", { scope: "col" }, each)))), h("tbody", {}, lines)));
}

function events(list, drawer) {
  const say = (key) => drawer.words(key);
  const byKey = new Map([...state.people.values()].map((person) => [person.key, person.name]));
  return table(say("stored"), [say("column_when"), say("column_what"), say("column_state"), say("column_who")], list.map((each) =>
    h("tr", {}, h("td", {}, drawer.when(each.at)), h("td", {}, `${each.reference} `, h("code", {}, each.kind)),
      h("td", {}, each.to ? `${each.from ?? "·"} → ${each.to}` : "·"), h("td", {}, each.actor ? (byKey.get(each.actor) ?? each.actor) : say("the_author")))));
}

function rows(list, drawer) {
  const say = (key, values) => drawer.words(key, values);
  return table(say("outbox"), [say("column_what"), say("column_to"), say("column_state")], list.map((each) =>
    h("tr", {}, h("td", {}, h("code", {}, each.kind), h("small", {}, ` ${each.key}`)), h("td", {}, drawer.whoOrWhere(each.to)),
      h("td", {}, h(`span.state-${each.state}`, {}, each.state), each.error ? h("small", {}, ` ${each.error}`) : null,
        h("small.line", {}, say("row_more", { when: drawer.when(each.due_at), tries: each.attempts, shown: each.shown, wanted: each.wanted }))))));
}

function call(each, number, say) {
  const ended = each.ok
    ? h("span.good", {}, "✓ ok")
    : h("span.bad", {}, `✗ ${each.error ?? say("no_answer")}${each.status ? ` (${each.status})` : ""}`);
  return h("div.call", {},
    h("p", {}, h("code", {}, each.method), " ", ended, each.fault ? [" ", h("small", {}, `${say("on_purpose", { fault: each.fault })}, ${say(each.landed ? "landed" : "not_landed")}`)] : null),
    folding(`call ${number}`, `${say("payload")} · ${say("answer")}`, json({ arguments: each.args, answer: each.answer })));
}
