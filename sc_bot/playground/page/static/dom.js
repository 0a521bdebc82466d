// Elements without markup in strings: whatever a person typed is text, never HTML.

let numbers = 0;

/** h("button.primary", {onclick, "aria-label": …}, child, …): an element with its attributes and children. */
export function h(what, attributes = {}, ...children) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An id that nothing else on the page has. */
export const newId = () => `n${(numbers += 1)}`;

/** Words without accents and capitals, to search in. */
export const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Call a function, but not more often than every so many milliseconds; the last call always counts. */
export function calm(milliseconds, work) {
  let running = false;
  let again = false;
  return async function calmed() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      do {
        again = false;
        await work();
        await new Promise((done) => setTimeout(done, milliseconds));
      } while (again);
    } finally {
      running = false;
    }
  };
}
