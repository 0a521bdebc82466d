// A window inside one pane: the other person's screen goes on beside it.

import { h, newId } from "./dom.js";
import { giveFocus } from "./focus.js";
import { textOf } from "./mrkdwn.js";

const FOCUSABLE = "button, [href], input, select, textarea, summary, [tabindex='0']";

/**
 * Put a window over a pane. `close` is called when its reader wants it gone (Escape, a click beside it).
 * Returns the element; `fill` draws it anew, `leave` takes it away and gives the focus back.
 */
export function windowIn(pane, { title, label, close, extra = "" }, ...children) {
  const heading = newId();
  const before = document.activeElement;
  const box = h(
    `div.window${extra}`,
    { role: "dialog", "aria-modal": "true", "aria-labelledby": title ? heading : null, "aria-label": title ? null : label, tabindex: "-1" },
  );
  const fill = (heads, ...inside) =>
    box.replaceChildren(...h("div", {}, heads ? h("h2.window-title", { id: heading }, heads) : null, inside).childNodes);
  fill(title, children);
  const veil = h("div.veil", {
    onpointerdown: (event) => {
      if (event.target === veil) close();
    },
    onkeydown: (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        close();
      } else if (event.key === "Tab") stayInside(event, box);
    },
  }, box);
  const behind = [...pane.children].filter((each) => !each.inert && !each.classList.contains("pane-head"));
  for (const each of behind) each.inert = true;
  pane.append(veil);
  const first = box.querySelector("[autofocus], input:not([type=hidden]), textarea, select") ?? box.querySelector(FOCUSABLE) ?? box;
  if (!before || before === document.body || pane.contains(before)) first.focus({ preventScroll: false });
  return {
    box,
    fill,
    leave() {
      const here = veil.contains(document.activeElement) || document.activeElement === document.body;
      veil.remove();
      for (const each of behind) each.inert = false;
      // Who is elsewhere meanwhile stays there.
      if (here && before && (pane.contains(before) || !before.isConnected)) giveFocus(before, pane);
    },
  };
}

function stayInside(event, box) {
  const all = [...box.querySelectorAll(FOCUSABLE)].filter((each) => !each.disabled && each.offsetParent !== null);
  if (!all.length) return;
  const [first, last] = [all[0], all[all.length - 1]];
  if (event.shiftKey && document.activeElement === first) {
    event.preventDefault();
    last.focus();
  } else if (!event.shiftKey && document.activeElement === last) {
    event.preventDefault();
    first.focus();
  }
}

/** A Block Kit `confirm`: resolves to whether its reader goes on. */
export function confirmed({ pane, person }, confirm) {
  if (!confirm) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (answer) => {
      shown.leave();
      resolve(answer);
    };
    const style = confirm.style === "danger" ? "danger" : "primary";
    const shown = windowIn(
      pane,
      { title: confirm.title.text, close: () => end(false), extra: ".confirm" },
      h("p.window-body", {}, textOf(confirm.text, person)),
      h("div.window-foot", {},
        h("button.plain", { type: "button", onclick: () => end(false) }, confirm.deny.text),
        h(`button.${style}`, { type: "button", onclick: () => end(true) }, confirm.confirm.text)),
    );
  });
}
