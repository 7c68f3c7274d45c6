// Saying a line differently for somebody, or leaving it out for them: the rewordings of a case, beside the line.

import { make } from "./ask.js";
import { drawFields, idOf } from "./fields.js";
import { putAt } from "./paths.js";
import { nameOf } from "./secrets.js";

const EVERYONE = "all";
const wordingsOf = (data) => data.rewordings ?? [];

/** Draw the other wordings of a line. */
export function drawWordings(form, line) {
  const place = make("details", { class: "secrets" });
  const mine = () => wordingsOf(form.case).filter((one) => one.of === line.id);
  const redraw = (focus) => {
    form.changed("rewordings", true);
    draw();
    if (focus) document.getElementById(focus)?.focus();
  };

  function draw() {
    const count = mine().length;
    place.replaceChildren(
      make("summary", {}, "Say it differently for somebody", make("span", { class: "hint" }, count ? ` ${count} other ${count === 1 ? "wording" : "wordings"}.` : " Everybody reads the same words.")),
      ...mine().map(drawWording),
      make("p", { class: "buttons" }, make("button", { type: "button", class: "quiet small", id: `wording-add-${line.id}`, onclick: () => {
        const all = [...wordingsOf(form.case), { of: line.id, text: "" }];
        putAt(form.case, "rewordings", all);
        redraw(idOf(`rewordings.${all.length - 1}.text`));
      } }, "Add other words")),
    );
    form.asked();
  }

  function drawWording(wording, number) {
    const path = `rewordings.${wordingsOf(form.case).indexOf(wording)}`;
    const names = (form.case.readers ?? []).map((reader, at) => [reader.id, nameOf(reader, at)]).filter(([id]) => id);
    return make(
      "fieldset",
      { class: "entry", id: idOf(path), tabindex: "-1" },
      make("legend", {}, `Other words ${number + 1}`),
      make("p", { class: "hint" }, "For whom? With no tick it is for everybody."),
      ...names.map(([id, name]) => tick(wording, path, id, name)),
      drawFields(form, [
        { path: `${path}.text`, label: "What it says for them", kind: "area" },
        { path: `${path}.leave_out`, label: "Leave it out for them", kind: "tick" },
        { path: `${path}.because`, label: "Why? (for your record)" },
      ]),
      make("p", { class: "buttons" }, make("button", { type: "button", class: "quiet small", onclick: () => {
        putAt(form.case, "rewordings", wordingsOf(form.case).filter((one) => one !== wording));
        redraw(`wording-add-${line.id}`);
      } }, "Take out", make("span", { class: "unseen" }, ` other words ${number + 1}`))),
    );
  }

  function tick(wording, path, reader, name) {
    const id = `${idOf(path)}-for-${reader}`;
    const box = make("input", { type: "checkbox", id, onchange: () => {
      const rest = (wording.for ?? []).filter((one) => one !== reader && one !== EVERYONE);
      wording.for = box.checked ? [...rest, reader] : rest;
      if (!wording.for.length) delete wording.for;
      form.changed(path);
    } });
    box.checked = (wording.for ?? []).includes(reader);
    return make("div", { class: "tick" }, box, make("label", { for: id, "data-reader": reader }, name));
  }

  place.open = mine().length > 0;
  draw();
  return place;
}
