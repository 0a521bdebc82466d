// Questions and orders to the server behind the page, and the stream that says when to ask again.

import { released } from "./press.js";

/** Nobody answers. The page says so once, wherever it was noticed (see `follow`). */
export class NoAnswer extends Error {}

async function reach(address, how) {
  let response;
  let answer;
  try {
    response = await fetch(address, how);
    answer = await response.json();
  } catch (error) {
    throw new NoAnswer(error.message);
  }
  if (!response.ok) throw new Error(answer.problem || String(response.status));
  return answer;
}

/** Ask: nothing changes. What is answered will be drawn, so it comes when no button is held down. */
export async function ask(question, about = {}) {
  const answer = await reach(`/api/${question}?${new URLSearchParams(about)}`, { cache: "no-store" });
  await released();
  return answer;
}

/** Do: something may change. */
export const order = (name, body) =>
  reach(`/api/${name}`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Call `changed` whenever something has changed, and `reached(false)` while nobody answers. A hidden tab rests. */
export function follow(changed, reached) {
  let stream = null;
  const open = () => {
    stream = new EventSource("/api/live");
    stream.onopen = () => reached(true);
    stream.onmessage = changed;
    stream.onerror = () => reached(false);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (!stream) open();
  });
  open();
}
