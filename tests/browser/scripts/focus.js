// The name of the control that has the focus, and whether it shows that it has.
const one = document.activeElement;
const labels = [...(one.labels ?? [])].map((label) => label.textContent).join(" ");
const name = one.getAttribute("aria-label") || labels || one.textContent || one.value || "";
const seen = getComputedStyle(one);
const line = seen.outlineStyle !== "none" && parseFloat(seen.outlineWidth) >= 2;
return [name.replace(/\s+/g, " ").trim(), one === document.body || line || seen.boxShadow !== "none"];
