// Taking a line or a reader out of all that names it, so that nothing in the case points nowhere; each can be put back.

// What is left with nobody or nothing named would mean "everybody", so it goes too; a step for nobody is left for the desk to ask about.
const NAMES = [
  ["marks", "items", (mark) => !mark.sections?.length], ["marks", "withhold_from", () => true], ["marks", "also_touches", null],
  ["rewordings", "for", () => true], ["helpline_choices", "for", () => true], ["plan", "rests_on", null],
];

/** Take an id out of the case. Returns how to put it back. */
export function forget(form, id) {
  const back = [];
  for (const [key, inner, falls] of NAMES) {
    for (const one of listAt(form.case, key)) {
      if (!Array.isArray(one?.[inner]) || !one[inner].includes(id)) continue;
      const rest = one[inner].filter((name) => name !== id);
      if (!rest.length && falls?.(one)) back.push(drop(form.case, key, one));
      else back.push(thin(one, inner, rest, id));
    }
  }
  for (const one of listAt(form.case, "rewordings").filter((wording) => wording?.of === id)) back.push(drop(form.case, "rewordings", one));
  return () => back.reverse().forEach((put) => put());
}

const listAt = (data, key) => (Array.isArray(data[key]) ? [...data[key]] : []);

function drop(data, key, one) {
  const at = data[key].indexOf(one);
  data[key].splice(at, 1);
  if (!data[key].length) delete data[key];
  return () => (data[key] ??= []).splice(at, 0, one);
}

function thin(one, inner, rest, id) {
  const at = one[inner].indexOf(id);
  if (rest.length) one[inner] = rest;
  else delete one[inner];
  return () => (one[inner] ??= []).splice(at, 0, id);
}
