// The pages of Check a text: a file can be dropped, a category can be hidden. Both pages work without it.

import { say } from "./ask.js";
import { dropInto } from "./drop.js";
import { applyFilters, drawFilters, titled } from "./filters.js";

const field = document.getElementById("drop");
const filter = document.getElementById("filter");

if (field) dropInto(field, document.getElementById("file"), document.getElementById("drop-hint"));
if (filter) {
  const root = document.getElementById("result");
  const named = [...filter.querySelectorAll("[data-category]")];
  const categories = named.map(({ dataset, textContent }) => ({ name: dataset.category, title: titled(textContent), count: dataset.count }));
  drawFilters(filter, categories, new Set(), (hidden) => {
    const left = applyFilters(root, hidden);
    say(left === 1 ? "1 finding on show." : `${left} findings on show.`);
  });
}
