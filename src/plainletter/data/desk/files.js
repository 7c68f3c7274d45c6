// The finished files of each reader.

import { make } from "./ask.js";

const KINDS = { docx: "Word", pdf: "PDF", html: "Web page", txt: "Plain text" };

/** Links to files: "Word", "PDF" … */
export function links(draft, names, whose) {
  return names.map((name) => {
    const unseen = make("span", { class: "unseen" }, ` for ${whose}`);
    return make("a", { class: "button quiet", href: `/drafts/${draft}/files/${encodeURIComponent(name)}`, download: name }, KINDS[name.split(".").pop()] ?? name, unseen);
  });
}

/** One reader's files, or why there are none. `gates` are those by number and id. */
export function drawCopy(copy, gates, draft) {
  const line = make("li", {}, make("h4", {}, copy.name));
  if (copy.files.length) {
    line.append(make("p", { class: "buttons" }, ...links(draft, copy.files, copy.name)));
    return line;
  }
  const reasons = copy.stopped_by.map((id) => gates.find((gate) => gate.id === id)).filter(Boolean);
  const words = make("p", { class: "stopped" }, make("strong", {}, "Stopped. "), "No file was made: ");
  reasons.forEach((gate, at) => words.append(at ? ", " : "", make("a", { href: `#gate-${gate.number}` }, `question ${gate.number}`)));
  line.append(words);
  return line;
}

/** The newest files of every reader in a record, of this version only: [{reader, files}]. */
export function newest(entries, version) {
  const found = new Map();
  for (const { event, reader, files, version: made } of entries) {
    if (event === "drafted" && made === version) found.set(reader, Object.keys(files ?? {}));
    if (event === "stopped") found.delete(reader);
  }
  return [...found].map(([reader, files]) => ({ reader, files }));
}
