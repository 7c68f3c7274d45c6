// Checking a text: a file can be dropped on its field, and the findings on show can be chosen.

const drop = document.getElementById("drop");
const file = document.getElementById("file");
if (drop && file) {
  const over = (event) => {
    event.preventDefault();
    drop.classList.toggle("dropping", event.type === "dragover");
  };
  for (const kind of ["dragover", "dragleave", "drop"]) drop.addEventListener(kind, over);
  drop.addEventListener("drop", (event) => {
    if (event.dataTransfer.files.length) file.files = event.dataTransfer.files;
  });
  // A file that misses its field must not replace the page.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
}

const filter = document.getElementById("filter");
if (filter) {
  filter.hidden = false;
  filter.addEventListener("change", ({ target }) => {
    for (const place of document.querySelectorAll(`[data-category="${CSS.escape(target.value)}"]`)) {
      if (place.matches("mark")) place.classList.toggle("off", !target.checked);
      else place.hidden = !target.checked;
    }
  });
}
