// A file that is dropped goes into the field that also opens the list of files.

import { say } from "./ask.js";

/** Let a file be dropped onto `place`, into the file input `input`; `hint` says so. */
export function dropInto(place, input, hint) {
  hint.hidden = false;
  for (const kind of ["dragenter", "dragover"]) {
    place.addEventListener(kind, (event) => {
      event.preventDefault();
      place.classList.add("over");
    });
  }
  place.addEventListener("dragleave", (event) => {
    if (!place.contains(event.relatedTarget)) place.classList.remove("over");
  });
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files.length !== 1) return say("Please drop one file at a time.");
    input.files = event.dataTransfer.files;
    input.focus();
    return say("The file is chosen.");
  });
  // A file that misses the field must not replace the page, and with it a text that was pasted.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());
}
