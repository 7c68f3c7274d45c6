// Places of a case: from an id ("T2", "C1", "gp") or a path to where it stands in the draft, and its words.

import { make } from "./ask.js";

const LISTS = { items: "text", plan: "what", readers: "name", marks: "fact", third_parties: "relation", corrections: "client_says" };

/** Where something stands in a case: {path, words}, or null where the case has no such place. */
export function placeOf(data, id) {
  for (const [list, key] of Object.entries(LISTS)) {
    const at = (data[list] ?? []).findIndex((one) => one?.id === id);
    if (at >= 0) return { path: `${list}.${at}`, words: String(data[list][at][key] ?? "") };
  }
  const [first, ...rest] = id.split(".");
  if (first === "crisis" && Number(rest[0])) return { path: `crisis.${rest[0] - 1}`, words: data.crisis?.[rest[0] - 1]?.name ?? "" };
  if (rest.length && placeOf(data, first)) return placeOf(data, first);
  return first in data ? { path: id, words: "" } : null;
}

/** Put a value at a dotted path that exists. */
export function setAt(data, path, value) {
  const keys = path.split(".");
  const last = keys.pop();
  keys.reduce((inner, key) => inner[key], data)[last] = value;
}

/** A link to a place in the draft; what the client said stands on Send. Its address holds no words, only the place. */
export function linkTo(draft, data, id) {
  const place = placeOf(data, id);
  if (!place) return make("span", {}, id);
  const [list, at] = place.path.split(".");
  if (list === "corrections") return make("a", { href: `/drafts/${draft}/send#correction-${Number(at) + 1}` }, `Go to ${id}`);
  const words = place.words ? ` (${shortened(place.words)})` : "";
  const names = { readers: `the entry of ${readerName(data, id.split(".")[0])}`, crisis: place.words };
  const name = names[list] ?? (list in LISTS ? `${id}${words}` : "that part of the draft");
  return make("a", { href: `/drafts/${draft}#${place.path}` }, `Open ${name}`);
}

/** What somebody is called on the screen. */
export function readerName(data, id) {
  const one = (data.readers ?? []).find((reader) => reader?.id === id);
  const own = one?.kind === "client" ? data.client?.preferred_name || data.client?.first_name : "";
  return one?.name || own || one?.role || one?.organisation || id;
}

/** The first words of a text. */
export function shortened(text, most = 48) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 12))} …`;
}

/** "a", "a and b", "a, b and c". */
export function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
