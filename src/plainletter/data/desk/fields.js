// One field of the form: a label, a hint, and a control bound to a path of the case.

import { make } from "./ask.js";
import { listOf, putAt, valueAt } from "./paths.js";

export const idOf = (path) => `f-${path.replaceAll(".", "-")}`;

/** Draw a field. `form` has {case, changed(path)}; `field` has {path, label, hint, kind, options, rows}. */
function drawField(form, field) {
  return field.kind === "tick" ? tick(form, field) : asked(form, field, (CONTROLS[field.kind] ?? CONTROLS.text)(form, field));
}

/** Draw fields side by side where there is room; long ones take a line of their own. */
export function drawFields(form, fields) {
  return make("div", { class: "row" }, ...fields.map((field) => drawField(form, field)));
}

function asked(form, field, controls) {
  const id = idOf(field.path);
  const hint = field.hint ? [make("span", { class: "hint", id: `${id}-hint` }, field.hint)] : [];
  const [first] = controls;
  first.id = id;
  if (field.hint) first.setAttribute("aria-describedby", `${id}-hint`);
  if (controls.length === 1) return make("div", { class: field.kind === "area" ? "field long" : "field", "data-path": field.path }, make("label", { for: id }, field.label), ...hint, first);
  const [, second] = controls;
  second.setAttribute("aria-label", `${field.label}: time`);
  return make("div", { class: "field", "data-path": field.path }, make("label", { for: id }, field.label), ...hint, make("span", { class: "moment" }, first, second));
}

function tick(form, field) {
  const id = idOf(field.path);
  const box = make("input", { type: "checkbox", id, onchange: () => write(form, field, box.checked ? true : field.empty ?? "") });
  const value = valueAt(form.case, field.path);
  box.checked = value === undefined ? Boolean(field.usual) : Boolean(value);
  return make("div", { class: "field tick", "data-path": field.path }, box, make("label", { for: id }, field.label));
}

function write(form, field, value) {
  putAt(form.case, field.path, value);
  form.changed(field.path);
}

const shown = (value) => (value === undefined || value === null ? "" : String(value));

const CONTROLS = {
  text: (form, field) => [line(form, field, "text")],
  number: (form, field) => [line(form, field, "number", (text) => (text === "" ? "" : Number(text)))],
  date: (form, field) => [line(form, field, "date")],
  area: (form, field) => {
    const area = make("textarea", { rows: field.rows ?? 2, oninput: () => write(form, field, area.value) });
    area.value = shown(valueAt(form.case, field.path));
    return [area];
  },
  lines: (form, field) => {
    const area = make("textarea", { rows: field.rows ?? 3, oninput: () => write(form, field, area.value.split("\n").map((one) => one.trim()).filter(Boolean)) });
    area.value = listOf(valueAt(form.case, field.path)).join("\n");
    return [area];
  },
  choice: (form, field) => {
    const value = shown(valueAt(form.case, field.path) ?? field.usual);
    const options = field.options.some(([name]) => name === value) ? field.options : [[value, value || "Please choose"], ...field.options];
    const select = make("select", { onchange: () => write(form, field, select.value) }, ...options.map(([name, label]) => make("option", { value: name }, label)));
    select.value = value;
    return [select];
  },
  moment: (form, field) => {
    const [day, time] = shown(valueAt(form.case, field.path)).replace("T", " ").split(" ");
    const put = () => write(form, field, date.value && clock.value ? `${date.value} ${clock.value}` : date.value);
    const date = make("input", { type: "date", onchange: put });
    const clock = make("input", { type: "time", class: "clock", onchange: put });
    date.value = day;
    clock.value = (time ?? "").slice(0, 5);
    return [date, clock];
  },
};

function line(form, field, type, read = (text) => text) {
  const input = make("input", { type, oninput: () => write(form, field, read(input.value)) });
  input.value = shown(valueAt(form.case, field.path));
  return input;
}
