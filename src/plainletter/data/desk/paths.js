// Reading and writing a case by paths such as "items.2.text"; a number is a place in a list.

const parts = (path) => path.split(".");

/** The value at a path; undefined where there is none. */
export function valueAt(data, path) {
  return parts(path).reduce((value, part) => value?.[part], data);
}

/** Put a value at a path, making what is between. An empty one is taken out, so that it is asked for. */
export function putAt(data, path, value) {
  const keys = parts(path);
  const last = keys.pop();
  let place = data;
  keys.forEach((key, at) => {
    const next = keys[at + 1] ?? last;
    if (place[key] === null || typeof place[key] !== "object") place[key] = /^\d+$/.test(next) ? [] : {};
    place = place[key];
  });
  const empty = value === "" || value === undefined || (Array.isArray(value) && value.length === 0);
  if (empty) delete place[last];
  else place[last] = value;
  if (empty) dropEmpty(data, keys);
}

// A table that nothing stands in any more is no table: a phone without a number would be asked for.
function dropEmpty(data, keys) {
  while (keys.length > 1) {
    const table = valueAt(data, keys.join("."));
    const last = keys.pop();
    const home = valueAt(data, keys.join("."));
    if (!table || Array.isArray(table) || Array.isArray(home) || Object.keys(table).length) return;
    delete home[last];
  }
}

/** A list, whatever somebody wrote in its place. */
export function listOf(value) {
  return Array.isArray(value) ? value : value === undefined || value === null || value === "" ? [] : [value];
}

/** A name that nothing in the list has: "T" gives T1, T2 … */
export function freshId(letter, taken) {
  for (let number = 1; ; number += 1) if (!taken.includes(`${letter}${number}`)) return `${letter}${number}`;
}
