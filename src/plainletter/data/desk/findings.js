// Findings of several letters as one list: the same words in four letters are one thing to mend.

import { make } from "./ask.js";
import { linkTo, listed } from "./places.js";

const KINDS = { explain: "keep the word and explain it: ", generalise: "more generally: ", leave_out: "leave it out: " };

/** Give every finding its number. Returns [{number, finding, letters: [{at, name, reader, finding}]}]. */
export function grouped(letters) {
  const found = new Map();
  letters.forEach((letter, at) => {
    const times = new Map();
    for (const finding of letter.findings) {
      const same = JSON.stringify([finding.rule, finding.origin, finding.anchored ? finding.text.toLowerCase() : finding.message]);
      const nth = times.get(same) ?? 0;
      times.set(same, nth + 1);
      const key = `${same} ${nth}`;
      if (!found.has(key)) found.set(key, { finding, letters: [] });
      found.get(key).letters.push({ at, name: letter.name, reader: letter.reader, finding });
    }
  });
  const inOrder = [...found.values()].sort((one, two) => Number(two.finding.anchored) - Number(one.finding.anchored));
  inOrder.forEach((group, at) => (group.number = at + 1));
  return inOrder;
}

/** The findings of one letter that lie in its text: [{start, end, severity, category, number}]. */
export function marksIn(groups, at) {
  return groups.flatMap((group) =>
    group.letters
      .filter((one) => one.at === at && one.finding.anchored)
      .map(({ finding: { start, end, severity, category } }) => ({ start, end, severity, category, number: group.number })),
  );
}

/** One finding as a card: why, whose advice, what to say instead. `putIn(group, index)` puts a suggestion in. */
export function card(group, shown, draft, data, putIn) {
  const { finding, number } = group;
  const first = group.letters.find((one) => shown.has(one.at));
  const badge = finding.anchored
    ? make("a", { class: "number", href: `#mark-${first.at}-${number}`, "aria-label": `${number}, back to the letter` }, `${number}`)
    : make("span", { class: "number" }, `${number}`);
  const level = make("span", { class: "level" }, finding.severity);
  const title = make("h3", {}, badge, " ", level, " ", finding.message);
  const body = [title, make("p", {}, finding.why)];
  if (finding.suggestions.length) body.push(suggestions(group, putIn));
  const names = [...new Set(group.letters.filter((one) => shown.has(one.at)).map((one) => one.name))];
  const where = make("p", { class: "source" }, `In the ${names.length > 1 ? "letters" : "letter"} of ${listed(names)}. `);
  if (finding.origin) where.append(linkTo(draft, data, finding.origin));
  body.push(where, make("p", { class: "source" }, `${finding.source} · ${finding.rule}`));
  return make("article", { class: `card ${finding.severity}`, id: `finding-${number}`, "data-category": finding.category, tabindex: "-1" }, ...body);
}

function suggestions(group, putIn) {
  const lines = group.finding.suggestions.map((suggestion, index) => {
    const line = make("li", {}, `${KINDS[suggestion.kind] ?? ""}${suggestion.text} `);
    if (suggestion.puts_in) {
      const unseen = make("span", { class: "unseen" }, `: ${suggestion.text}`);
      line.append(make("button", { type: "button", class: "small quiet", onclick: () => putIn(group, index) }, "Put this in", unseen));
    }
    return line;
  });
  return make("ul", { class: "instead", "aria-label": "What to say instead" }, ...lines);
}
