// The page See: the letters of every reader side by side, what stops them, and what the check says about them.

import { ask, make, say } from "./ask.js";
import { drawChanges, putIn } from "./changes.js";
import { applyFilters, drawFilters, titled } from "./filters.js";
import { card, grouped, marksIn } from "./findings.js";
import { drawGate, numbered } from "./gates.js";
import { drawLetter } from "./letters.js";

const page = (id) => document.getElementById(id);
const draft = page("see").dataset.draft;
const hiddenLetters = new Set();
const hiddenFindings = new Set();
let data = {};
let revision = "";
let letters = [];
let groups = [];

await load();

async function load() {
  page("see").setAttribute("aria-busy", "true");
  const [kept, drawn] = await Promise.all([ask("GET", `/drafts/${draft}/case`), ask("GET", `/drafts/${draft}/letters`)]);
  page("see").setAttribute("aria-busy", "false");
  page("waiting").hidden = true;
  const failed = [kept, drawn].find((answer) => answer.status !== 200);
  trouble(failed ? (failed.data.error?.message ?? "The letters could not be written. Please load the page again.") : "");
  if (failed) return;
  data = kept.data.case;
  ({ revision } = drawn.data);
  letters = drawn.data.readers;
  groups = grouped(letters);
  drawQuestions(drawn.data.questions);
  const gates = numbered(drawn.data.gates);
  drawGates(gates);
  drawOthers(drawn.data.none_for);
  drawChoice();
  drawLetters(gates);
  drawFindings();
}

function trouble(message) {
  page("problem").textContent = message;
  page("problem").hidden = !message;
}

function drawQuestions(questions) {
  const lines = questions.map(({ path, message }) => make("li", {}, make("a", { href: `/drafts/${draft}${path ? `#${path}` : ""}` }, message)));
  page("questions-list").replaceChildren(...lines);
  page("questions").hidden = !lines.length || letters.length > 0;
}

function drawGates(gates) {
  const stops = gates.filter((gate) => gate.stops);
  const tells = gates.filter((gate) => !gate.stops);
  page("stops-list").replaceChildren(...stops.map((gate) => drawGate(gate, draft, data, inLetter(gate, stops))));
  page("notes-list").replaceChildren(...tells.map((gate) => drawGate(gate, draft, data)));
  page("stops").hidden = !stops.length;
  page("notes").hidden = !tells.length;
}

/** Links from a gate to the words in the letters that it stops. */
function inLetter(gate, stops) {
  const links = letters.flatMap((letter, at) => {
    const there = gate.readers.includes(letter.reader) && letter.blocks.some((block) => block.runs.some((run) => run.origin === gate.place));
    const first = stops.find((other) => other.place === gate.place && letter.stopped_by.includes(other.id));
    return there && first ? [make("a", { href: `#run-${at}-${first.number}` }, `See it in the letter of ${letter.name}`)] : [];
  });
  return make("p", { class: "links" }, ...links.flatMap((link, at) => [at ? " · " : "", link]));
}

function drawOthers(others) {
  page("others-list").replaceChildren(...others.map(({ name, why }) => make("li", {}, make("strong", {}, name), `: ${why}`)));
  page("others").hidden = !others.length;
}

function drawChoice() {
  const legend = page("choice").querySelector("legend");
  const boxes = letters.map((letter, at) => {
    const box = make("input", { type: "checkbox", checked: !hiddenLetters.has(letter.reader) });
    box.addEventListener("change", () => {
      if (box.checked) hiddenLetters.delete(letter.reader);
      else hiddenLetters.add(letter.reader);
      page("letters").querySelector(`[data-letter="${at}"]`).hidden = !box.checked;
      drawFindings();
    });
    return make("label", { class: "tick" }, box, ` ${letter.name}`);
  });
  page("choice").replaceChildren(legend, ...boxes);
  page("controls").hidden = !letters.length;
  page("desk").hidden = !letters.length;
}

function drawLetters(gates) {
  const drawn = letters.map((letter, at) => {
    const stops = gates.filter((gate) => letter.stopped_by.includes(gate.id));
    const element = drawLetter(letter, at, marksIn(groups, at), stops, data);
    element.hidden = hiddenLetters.has(letter.reader);
    return element;
  });
  page("letters").replaceChildren(...drawn);
}

function drawFindings() {
  const shown = new Set(letters.flatMap((letter, at) => (hiddenLetters.has(letter.reader) ? [] : [at])));
  const seen = groups.filter((group) => group.letters.some((one) => shown.has(one.at)));
  page("findings-list").replaceChildren(...seen.map((group) => card(group, shown, draft, data, suggest)));
  const counts = new Map();
  for (const { finding } of seen) counts.set(finding.category, (counts.get(finding.category) ?? 0) + 1);
  const categories = [...counts].sort().map(([name, count]) => ({ name, title: titled(name), count }));
  drawFilters(page("filter"), categories, hiddenFindings, filter);
  drawChanges(page("changes"), draft, afterUndo);
  page("findings-none").hidden = seen.length > 0;
  applyFilters(page("desk"), hiddenFindings);
}

function filter() {
  const left = applyFilters(page("desk"), hiddenFindings);
  say(left === 1 ? "1 finding on show." : `${left} findings on show.`);
}

async function suggest(group, index) {
  say("Putting it in …");
  const message = await putIn(draft, revision, group, index);
  if (message) {
    say("");
    trouble(message);
    page("problem").scrollIntoView({ block: "nearest" });
    return;
  }
  await load();
  say("Put in. These are the new letters.");
  page("changes").querySelector("button")?.focus();
}

async function afterUndo(message) {
  if (!message) await load();
  trouble(message);
  page("findings-title").focus();
}
