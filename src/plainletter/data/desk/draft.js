// The form of a letter: it shows the case, and keeps it saved.

import { ask, make, say } from "./ask.js";
import { drawFields, idOf } from "./fields.js";
import { drawList } from "./lists.js";
import { named } from "./named.js";
import { belongs, PARTS } from "./parts.js";
import { valueAt } from "./paths.js";
import { nearest, showQuestions } from "./questions.js";
import { keepSaved } from "./saving.js";
import { nameOf } from "./secrets.js";

const place = document.getElementById("form");
const address = `/drafts/${place.dataset.draft}/case`;
const REDRAWS = { readers: ["items", "plan", "marks"], items: ["marks"], plan: ["marks"], marks: ["marks"] };

const form = { case: {}, revision: "", questions: [], lists: new Map(), changed, asked, told };
const saving = keepSaved(form, address);
let waiting = false;

await start();

async function start() {
  const { status, data } = await ask("GET", address);
  if (status !== 200) {
    const message = data.error?.message ?? "The letter cannot be shown.";
    place.replaceChildren(make("p", { class: "told" }, message));
    say(message);
    return;
  }
  form.case = data.case;
  form.revision = data.revision;
  const parts = PARTS.filter((part) => belongs(part, form.case));
  place.replaceChildren(...parts.map(drawPart));
  document.querySelector("#contents ol").replaceChildren(...parts.map((part) => make("li", {}, make("a", { href: `#part-${part.id}` }, part.title))));
  place.removeAttribute("aria-busy");
  told(data);
  queueMicrotask(goToHash);
}

function drawPart(part) {
  const lists = (part.lists ?? []).map((list) => {
    const home = make("div", { class: "list" });
    queueMicrotask(() => drawList(form, list, home));
    return home;
  });
  return make(
    "section",
    { id: `part-${part.id}`, class: "panel part", "aria-labelledby": `title-${part.id}` },
    make("h2", { id: `title-${part.id}` }, part.title),
    ...(part.hint ? [make("p", { class: "hint" }, part.hint)] : []),
    drawFields(form, part.fields ?? []),
    ...lists,
  );
}

/** A field was changed, or (`shape`) a list has other entries than before. */
function changed(path, shape = false) {
  saving.soon();
  const home = [...form.lists.keys()].filter((key) => path === key || path.startsWith(`${key}.`)).sort((a, b) => b.length - a.length)[0];
  if (!home) return;
  const { list, draw } = form.lists.get(home);
  if (!shape && list.again?.includes(path.split(".").at(-1))) draw(idOf(path));
  if (!shape) renew(list, home, path);
  if (!shape && home.startsWith("readers")) renamed();
  if (shape) for (const other of REDRAWS[home] ?? []) form.lists.get(other)?.draw();
}

/** The title of an entry follows what is typed. */
function renew(list, home, path) {
  const [at] = path.slice(home.length + 1).split(".");
  const entry = valueAt(form.case, `${home}.${at}`);
  const legend = document.querySelector(`#${CSS.escape(idOf(`${home}.${at}`))} > legend`);
  if (legend && entry) legend.textContent = list.title(entry, Number(at));
}

/** What readers are called beside the ticks of every line. */
function renamed() {
  (form.case.readers ?? []).forEach((reader, at) => {
    for (const label of document.querySelectorAll(`[data-reader="${CSS.escape(reader.id ?? "")}"]`)) label.textContent = nameOf(reader, at);
  });
  for (const place of document.querySelectorAll("details.secrets")) place.renamed?.();
}

/** Show the questions again, once for all that is drawn anew in one go. */
function asked() {
  if (waiting) return;
  waiting = true;
  queueMicrotask(() => {
    waiting = false;
    showQuestions(form.questions);
  });
}

/** What the desk says of the case that was saved. */
function told({ questions, gates }) {
  form.questions = questions;
  showQuestions(questions);
  const stops = (gates ?? []).filter((gate) => gate.stops);
  document.getElementById("gates-list").replaceChildren(
    ...stops.map((gate) => make("li", {}, named(gate.question, form.case), make("span", { class: "hint" }, named(gate.cure, form.case)), ...leads(gate))),
  );
  document.getElementById("gates").hidden = stops.length === 0;
}

function leads(gate) {
  for (const key of ["items", "plan", "marks", "readers", "third_parties"]) {
    const at = (form.case[key] ?? []).findIndex((one) => one.id === gate.place);
    if (at >= 0) return [" ", make("a", { href: `#${idOf(`${key}.${at}`)}` }, "Go there")];
  }
  return [];
}

/** Go where an address such as #items.2.text leads. */
function goToHash() {
  const path = decodeURIComponent(location.hash.slice(1));
  const place = document.getElementById(path) ?? nearest(path);
  if (!place) return;
  const found = place.matches(".field") ? place.querySelector("input, select, textarea") : place;
  for (let home = found.closest("details"); home; home = home.parentElement.closest("details")) home.open = true;
  found.scrollIntoView({ block: "center" });
  found.focus();
}

addEventListener("hashchange", goToHash);
