// Stops that somebody lifts with a name and a reason.

import { make } from "./ask.js";

/** The fields for lifting one stop, or the sentence that nobody may. */
export function drawOverride(gate, kept) {
  if (!gate.open_to_override) return make("p", { class: "soft" }, "No reason can stand in for this answer. It has to be mended.");
  const key = `lift-${gate.number}`;
  const by = input(`${key}-by`, "Your name", kept?.by);
  const because = input(`${key}-because`, "Your reason", kept?.because);
  const fields = make("div", { class: "row" }, by, because);
  const hint = make("p", { class: "hint" }, "Both are kept in the record of this letter. Leave them empty to keep the stop.");
  return make("details", { class: "override", "data-gate": gate.id, open: Boolean(kept) }, make("summary", {}, "Send it as it is, with a reason"), hint, fields);
}

/** What was filled in: [{gate, by, because}]. */
export function overridesIn(list) {
  return [...list.querySelectorAll(".override")]
    .map((box) => {
      const [by, because] = [...box.querySelectorAll("input")].map((field) => field.value.trim());
      return { gate: box.dataset.gate, by, because };
    })
    .filter(({ by, because }) => by || because);
}

function input(id, words, value = "") {
  return make("div", { class: "field" }, make("label", { for: id }, words), make("input", { type: "text", id, value, autocomplete: "off" }));
}
