// Suggestions that were put in on this page, each of which can be taken back.

import { ask, make, say } from "./ask.js";
import { valueAt } from "./paths.js";
import { setAt, shortened } from "./places.js";

const done = [];

/** Put a suggestion into the draft. Returns the trouble as a sentence, or "". */
export async function putIn(draft, revision, group, suggestion) {
  const { reader, finding } = group.letters[0];
  const { status, data } = await ask("POST", `/drafts/${draft}/suggestion`, { revision, reader, finding: finding.number, suggestion });
  if (status !== 200) return data.error?.message ?? "It could not be put in. Please load the page again.";
  done.unshift(data.changed);
  return "";
}

/** Draw what was put in, the newest first. `after(trouble)` is called when one has been taken back. */
export function drawChanges(list, draft, after) {
  const lines = done.map((change) => {
    const words = make("p", {}, "Put in: ", make("q", {}, shortened(change.after, 140)));
    const was = make("span", { class: "unseen" }, `: ${shortened(change.before, 140)}`);
    const button = make("button", { type: "button", class: "small quiet", onclick: async () => after(await takeBack(draft, change)) }, "Undo", was);
    return make("li", {}, words, button);
  });
  list.replaceChildren(...lines);
  list.hidden = !lines.length;
}

async function takeBack(draft, change) {
  const now = await ask("GET", `/drafts/${draft}/case`);
  if (now.status !== 200) return now.data.error?.message ?? "It could not be taken back. Please try again.";
  const { case: data, revision } = now.data;
  if (valueAt(data, change.path) !== change.after) return "These words were changed again since. Please open the draft to change them.";
  setAt(data, change.path, change.before);
  const saved = await ask("PUT", `/drafts/${draft}/case`, { case: data, revision });
  if (saved.status !== 200) return saved.data.error?.message ?? "It could not be taken back. Please try again.";
  done.splice(done.indexOf(change), 1);
  say("Taken back.");
  return "";
}
