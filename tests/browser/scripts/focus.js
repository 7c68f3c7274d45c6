// The name of the control that has the focus, and whether it shows that it has.
const one = document.activeElement;
const labels = [...(one.labels ?? [])].map((label) => label.textContent).join(" ");
const name = one.getAttribute("aria-label") || labels || one.textContent || one.value || "";
const seen = getComputedStyle(one);
const line = seen.outlineStyle === "auto" || (seen.outlineStyle !== "none" && parseFloat(seen.outlineWidth) >= 2);
const native = one.matches("input[type=date], input[type=time]"); // the browser itself shows which part of a date is written
return [name.replace(/\s+/g, " ").trim(), one === document.body || line || native || seen.boxShadow !== "none"];
