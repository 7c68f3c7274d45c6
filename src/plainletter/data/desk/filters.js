// Filters by category: what is not ticked is hidden in the list, and its marks in the text are plain words again.

import { make } from "./ask.js";

/** Draw a box for each category ({name, title, count}); `changed(hidden)` is called with the names not ticked. */
export function drawFilters(fieldset, categories, hidden, changed) {
  const legend = fieldset.querySelector("legend");
  const boxes = categories.map(({ name, title, count }) => {
    const box = make("input", { type: "checkbox", checked: !hidden.has(name) });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(name);
      else hidden.add(name);
      changed(hidden);
    });
    return make("label", { class: "tick" }, box, ` ${title} `, make("span", { class: "soft" }, `(${count})`));
  });
  fieldset.replaceChildren(legend, ...boxes);
  fieldset.hidden = !categories.length;
}

/** Hide the cards, marks and numbers of the categories that are not ticked; returns how many cards are left. */
export function applyFilters(root, hidden) {
  const gone = new Set();
  let left = 0;
  for (const card of root.querySelectorAll(".card[data-category]")) {
    card.hidden = hidden.has(card.dataset.category);
    if (card.hidden) gone.add(card.id.replace("finding-", ""));
    else left += 1;
  }
  for (const mark of root.querySelectorAll("mark[data-findings]")) {
    mark.classList.toggle("off", mark.dataset.findings.split(" ").every((number) => gone.has(number)));
  }
  for (const number of root.querySelectorAll("a.number[data-finding]")) number.hidden = gone.has(number.dataset.finding);
  return left;
}

/** "double_meaning" as a person reads it. */
export function titled(category) {
  if (category === "presence") return "What a letter should hold";
  const words = category.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
