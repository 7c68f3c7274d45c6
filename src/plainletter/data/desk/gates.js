// Gates as plain questions, each with what to do about it and links to the places it is about.

import { make } from "./ask.js";
import { named } from "./named.js";
import { linkTo, listed, placeOf, readerName } from "./places.js";

/** Number the gates: addresses hold their numbers, never an id that somebody chose. */
export function numbered(gates) {
  return gates.map((gate, at) => ({ ...gate, number: at + 1 }));
}

/** One gate as a card. `more` are elements that a page adds, such as the fields for an override. */
export function drawGate(gate, draft, data, ...more) {
  const title = make("h3", {}, named(gate.question, data));
  const body = [title, make("p", {}, make("strong", {}, gate.stops ? "What to do: " : "To do: "), upper(named(gate.cure, data)), stop(gate.cure))];
  if (gate.stops) body.push(make("p", { class: "soft" }, `It stops the ${gate.readers.length > 1 ? "copies" : "copy"} for ${listed(gate.readers.map((id) => readerName(data, id)))}.`));
  const places = placesOf(gate, data);
  if (places.length) body.push(make("p", { class: "links" }, ...places.flatMap((id, at) => [at ? " · " : "", linkTo(draft, data, id)])));
  return make("article", { class: `gate ${gate.stops ? "stops" : "tells"}`, id: `gate-${gate.number}`, tabindex: "-1" }, ...body, ...more);
}

/** Both places of a leak: what gives it away, and the mark or the other person that it gives away. */
function placesOf(gate, data) {
  const secrets = [...(data.marks ?? []), ...(data.third_parties ?? [])].map((one) => one?.id).filter(Boolean);
  const hidden = secrets.filter((id) => ["hint_of_", "third_party_"].some((start) => gate.id.startsWith(`${start}${id.replaceAll(" ", "_")}_in_`)));
  return [...new Set([gate.place, ...hidden])].filter((id) => id && placeOf(data, id));
}

function upper(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function stop(text) {
  return /[.!?]$/.test(text) ? "" : ".";
}
