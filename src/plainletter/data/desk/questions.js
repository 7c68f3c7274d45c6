// What is still to be answered: beside its field, and in a list on top that leads there.

import { make } from "./ask.js";
import { idOf } from "./fields.js";

/** Show the questions beside their fields and on top. */
export function showQuestions(questions) {
  for (const old of document.querySelectorAll("#form .ask")) old.remove();
  for (const field of document.querySelectorAll("#form .asked")) field.classList.remove("asked");
  for (const control of document.querySelectorAll("#form [aria-invalid]")) unmark(control);
  const list = document.getElementById("questions-list");
  list.replaceChildren(...questions.map((question) => make("li", {}, entry(question))));
  document.getElementById("questions").hidden = questions.length === 0;
}

function entry(question) {
  const field = nearest(question.path);
  const words = `${entryName(question.path)}${question.message}`;
  if (!field) return make("a", { href: homeOf(question.path) }, words);
  const control = field.matches(".field") ? field.querySelector("input, select, textarea") : field;
  if (field.matches(".field")) {
    const id = `${control.id}-ask`;
    field.classList.add("asked");
    field.insertBefore(make("span", { class: "ask", id }, question.message), field.querySelector("input, select, textarea, .moment"));
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-describedby", [control.getAttribute("aria-describedby"), id].filter(Boolean).join(" "));
  }
  return make("a", { href: `#${control.id}`, onclick: (event) => {
    event.preventDefault();
    for (let home = control.closest("details"); home; home = home.parentElement.closest("details")) home.open = true;
    control.focus();
    control.scrollIntoView({ block: "center" });
  } }, words);
}

/** The field of a path, or the first one under it, or what is nearest above it. */
export function nearest(path) {
  for (let rest = path; rest; rest = rest.split(".").slice(0, -1).join(".")) {
    const quoted = CSS.escape(rest);
    const found = document.querySelector(`#form [data-path="${quoted}"]`) ?? document.getElementById(idOf(rest)) ?? (rest === path && rest.includes(".") ? document.querySelector(`#form [data-path^="${quoted}."]`) : null);
    if (found) return found;
  }
  return null;
}

const ENTRIES = { items: "Line", plan: "Step", readers: "Reader", marks: "Matter", crisis: "Help", third_parties: "Person", corrections: "Correction", rewordings: "Other words" };

/** Which entry of a list is asked about: three lines may lack the same. */
function entryName(path) {
  const [list, at] = path.split(".");
  return ENTRIES[list] && at !== undefined ? `${ENTRIES[list]} ${Number(at) + 1}: ` : "";
}

const HOMES = { items: "said", plan: "plan", readers: "readers", crisis: "help", checking: "checking", marks: "secrets", client: "client", service: "writer", author: "writer", third_parties: "people", date: "letter" };
const homeOf = (path) => `#part-${HOMES[path.split(".")[0]] ?? path.split(".")[0]}`;

function unmark(control) {
  control.removeAttribute("aria-invalid");
  const left = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !id.endsWith("-ask"));
  if (left.length) control.setAttribute("aria-describedby", left.join(" "));
  else control.removeAttribute("aria-describedby");
}
