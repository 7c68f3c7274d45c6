// A list of the form: its entries can be added, taken out (and put back), and moved by buttons.

import { make, say } from "./ask.js";
import { drawFields, idOf } from "./fields.js";
import { putAt, valueAt } from "./paths.js";

/** Draw a list into `place`. `list` has {path, one, add, blank(case), title(entry, at), fields, more(form, entry, path)}. */
export function drawList(form, list, place) {
  const entries = () => {
    const value = valueAt(form.case, list.path);
    return Array.isArray(value) ? value : [];
  };
  let gone = null;

  const draw = (focus) => {
    place.replaceChildren(...entries().map((entry, at) => (entry && typeof entry === "object" ? drawEntry(entry, at) : make("p", { class: "told" }, `${list.one} ${at + 1} cannot be shown here: open the file to mend it.`))), ...undo(), adder());
    form.asked();
    if (focus) document.getElementById(focus)?.focus();
  };
  const change = (focus) => {
    form.changed(list.path, true);
    draw(focus);
  };
  const button = (label, name, id, act, off = false) =>
    make("button", { type: "button", class: "quiet small", id, disabled: off, onclick: act }, label, make("span", { class: "unseen" }, ` ${name}`));

  function drawEntry(entry, at) {
    const elsewhere = list.elsewhere?.(form.case, entry);
    if (elsewhere) return make("p", {}, `${elsewhere.name}: it stands beside `, make("a", { href: `#${idOf(elsewhere.path)}` }, elsewhere.where), ".");
    const path = `${list.path}.${at}`;
    const name = `${list.one} ${at + 1}`;
    const move = (to, focus) => {
      const all = entries();
      [all[at], all[to]] = [all[to], all[at]];
      say(`Moved to place ${to + 1}`);
      change(focus);
    };
    const key = `${idOf(path)}`;
    return make(
      "fieldset",
      { class: "entry", id: key, tabindex: "-1" },
      make("legend", {}, list.title(entry, at)),
      drawFields(form, list.fields(entry).map((field) => ({ ...field, path: `${path}.${field.path}` }))),
      ...(list.more?.(form, entry, path, draw) ?? []),
      ...(list.lists?.(entry, path) ?? []).map((inner) => within(inner)),
      make(
        "p",
        { class: "buttons" },
        ...(list.fixed || entries().length < 2 ? [] : [button("Move up", name, `${key}-up`, () => move(at - 1, `${idOf(`${list.path}.${at - 1}`)}-up`), at === 0),
        button("Move down", name, `${key}-down`, () => move(at + 1, `${idOf(`${list.path}.${at + 1}`)}-down`), at === entries().length - 1)]),
        button("Take out", name, `${key}-out`, () => {
          gone = { at, entry, marks: list.taken?.(form, entry) };
          entries().splice(at, 1);
          if (entries().length === 0) putAt(form.case, list.path, "");
          say(`${name} is taken out`);
          change(`${idOf(list.path)}-back`);
        }),
      ),
    );
  }

  function within(inner) {
    const home = make("div", { class: "inner" });
    drawList(form, inner, home);
    return home;
  }

  function undo() {
    if (!gone) return [];
    const back = make("button", { type: "button", class: "quiet", id: `${idOf(list.path)}-back`, onclick: () => {
      const all = entries();
      all.splice(gone.at, 0, gone.entry);
      putAt(form.case, list.path, all);
      gone.marks?.();
      const at = gone.at;
      gone = null;
      say("It is back");
      change(idOf(`${list.path}.${at}`));
    } }, `Put ${list.one} ${gone.at + 1} back`);
    return [make("p", { class: "told" }, `${list.one} ${gone.at + 1} was taken out. `, back)];
  }

  function adder() {
    return make("p", { class: "buttons" }, make("button", { type: "button", class: "quiet", id: `${idOf(list.path)}-add`, onclick: () => {
      const all = entries();
      all.push(list.blank(form.case));
      putAt(form.case, list.path, all);
      const path = `${list.path}.${all.length - 1}`;
      change(idOf(`${path}.${list.fields(all.at(-1))[0].path}`));
    } }, list.add));
  }

  form.lists.set(list.path, { list, draw });
  draw();
}
