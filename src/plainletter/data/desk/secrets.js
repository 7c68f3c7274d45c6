// Who may not see a line: the marks of a case, ticked beside the line that they are about.

import { make } from "./ask.js";
import { drawFields, idOf } from "./fields.js";
import { freshId, putAt } from "./paths.js";

const EVERYONE = "all";

export const nameOf = (reader, at) => reader.name || reader.role || reader.organisation || (reader.kind === "client" ? "The client" : `Reader ${at + 1}`);

const marksOf = (data) => data.marks ?? [];
const covers = (mark, id) => (mark.items ?? []).includes(id);
const isOwn = (mark, id) => covers(mark, id) && mark.items.length === 1 && !(mark.sections ?? []).length;

/** Draw the ticks "who may not see this" for the line of this id. */
export function drawSecrets(form, line) {
  const place = make("details", { class: "secrets" });
  const draw = () => {
    const mark = marksOf(form.case).find((one) => isOwn(one, line.id));
    const shared = marksOf(form.case).filter((one) => covers(one, line.id) && !isOwn(one, line.id));
    const names = (form.case.readers ?? []).map((reader, at) => [reader.id, nameOf(reader, at)]).filter(([id]) => id);
    place.replaceChildren(
      make("summary", {}, "Who may not see this?", make("span", { class: "hint" }, told(mark, shared, names))),
      make("fieldset", {}, make("legend", { class: "unseen" }, "Who may not see this?"), ...[[EVERYONE, "Nobody: it is in no letter"], ...names].map(([id, name]) => box(id, name))),
      ...(mark ? details(mark) : []),
      ...shared.map((one) => make("p", { class: "hint" }, `This line is also part of “${one.fact}”, which stands under Confidential matters.`)),
    );
    form.asked();
  };

  function box(reader, name) {
    const id = `secret-${line.id}-${reader}`;
    const input = make("input", { type: "checkbox", id, onchange: () => {
      set(form, line, reader, input.checked);
      form.changed("marks", true);
      draw();
      document.getElementById(id)?.focus();
    } });
    const mark = marksOf(form.case).find((one) => isOwn(one, line.id));
    input.checked = Boolean(mark) && (mark.withhold_from ?? [EVERYONE]).includes(reader);
    return make("div", { class: "tick" }, input, make("label", { for: id }, name));
  }

  function details(mark) {
    const path = `marks.${marksOf(form.case).indexOf(mark)}`;
    return [drawFields(form, MARK_FIELDS.map((field) => ({ ...field, path: `${path}.${field.path}` })))];
  }

  place.open = marksOf(form.case).some((one) => isOwn(one, line.id));
  draw();
  return place;
}

export const MARK_FIELDS = [
  { path: "fact", label: "What is it, in two or three words?", hint: "For you; only the client's own letter may name it." },
  { path: "hints", label: "Words that would give it away", hint: "One on each line: names, medicines, places, dates. They are looked for in every copy.", kind: "lines" },
  { path: "set_by", label: "Who asked for this?", kind: "choice", options: [["client", "The client"], ["clinician", "I, the writer"], ["service_rule", "A rule of the service"], ["service_rule_third_party", "A rule that protects somebody else"]] },
  { path: "set_on", label: "When?", kind: "date" },
  { path: "reason", label: "Why? (for your record)" },
];

/** What the ticks say, in a line. */
function told(mark, shared, names) {
  const hidden = new Set([mark, ...shared].flatMap((one) => one?.withhold_from ?? (one ? [EVERYONE] : [])));
  if (hidden.has(EVERYONE)) return " It is in no letter.";
  const kept = names.filter(([id]) => hidden.has(id)).map(([, name]) => name);
  return kept.length ? ` Not for ${kept.join(", ")}.` : " Everybody who has a letter may see it.";
}

function set(form, line, reader, ticked) {
  const marks = marksOf(form.case);
  const mark = marks.find((one) => isOwn(one, line.id));
  if (!mark) {
    if (!ticked) return;
    const id = freshId("C", marks.map((one) => one.id));
    putAt(form.case, "marks", [...marks, { id, fact: "", items: [line.id], withhold_from: [reader], set_by: "client", set_on: form.case.meeting?.date?.slice(0, 10) ?? form.case.date }]);
    return;
  }
  const from = new Set(mark.withhold_from ?? [EVERYONE]);
  if (ticked) from.add(reader);
  else from.delete(reader);
  if (from.size) mark.withhold_from = [...from];
  else putAt(form.case, "marks", marks.filter((one) => one !== mark));
}

/** Take a line out of every mark; returns how to put it back. */
export function forget(form, id) {
  const before = structuredClone(marksOf(form.case));
  const marks = marksOf(form.case).map((mark) => ({ ...mark, ...(mark.items ? { items: mark.items.filter((one) => one !== id) } : {}) }));
  putAt(form.case, "marks", marks.filter((mark) => mark.items?.length || mark.sections?.length));
  return () => putAt(form.case, "marks", before);
}

/** Ticks for the lines or readers of a mark that touches several. */
export function drawMany(form, path, legend, choices) {
  const chosen = () => path.split(".").reduce((value, part) => value?.[part], form.case) ?? [];
  return make("fieldset", {}, make("legend", {}, legend), ...choices.map(([id, name]) => {
    const box = make("input", { type: "checkbox", id: `${idOf(path)}-${id}`, onchange: () => {
      const now = chosen().filter((one) => one !== id);
      putAt(form.case, path, box.checked ? [...now, id] : now);
      form.changed(path);
    } });
    box.checked = chosen().includes(id);
    return make("div", { class: "tick" }, box, make("label", { for: box.id }, name));
  }));
}
