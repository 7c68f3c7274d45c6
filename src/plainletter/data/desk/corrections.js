// What the client said about a letter, and what came of it.

import { make } from "./ask.js";
import { linkTo } from "./places.js";
import { links } from "./files.js";

const TYPES = { fact: "A fact that is wrong", opinion: "A view that the client sees in another way", omission: "Something that is missing" };
const OUTCOMES = {
  agreed: "Put right",
  statement_added: "The client’s words are added beside ours",
  refused: "Not changed, for a reason that the client is told",
  open: "Still open",
};

/** Draw one correction, with the form about what came of it. `settle(form, correction)` sends it. */
export function drawCorrection(correction, number, draft, data, settle, files = []) {
  const head = make("h3", {}, `${correction.id}: `, make("q", {}, correction.client_says));
  const facts = [TYPES[correction.type ?? "fact"], `said on ${day(correction.received_on)}`, correction.how].filter(Boolean).join(", ");
  const body = [head, make("p", { class: "soft" }, `${facts}.`)];
  if (correction.item) body.push(make("p", {}, linkTo(draft, data, correction.item)));
  const open = (correction.outcome ?? "open") === "open";
  if (!open) {
    const came = [correction.right_text && `“${correction.right_text}”`, correction.reason].filter(Boolean).join(", ");
    body.push(make("p", {}, make("strong", {}, OUTCOMES[correction.outcome]), came ? `: ${came}` : "", "."));
  }
  if (files.length) body.push(make("p", { class: "buttons" }, "Note for the record: ", ...links(draft, files, `the record, ${correction.id}`)));
  const title = make("summary", {}, `${open ? "What came of" : "Change what came of"} ${correction.id}`);
  body.push(make("details", {}, title, outcomeForm(correction, settle)));
  return make("article", { class: "panel correction", id: `correction-${number}`, tabindex: "-1" }, ...body);
}

/** Today, as a field of a date holds it. */
export function today() {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((number) => String(number).padStart(2, "0")).join("-");
}

/** "23 November 2026". */
export function day(text) {
  const date = new Date(`${text}T12:00:00`);
  return Number.isNaN(date.valueOf()) ? String(text ?? "") : date.toLocaleDateString("en-GB", { dateStyle: "long" });
}

function outcomeForm(correction, settle) {
  const { id } = correction;
  const outcome = (correction.outcome ?? "open") === "open" ? "agreed" : correction.outcome;
  const choices = Object.entries(OUTCOMES).map(([value, words]) => {
    const box = make("input", { type: "radio", name: "outcome", value, id: `${id}-${value}`, checked: value === outcome });
    return make("div", { class: "tick" }, box, make("label", { for: `${id}-${value}` }, words));
  });
  const fields = [
    make("fieldset", { class: "field" }, make("legend", {}, "What came of it?"), ...choices),
    field(id, "right_text", "The right words", "To the client, as in the letter: “you have never smoked”.", "textarea", correction.right_text),
    field(id, "reason", "The reason, where nothing is changed", "The client is told it.", "textarea", correction.reason),
    field(id, "amended_on", "When was the formal record put right?", "", "date", correction.record_amended_on),
    field(id, "amended_by", "Who did it?", "", "text", correction.amended_by),
    field(id, "new_date", "Date of the next version of the letter", "", "date", today()),
  ];
  const form = make("form", {}, ...fields, make("div", { class: "buttons" }, make("button", {}, "Keep what came of it")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle(form, id);
  });
  form.addEventListener("change", () => fit(form));
  fit(form);
  return form;
}

/** Show only the fields that an outcome needs. */
function fit({ elements }) {
  const outcome = elements.outcome.value;
  const needs = { agreed: ["right_text", "amended_on", "amended_by"], statement_added: ["right_text"], refused: ["reason"] };
  for (const name of ["right_text", "reason", "amended_on", "amended_by"]) elements[name].closest(".field").hidden = !needs[outcome]?.includes(name);
  elements.right_text.required = outcome === "agreed";
  elements.reason.required = outcome === "refused";
  elements.new_date.required = true;
}

function field(id, name, words, hint, kind, value = "") {
  const key = `${id}-${name}`;
  const attributes = { id: key, name, "aria-describedby": hint ? `${key}-hint` : undefined, autocomplete: "off" };
  const input = kind === "textarea" ? make("textarea", attributes, value) : make("input", { type: kind, ...attributes, value });
  const parts = [make("label", { for: key }, words)];
  if (hint) parts.push(make("p", { class: "hint", id: `${key}-hint` }, hint));
  return make("div", { class: "field" }, ...parts, input);
}
