// The record of a letter as rows of a table.

import { make } from "./ask.js";
import { links } from "./files.js";
import { listed, readerName } from "./places.js";

const EVENTS = { drafted: "Files made", stopped: "Stopped", override: "A stop was lifted", corrected: "Note for the record" };

/** One row: when, what, for whom, details. */
export function drawEntry(entry, draft, data) {
  const who = entry.reader ? readerName(data, entry.reader) : "";
  const cells = [when(entry.at), EVENTS[entry.event] ?? entry.event, who].map((words) => make("td", {}, words));
  return make("tr", {}, ...cells, make("td", {}, ...details(entry, draft, who)));
}

function when(text) {
  const time = new Date(text);
  return Number.isNaN(time.valueOf()) ? String(text ?? "") : time.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
}

function details({ event, version, files, gates, gate, by, because, correction }, draft, who) {
  if (event === "override") return [`${by}: “${because}” (${gate})`];
  if (event === "stopped") return [listed(gates ?? [])];
  const words = event === "corrected" ? `About ${correction} ` : `Version ${version} `;
  return [words, make("span", { class: "buttons" }, ...links(draft, Object.keys(files ?? {}), who || "the record"))];
}
