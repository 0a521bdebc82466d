// Whoever has the focus keeps it when what they stand on is drawn anew.

/** Redraw what is below `root`: the control that had the focus has it afterwards too, and its caret. */
export function keepingFocus(root, redraw) {
  const had = document.activeElement;
  const within = had !== root && root.contains(had);
  redraw();
  if (within && document.activeElement !== had) giveFocus(had, root);
}

/** Give the focus to a control, or to the one that was drawn in its place below `root`. */
export function giveFocus(had, root) {
  const again = had.isConnected ? had : drawnAnew(had, root);
  again?.focus({ preventScroll: true });
  if (again !== had && typeof had.selectionStart === "number") again?.setSelectionRange?.(had.selectionStart, had.selectionEnd);
}

/** The control that stands where an old one stood: in the same message, with the same action, or of the same id. */
function drawnAnew(old, root) {
  const control = old.closest(".menu-wrap")?.firstElementChild ?? old; // an open menu goes, its button stays
  const ts = control.closest("[data-ts]")?.dataset.ts;
  const around = ts ? root.querySelector(`[data-ts="${CSS.escape(ts)}"]`) : root;
  const holder = control.closest("[data-action]");
  if (!holder || !around) return (control.id && document.getElementById(control.id)) || around;
  const { block, action, value } = holder.dataset;
  const alike = [...around.querySelectorAll("[data-action]")].filter((each) => each.dataset.action === action && each.dataset.value === value);
  const again = alike.find((each) => each.dataset.block === block) ?? alike[0]; // a block without a name has another at each edit
  if (!again || holder === control) return again ?? around;
  const inside = (field) => [...field.querySelectorAll("input, select, summary")];
  return inside(again)[inside(holder).indexOf(control)] ?? around;
}
