// What a gate says, with the names and numbers of the form in place of ids.

import { readerName } from "./places.js";

/** Put names in place of the ids of a case: readers by their names, lines and steps by their numbers, matters by what they are. */
export function named(text, data) {
  const names = new Map();
  for (const reader of data.readers ?? []) if (reader?.id && reader.id !== "client") names.set(reader.id, readerName(data, reader.id));
  for (const [list, word] of [["items", "line"], ["plan", "step"]]) {
    (data[list] ?? []).forEach((one, at) => one?.id && names.set(one.id, `${word} ${at + 1}`));
  }
  for (const mark of data.marks ?? []) if (mark?.id && mark.fact) names.set(mark.id, `“${mark.fact}”`);
  // What stands in quotation marks are words of the letter, not ids.
  const pieces = text.split(/(“[^”]*”)/);
  return pieces.map((piece, at) => (at % 2 ? piece : piece.replace(/[\w-]+/g, (word) => names.get(word) ?? word))).join("");
}
