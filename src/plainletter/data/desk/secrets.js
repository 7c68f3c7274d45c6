// Who may not see a line: the marks of a case, ticked beside the line that they are about.

import { make } from "./ask.js";
import { drawFields, idOf } from "./fields.js";
import { freshId, listOf, putAt, valueAt } from "./paths.js";

const EVERYONE = "all";

export const nameOf = (reader, at) => reader.name || reader.role || reader.organisation || (reader.kind === "client" ? "The client" : `Reader ${at + 1}`);

const marksOf = (data) => data.marks ?? [];
const covers = (mark, id) => (mark.items ?? []).includes(id);
const isOwn = (mark, id) => covers(mark, id) && mark.items.length === 1 && !(mark.sections ?? []).length;

/** Whether a mark is about one line only and stands beside it: the first of those that are. */
export function standsBeside(data, mark) {
  const line = [...(data.items ?? []), ...(data.plan ?? [])].find((one) => isOwn(mark, one?.id));
  return Boolean(line) && marksOf(data).find((one) => isOwn(one, line.id)) === mark;
}

/** Draw the ticks "who may not see this" for the line of this id. */
export function drawSecrets(form, line) {
  const place = make("details", { class: "secrets" });
  const own = () => marksOf(form.case).find((one) => isOwn(one, line.id));
  const names = () => (form.case.readers ?? []).map((reader, at) => [reader.id, nameOf(reader, at)]).filter(([id]) => id);
  const shared = () => marksOf(form.case).filter((one) => covers(one, line.id) && one !== own());
  const summary = () => told(own(), shared(), names());
  const draw = () => {
    const mark = own();
    place.replaceChildren(
      make("summary", {}, "Who may not see this?", make("span", { class: "hint" }, summary())),
      make("fieldset", {}, make("legend", { class: "unseen" }, "Who may not see this?"), ...[[EVERYONE, "Everybody: it is in no letter"], ...names()].map(([id, name]) => box(id, name))),
      ...(mark ? details(mark) : []),
      ...shared().map((one) => make("p", { class: "hint" }, `This line is also part of “${one.fact}”, which stands under Confidential matters.`)),
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
    const mark = own();
    input.checked = Boolean(mark) && (mark.withhold_from ?? [EVERYONE]).includes(reader);
    return make("div", { class: "tick" }, input, make("label", { for: id, "data-reader": reader }, name));
  }

  function details(mark) {
    const path = `marks.${marksOf(form.case).indexOf(mark)}`;
    return [make("div", { id: idOf(path), tabindex: "-1" }, drawFields(form, MARK_FIELDS.map((field) => ({ ...field, path: `${path}.${field.path}` }))))];
  }

  place.open = Boolean(own());
  place.renamed = () => (place.querySelector("summary .hint").textContent = summary());
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

/** Ticks for the lines or readers that something touches; one that is no longer there can be unticked. */
export function drawMany(form, path, legend, choices, hint = "") {
  const chosen = () => listOf(valueAt(form.case, path));
  const lost = chosen().filter((id) => !choices.some(([name]) => name === id)).map((id) => [id, `${id} (no longer there)`]);
  const ticks = [...choices, ...lost].map(([id, name]) => {
    const box = make("input", { type: "checkbox", id: `${idOf(path)}-${id}`, onchange: () => {
      const now = chosen().filter((one) => one !== id);
      putAt(form.case, path, box.checked ? [...now, id] : now);
      form.changed(path);
    } });
    box.checked = chosen().includes(id);
    return make("div", { class: "tick" }, box, make("label", { for: box.id, "data-reader": id }, name));
  });
  return make("fieldset", { id: idOf(path), tabindex: "-1", class: "ticks" }, make("legend", {}, legend), ...(hint ? [make("p", { class: "hint" }, hint)] : []), ...ticks);
}
