// Menus that open from a button: arrows, Home and End move, Escape closes, the button gets the focus back.

import { h, newId } from "./dom.js";

/** Make `button` open a menu. `items()` gives {label, note, act, checked} at each opening. */
export function menu(button, items) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  const wrap = h("span.menu-wrap", {}, button);
  let open = null;

  const close = (backToButton = true) => {
    if (!open) return;
    open.remove();
    open = null;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("scroll", along, true);
    if (backToButton) button.focus();
  };
  const outside = (event) => {
    if (!wrap.contains(event.target)) close(false);
  };
  const along = (event) => {
    if (!open.contains(event.target)) standBeside(open, button); // what it hangs on may have moved
  };
  const all = () => [...open.querySelectorAll("[role^=menuitem]")];
  const move = (step) => all().at((all().indexOf(document.activeElement) + step) % all().length)?.focus();
  const keys = (event) => {
    const ways = {
      ArrowDown: () => move(1), ArrowUp: () => move(-1), Home: () => all()[0].focus(), End: () => all().at(-1).focus(),
      Escape: () => close(), Tab: () => close(false),
    };
    if (!ways[event.key]) return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
    ways[event.key]();
  };

  button.addEventListener("click", () => {
    if (open) {
      close();
      return;
    }
    open = h("div.menu", { role: "menu", id: newId(), popover: "manual", onkeydown: keys, "aria-label": button.getAttribute("aria-label") ?? button.textContent },
      items().map((item) => line(item, close)));
    wrap.append(open);
    open.showPopover(); // above everything, so that no edge of a screen cuts it off
    standBeside(open, button);
    button.setAttribute("aria-expanded", "true");
    open.querySelector("[role^=menuitem]")?.focus({ preventScroll: true });
    document.addEventListener("pointerdown", outside, true);
    document.addEventListener("scroll", along, true);
  });
  return wrap;
}

function line(item, close) {
  const radio = item.checked !== undefined;
  return h(
    "button.menu-item",
    {
      type: "button",
      role: radio ? "menuitemradio" : "menuitem",
      "aria-checked": radio ? String(item.checked) : null,
      tabindex: "-1",
      onclick: () => {
        close();
        item.act();
      },
    },
    h("span", {}, item.label),
    item.note ? h("small", {}, item.note) : null,
  );
}

const GAP = 4; // pixels

/** Under its button; at the edge of the window above it, or further to the left. */
function standBeside(element, button) {
  const [box, from] = [element.getBoundingClientRect(), button.getBoundingClientRect()];
  const below = from.bottom + GAP + box.height <= innerHeight || from.top < box.height + GAP;
  element.style.top = `${below ? from.bottom + GAP : from.top - GAP - box.height}px`;
  element.style.left = `${Math.max(GAP, Math.min(from.left, innerWidth - box.width - GAP))}px`;
}
