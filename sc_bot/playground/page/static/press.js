// Nothing is drawn anew under a finger: a button that is exchanged between press and click hears no click.

const LONGEST = 10_000; // milliseconds: an end that is never heard of stops nobody for longer
const CLICK_OF_A_FINGER = 350; // milliseconds: a mouse clicks right behind its release, a finger some time later

/** Something that is held down: `until` is kept once it is let go. */
class Hold {
  constructor() {
    this.until = Promise.resolve();
    this.letGo = () => {};
  }

  begin() {
    this.letGo();
    this.until = new Promise((done) => {
      this.letGo = done;
      setTimeout(done, LONGEST);
    });
  }

  end(later = 0) {
    setTimeout(this.letGo, later);
  }
}

const pointer = new Hold();
const space = new Hold();

addEventListener("pointerdown", (event) => event.isPrimary && event.button === 0 && pointer.begin(), true);
addEventListener("pointerup", (event) => event.isPrimary && pointer.end(event.pointerType === "mouse" ? 0 : CLICK_OF_A_FINGER), true);
for (const name of ["click", "mouseup", "pointercancel", "contextmenu", "dragend", "change"]) addEventListener(name, () => pointer.end(), true);
addEventListener("keydown", (event) => event.key === " " && !event.repeat && space.begin(), true);
for (const name of ["keyup", "change"]) addEventListener(name, (event) => (event.key ?? " ") === " " && space.end(), true);
addEventListener("blur", () => [pointer, space].forEach((each) => each.end())); // what is let go elsewhere is not heard here

/** Until nothing is held down. */
export async function released() {
  for (const each of [pointer, space]) {
    for (let before = null; before !== each.until; await before) before = each.until;
  }
}
