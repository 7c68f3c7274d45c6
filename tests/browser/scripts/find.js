// Finds a control as a person does: by its name, and by the heading of the group it stands in.
const [kind, name, within, number] = arguments;
const plain = (text) => text.replace(/\s+/g, " ").trim();
const shown = (element) => element.checkVisibility({ visibilityProperty: true }) || element.matches("input");
const byIds = (ids) => (ids || "").split(/\s+/).map((id) => (id ? document.getElementById(id)?.textContent ?? "" : "")).join(" ");
function nameOf(element) {
  if (element.getAttribute("aria-labelledby")) return plain(byIds(element.getAttribute("aria-labelledby")));
  if (element.getAttribute("aria-label")) return plain(element.getAttribute("aria-label"));
  if (element.labels?.length) return plain([...element.labels].map((label) => label.textContent).join(" "));
  return plain(element.textContent || element.value || "");
}
const KINDS = {
  field: "input:not([type=hidden]), select, textarea",
  button: "button, input[type=submit], summary, [role=button]",
  link: "a[href]",
};
function groups() {
  const found = [];
  for (const head of document.querySelectorAll("legend, h1, h2, h3, h4, summary, caption"))
    if (plain(head.textContent).startsWith(within))
      found.push(head.closest("fieldset, section, details, article, li, form, [role=group], [role=region]") ?? head.parentElement);
  for (const group of document.querySelectorAll("[aria-label], [aria-labelledby]")) if (nameOf(group) === within) found.push(group);
  return found;
}
const places = within ? groups() : [document];
const all = [...new Set(places.flatMap((place) => [...place.querySelectorAll(KINDS[kind])]))].filter(shown);
const exact = all.filter((element) => nameOf(element) === name);
return (exact.length ? exact : all.filter((element) => nameOf(element).startsWith(name)))[number] ?? null;
