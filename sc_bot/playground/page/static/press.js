// Nothing is drawn anew under a finger: a button that is exchanged between press and release hears no click.

const LONGEST = 10_000; // milliseconds: a release that is never heard of stops nobody for longer

let held = Promise.resolve();
let letGo = () => {};

function hold() {
  letGo();
  held = new Promise((done) => {
    letGo = done;
    setTimeout(done, LONGEST);
  });
}

const release = () => setTimeout(letGo); // the click comes right behind it

addEventListener("pointerdown", (event) => event.isPrimary && event.button === 0 && hold(), true);
addEventListener("keydown", (event) => event.key === " " && !event.repeat && hold(), true);
for (const end of ["pointerup", "pointercancel", "keyup"]) addEventListener(end, release, true);
addEventListener("blur", release); // of the whole page: what is let go elsewhere is not heard here

/** Until nothing is held down. */
export async function released() {
  for (let before = null; before !== held; await before) before = held;
}
