// The page Send: questions that are open, files for each reader, the record, and what the client answered.

import { ask, make, say } from "./ask.js";
import { day, drawCorrection, today } from "./corrections.js";
import { drawCopy, newest } from "./files.js";
import { drawGate, numbered } from "./gates.js";
import { drawOverride, overridesIn } from "./overrides.js";
import { listed, readerName, shortened } from "./places.js";
import { drawEntry } from "./record.js";

const page = (id) => document.getElementById(id);
const draft = page("send").dataset.draft;
const address = (name) => `/drafts/${draft}/${name}`;
let data = {};
let revision = "";
let lifted = [];

page("make").addEventListener("submit", makeFiles);
page("reply").addEventListener("submit", keepReply);
page("received_on").value = today();
await load();

async function load() {
  const [kept, record] = await Promise.all([ask("GET", address("case")), ask("GET", address("record"))]);
  page("send").removeAttribute("aria-busy");
  const failed = [kept, record].find((answer) => answer.status !== 200);
  trouble(failed ? sentence(failed, "This letter could not be opened. Please load the page again.") : "");
  if (failed) return;
  ({ case: data, revision } = kept.data);
  drawQuestions(kept.data.questions);
  drawGates(numbered(kept.data.gates));
  drawRecord(record.data);
  const copies = newest(record.data.entries, data.version ?? 1).map(({ reader, files }) => ({ name: readerName(data, reader), files, stopped_by: [] }));
  drawFiles(copies, []);
  drawItems();
  drawCorrections(record.data.entries);
}

function sentence({ data: answer }, otherwise) {
  const words = answer.error?.message || otherwise;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? "" : "."}`;
}

function trouble(message) {
  page("problem").textContent = message;
  page("problem").hidden = !message;
  if (message) page("problem").scrollIntoView({ block: "nearest" });
}

function drawQuestions(questions) {
  const lines = questions.map(({ path, message }) => make("li", {}, make("a", { href: `/drafts/${draft}${path ? `#${path}` : ""}` }, message)));
  page("questions-list").replaceChildren(...lines);
  page("questions").hidden = !lines.length;
}

function drawGates(gates) {
  const stops = gates.filter((gate) => gate.stops);
  const kept = new Map(lifted.map((one) => [one.gate, one]));
  page("stops-list").replaceChildren(...stops.map((gate) => drawGate(gate, draft, data, drawOverride(gate, kept.get(gate.id)))));
  page("notes-list").replaceChildren(...gates.filter((gate) => !gate.stops).map((gate) => drawGate(gate, draft, data)));
  page("notes").hidden = gates.length === stops.length;
  const several = stops.length === 1 ? "1 question stops a copy." : `${stops.length} questions stop a copy.`;
  page("stops-told").textContent = stops.length ? several : "Nothing stops these letters.";
}

function drawFiles(copies, gates) {
  page("files").replaceChildren(...copies.map((copy) => drawCopy(copy, gates, draft)));
  page("files-box").hidden = !copies.length;
}

function drawRecord({ entries, whole }) {
  page("record").replaceChildren(...entries.toReversed().map((entry) => drawEntry(entry, draft, data)));
  page("record-wide").hidden = !entries.length;
  page("record-none").hidden = entries.length > 0;
  page("record-broken").hidden = whole;
}

function drawItems() {
  const pieces = [...(data.items ?? []).map((one) => [one.id, one.text]), ...(data.plan ?? []).map((one) => [one.id, one.what])];
  const options = pieces.filter(([id]) => id).map(([id, words]) => make("option", { value: id }, `${id}: ${shortened(String(words ?? ""), 70)}`));
  page("item").replaceChildren(page("item").options[0], ...options);
}

function drawCorrections(entries) {
  const notes = new Map(entries.filter((one) => one.event === "corrected").map((one) => [one.correction, Object.keys(one.files ?? {})]));
  const cards = (data.corrections ?? []).map((one, at) => drawCorrection(one, at + 1, draft, data, settle, notes.get(one.id)));
  page("answered").replaceChildren(...cards);
  if (location.hash.startsWith("#correction-")) page(location.hash.slice(1))?.focus();
}

async function makeFiles(event) {
  event.preventDefault();
  const formats = [...page("formats").querySelectorAll("input:checked")].map((box) => box.value);
  const overrides = overridesIn(page("stops-list"));
  if (!formats.length) return trouble("Choose at least one kind of file.");
  if (overrides.some(({ by, because }) => !by || !because)) return trouble("To send a copy as it is, give your name and your reason.");
  page("make-button").disabled = true;
  say("Making the files …");
  const answer = await ask("POST", address("files"), { formats, overrides, revision });
  page("make-button").disabled = false;
  if (answer.status !== 200) {
    say("");
    return trouble(sentence(answer, "The files could not be made. Please try again."));
  }
  trouble("");
  lifted = overrides;
  const gates = numbered(answer.data.gates);
  drawGates(gates);
  drawFiles(answer.data.copies, gates);
  const record = await ask("GET", address("record"));
  if (record.status === 200) drawRecord(record.data);
  say(told(answer.data.copies));
  return page("files-title").focus();
}

function told(copies) {
  const made = copies.filter((copy) => copy.files.length).map((copy) => copy.name);
  const stopped = copies.filter((copy) => !copy.files.length).map((copy) => copy.name);
  return [made.length && `Files made for ${listed(made)}.`, stopped.length && `Stopped: ${listed(stopped)}.`].filter(Boolean).join(" ");
}

async function keepReply(event) {
  event.preventDefault();
  const said = Object.fromEntries(new FormData(page("reply")));
  const answer = await ask("POST", address("replies"), said);
  if (answer.status !== 200) return trouble(sentence(answer, "The answer could not be kept. Please try again."));
  page("reply").reset();
  page("received_on").value = today();
  page("reply-box").open = false;
  await load();
  say(`Kept as ${answer.data.correction}. Please answer by ${day(answer.data.answer_by)}.`);
  return page("reply-box").querySelector("summary").focus();
}

async function settle(form, correction) {
  const came = Object.fromEntries(new FormData(form));
  const answer = await ask("POST", address("settlements"), { correction, ...came });
  if (answer.status !== 200) return trouble(sentence(answer, "This could not be kept. Please try again."));
  await load();
  say(`Kept. The letter is now version ${answer.data.version}, dated ${day(answer.data.date)}. Make its files when it is ready.`);
  return page("reply-box").querySelector("summary").focus();
}
