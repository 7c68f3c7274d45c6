// A letter on the screen: its head for the author's eyes only, and the sheet as the reader gets it.

import { make } from "./ask.js";
import { placeOf, shortened } from "./places.js";

const FORMS = { letter: "Letter", note: "Short note", booking: "Booking note", text: "Text message" };

/** Draw one letter. `marks` are its findings; `stops` the gates that stop it; `at` its place among the letters. */
export function drawLetter(letter, at, marks, stops, data) {
  const name = `letter-${at}-name`;
  const head = make("header", {}, make("h2", { id: name }, letter.name), make("p", { class: "soft" }, FORMS[letter.form] ?? letter.form));
  if (stops.length) {
    const links = stops.map((gate, place) => make("a", { href: `#gate-${gate.number}` }, place ? `reason ${place + 1}` : "see why"));
    const line = make("p", { class: "stopped" }, make("strong", {}, "Stopped. "), "No file is made of this one until it is mended: ");
    links.forEach((link, place) => line.append(place ? ", " : "", link));
    head.append(line);
  }
  head.append(leftOut(letter, data));
  const leaks = new Map(stops.toReversed().map((gate) => [gate.place, gate.number]));
  const sheet = make("div", { class: `sheet form-${letter.form}` }, ...blocks(letter.blocks, { at, marks, leaks, told: new Set() }));
  return make("article", { class: "letter", "aria-labelledby": name, "data-letter": at }, head, sheet, ease(letter));
}

function leftOut(letter, data) {
  if (!letter.left_out.length) return make("p", { class: "left-out" }, "Nothing is left out of this one.");
  const lines = letter.left_out.map((line) => {
    const [, id, reason] = line.match(/^(.*?) \((.*)\)$/s) ?? [null, line, ""];
    const words = placeOf(data, id)?.words;
    const item = make("li", {}, make("strong", {}, id), words ? ` “${shortened(words, 90)}”` : "");
    if (reason) item.append(make("span", { class: "soft" }, `: ${reasonIn(data, reason)}`));
    return item;
  });
  const count = letter.left_out.length;
  const title = make("summary", {}, `Left out: ${count === 1 ? "1 thing" : `${count} things`}`);
  return make("details", { class: "left-out", open: true }, title, make("ul", {}, ...lines));
}

function reasonIn(data, reason) {
  const facts = (data.marks ?? []).filter((mark) => mark?.fact && reason.startsWith("mark ") && reason.slice(5).split(", ").includes(mark.id));
  return facts.length ? `${reason}, ${facts.map((mark) => mark.fact).join("; ")}` : reason;
}

function ease(letter) {
  const lines = letter.scores.map((score) => {
    const target = score.verdict.replace(/: (not )?met$/, "");
    return make("li", {}, `${score.name}: ${Number(score.value).toFixed(1)} `, make("span", { class: "soft" }, `(${target})`));
  });
  const text = "A formula only counts words and how long they are. It cannot tell whether a letter is kind, true or clear.";
  if (!lines.length) return make("p", { class: "soft" }, "Too short for a figure about reading ease.");
  return make("details", { class: "ease" }, make("summary", {}, "Reading ease, as a hint"), make("p", {}, text), make("ul", {}, ...lines));
}

function blocks(list, page) {
  const drawn = [];
  const levels = [...new Set(list.filter((block) => block.kind === "heading").map((block) => block.level))].sort();
  let box = null;
  let bullets = null;
  let part = "";
  for (const block of list) {
    if (block.boxed && !box) drawn.push((box = make("div", { class: "box" })));
    if (!block.boxed) box = null;
    const into = box ?? { append: (element) => drawn.push(element) };
    const opens = block.part !== part ? `part-${block.part}` : undefined;
    part = block.part;
    if (block.kind !== "bullet") bullets = null;
    else if (!bullets || bullets.boxed !== Boolean(box)) {
      bullets = { boxed: Boolean(box), list: make("ul", {}) };
      into.append(bullets.list);
    }
    const words = block.runs.flatMap((run) => runOf(run, page));
    if (block.kind === "bullet") bullets.list.append(make("li", {}, ...words));
    else into.append(make(block.kind === "heading" ? `h${3 + levels.indexOf(block.level)}` : "p", { class: opens }, ...words));
  }
  return drawn;
}

function runOf(run, page) {
  const letters = Array.from(run.text); // places are code points
  const inside = page.marks.filter((mark) => mark.start < run.end && run.start < mark.end);
  const edges = new Set([run.start, run.end]);
  for (const mark of inside) for (const edge of [mark.start, mark.end]) if (run.start < edge && edge < run.end) edges.add(edge);
  const cuts = [...edges].sort((one, two) => one - two);
  const pieces = cuts.slice(1).flatMap((end, before) => {
    const over = inside.filter((mark) => mark.start < end && cuts[before] < mark.end);
    return stretch(letters.slice(cuts[before] - run.start, end - run.start).join(""), over, end, page);
  });
  const words = run.strong ? [make("strong", {}, ...pieces)] : pieces;
  return run.origin && page.leaks.has(run.origin) ? [leak(run.origin, words, page)] : words;
}

function leak(origin, words, page) {
  const first = !page.told.has(origin);
  page.told.add(origin);
  return make("span", { class: "leak", id: first ? `run-${page.at}-${page.leaks.get(origin)}` : undefined, tabindex: first ? "-1" : undefined }, ...words);
}

function stretch(text, marks, end, page) {
  if (!marks.length) return [text];
  const worst = ["error", "warning", "note"].find((level) => marks.some((mark) => mark.severity === level));
  const numbers = marks.map((mark) => mark.number);
  const drawn = [make("mark", { class: worst, "data-findings": numbers.join(" ") }, text)];
  for (const mark of marks.filter((one) => one.end <= end)) {
    const link = { class: `number ${mark.severity}`, href: `#finding-${mark.number}`, id: `mark-${page.at}-${mark.number}`, "aria-label": `Finding ${mark.number}` };
    drawn.push(make("a", { ...link, "data-finding": mark.number }, `${mark.number}`));
  }
  return drawn;
}
