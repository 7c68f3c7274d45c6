// The parts of the form, in the order in which a person thinks of them: fields and lists as plain data.

import { forget } from "./forget.js";
import { drawMany, drawSecrets, MARK_FIELDS, nameOf, standsBeside } from "./secrets.js";
import { make } from "./ask.js";
import { freshId, valueAt } from "./paths.js";
import { drawWordings } from "./wordings.js";

const SECTIONS = [
  ["what_you_told_us", "What you told us"], ["what_matters", "What matters to you"], ["strengths", "Strengths"], ["hello", "A first word"],
  ["what_we_talked_about", "What we talked about"], ["what_we_found", "What we found"], ["assessment", "What we think (an opinion)"],
  ["concerns", "What worries us (an opinion)"], ["reasons", "Reasons"], ["options", "Choices"], ["what_has_changed", "What has changed"],
  ["what_helped", "What helped"], ["what_did_not_help", "What did not help"], ["what_we_change", "What we change"],
  ["what_to_expect", "What to expect"], ["signs", "Signs to look out for"], ["what_helps", "What helps"],
  ["what_we_shared", "What we shared, and why"], ["meantime", "In the meantime"], ["private", "For your notes only: in no letter"],
];
const SAFE = [["", "Not asked"], ["yes", "Yes"], ["no", "No"], ["unknown", "Not known"]];
const CHANNELS = [
  ["post", "Post"], ["email", "E-mail"], ["secure_email", "Secure e-mail"], ["text", "Text message"], ["hand_over", "Handed over in person"],
  ["portal", "Online account"], ["none", "Not sent"],
];
const ACCESSIBLE = [
  ["large_print_16", "Large print, 16 point"], ["large_print_20", "Large print, 20 point"], ["large_print_24", "Large print, 24 point"],
  ["large_print_28", "Large print, 28 point"], ["easy_read", "Easy Read"], ["braille", "Braille"], ["audio", "Audio"], ["bsl", "British Sign Language"],
  ["makaton", "Makaton"], ["read_aloud", "Read aloud by somebody"],
];
const READERS = [["client", "The client"], ["parent", "A parent"], ["carer", "A carer"], ["professional", "A professional"], ["service", "A service"]];
const CONSENT = [
  ["permit", "Yes"], ["deny", "No"], ["withdrawn", "Yes at first, now no"], ["not_asked", "Not asked yet"],
  ["shared_without_consent", "Shared without agreement, by law"],
];
const SCOPES = [["whole", "The whole letter"], ["plan", "Only the plan"], ["booking", "Only the booking"]];

const ids = (data, key) => (data[key] ?? []).map((one) => one.id);
const lines = (data) => [...(data.items ?? []).map((one) => [one.id, one.text]), ...(data.plan ?? []).map((one) => [one.id, one.what])];
const short = (text) => (text && text.length > 60 ? `${text.slice(0, 59)}…` : text);

const named = (data) => (data.readers ?? []).map((one, at) => [one.id, nameOf(one, at)]);

/** Where a mark about one line stands: beside that line. */
function beside(data, mark) {
  const key = (data.items ?? []).some((one) => one.id === mark.items[0]) ? "items" : "plan";
  const at = data[key].findIndex((one) => one.id === mark.items[0]);
  return { path: `${key}.${at}`, name: mark.fact || "Without a name yet", where: `${key === "items" ? "line" : "step"} ${at + 1}` };
}

function drawFor(form, path) {
  const place = make("details", { class: "secrets" }, make("summary", {}, "Only for some readers"), drawMany(form, `${path}.for`, "Who may have this step?", named(form.case), "With no tick, every reader may have it."));
  place.open = Boolean(valueAt(form.case, `${path}.for`)?.length);
  return place;
}

const address = (path) => ({
  path, one: "Address", add: "Add an address", blank: () => ({ lines: [], postcode: "", safe: "unknown" }),
  title: (_entry, at) => `Address ${at + 1}`,
  fields: () => [
    { path: "lines", label: "Address", hint: "A line each, without the postcode.", kind: "lines" }, { path: "postcode", label: "Postcode" },
    { path: "safe", label: "Is it safe to write there?", kind: "choice", options: SAFE.slice(1), usual: "unknown" },
    { path: "why", label: "Why, or why not? (for staff)" },
  ],
});

const items = {
  path: "items", one: "Line", add: "Add a line",
  blank: (data) => ({ id: freshId("T", [...ids(data, "items"), ...ids(data, "plan")]), section: data.items?.at(-1)?.section ?? "what_you_told_us", source: "client_said", text: "" }),
  title: (entry, at) => `Line ${at + 1}: ${short(entry.text) || "new"}`,
  fields: (entry) => [
    { path: "text", label: "What was said", hint: "To the client, so that it can stand after “You told me that”: “you sleep badly since the move”.", kind: "area" },
    { path: "section", label: "Part of the letter", kind: "choice", options: SECTIONS },
    { path: "source", label: "Who said or saw it", kind: "choice", options: [["client_said", "The client said it"], ["clinician_observed", "I saw it"], ["record", "It stands in the record"], ["third_party_said", "Somebody else said it"]] },
    ...(entry.source === "third_party_said" || entry.told_by ? [{ path: "told_by", label: "Who told you?" }] : []),
    ...(["assessment", "concerns"].includes(entry.section) || entry.opinion_of ? [{ path: "opinion_of", label: "Whose opinion is it?" }] : []),
  ],
  more: (form, entry) => [drawSecrets(form, entry), drawWordings(form, entry)],
  taken: (form, entry) => forget(form, entry.id),
  again: ["source", "section"],
};

const plan = {
  path: "plan", one: "Step", add: "Add a step",
  blank: (data) => ({ id: freshId("P", [...ids(data, "items"), ...ids(data, "plan")]), what: "", who: "" }),
  title: (entry, at) => `Step ${at + 1}: ${short(entry.what) || "new"}`,
  fields: () => [
    { path: "what", label: "What will be done", kind: "area" }, { path: "who", label: "Who does it", hint: "“I”, “you”, or a name." },
    { path: "when", label: "When", kind: "moment" },
    { path: "timing", label: "The day is", kind: "choice", options: [["", "not said"], ["on", "on that day"], ["from", "from that day on"], ["by", "by that day"]], usual: "" },
    { path: "kind", label: "What kind of step", kind: "choice", options: [["", "another kind"], ["medicine", "Medicine"], ["appointment", "A meeting"], ["referral", "A referral"], ["own_step", "The client's own step"]], usual: "" },
    { path: "place", label: "Where" },
    { path: "agreed", label: "Did the client agree?", kind: "choice", options: [["yes", "Yes"], ["partly", "Partly"], ["no", "No"]], usual: "yes" },
    { path: "internal", label: "For staff only: in no letter", kind: "tick" },
  ],
  more: (form, entry, path) => [drawFor(form, path), drawSecrets(form, entry), drawWordings(form, entry)],
  taken: (form, entry) => forget(form, entry.id),
};

const readers = {
  path: "readers", one: "Reader", add: "Add a reader", redraws: ["items", "plan", "marks"],
  blank: (data) => ({ id: freshId("R", ids(data, "readers")), kind: "professional", name: "", channel: "post", consent: [{ status: "not_asked", date: data.date }] }),
  title: (entry, at) => `Reader ${at + 1}: ${nameOf(entry, at)}`,
  fields: (entry) => [
    { path: "kind", label: "Who is it?", kind: "choice", options: READERS }, { path: "name", label: "Name" },
    ...(entry.kind === "client" ? [] : [
      { path: "role", label: "Role", hint: "Such as GP or school nurse." }, { path: "organisation", label: "Where they work" },
      { path: "relation", label: "What are they to the client?", hint: "Such as daughter or carer." }, { path: "salutation", label: "Greeting", hint: "What goes after “Dear”." },
      { path: "actions", label: "What are they asked to do?", hint: "A line each. It stands in a box for this reader.", kind: "lines" },
      { path: "reference", label: "Their reference" },
    ]),
    { path: "channel", label: "How it reaches them", kind: "choice", options: CHANNELS, usual: "post" },
  ],
  lists: (entry, path) => [
    ...(entry.kind === "client" ? [] : [address(`${path}.addresses`)]),
    {
      path: `${path}.consent`, one: "Answer", add: "Add an answer about this copy", blank: (data) => ({ status: "permit", date: data.meeting?.date?.slice(0, 10) ?? data.date }),
      title: (_answer, at) => `What the client answered, ${at + 1}`, fixed: true,
      fields: (answer) => [
        { path: "status", label: "May this reader have a copy?", kind: "choice", options: CONSENT }, { path: "date", label: "Answered on", kind: "date" },
        Array.isArray(answer.scope) ? { path: "scope", label: "Which parts, kinds of step or lines?", hint: "A line each, by the names that the case file gives them.", kind: "lines" } : { path: "scope", label: "How much of it?", kind: "choice", options: SCOPES, usual: "whole" },
        { path: "agreed_words", label: "What was agreed, in the client's words", hint: "Such as “nothing about nights”. It is looked for in the copy." },
        ...(answer.status === "shared_without_consent" ? [
          { path: "lawful_basis", label: "By which law?" }, { path: "reason", label: "Why?" }, { path: "client_told_on", label: "When was the client told?", kind: "date" },
        ] : []),
      ],
      again: ["status"],
    },
  ],
  again: ["kind"],
  taken: (form, entry) => forget(form, entry.id),
};

const marks = {
  path: "marks", one: "Matter", add: "Add a matter that touches several lines",
  blank: (data) => ({ id: freshId("C", ids(data, "marks")), fact: "", items: [], withhold_from: ["all"], set_by: "client", set_on: data.date }),
  title: (entry, at) => `Matter ${at + 1}: ${short(entry.fact) || "new"}`, fixed: true,
  elsewhere: (data, entry) => standsBeside(data, entry) && beside(data, entry),
  fields: () => MARK_FIELDS,
  more: (form, entry, path) => [
    drawMany(form, `${path}.items`, "Which lines does it touch?", lines(form.case).map(([id, text]) => [id, short(text) || id])),
    drawMany(form, `${path}.withhold_from`, "Who may not see it?", [["all", "Everybody: it is in no letter"], ...named(form.case)]),
  ],
};

const people = {
  path: "third_parties", one: "Person", add: "Add a person who is mentioned",
  blank: (data) => ({ id: freshId("X", ids(data, "third_parties")), relation: "", names: [] }),
  title: (entry, at) => `Person ${at + 1}: ${short(entry.relation) || "new"}`,
  fields: () => [
    { path: "relation", label: "Who are they to the client?" }, { path: "names", label: "Names, nicknames too", hint: "A line each.", kind: "lines" },
    { path: "descriptions", label: "How else they could be recognised", hint: "A line each.", kind: "lines" },
    { path: "may_be_named", label: "May letters name them?", kind: "choice", options: [["no", "No"], ["client_only", "Only the client's own"], ["yes", "Yes"]], usual: "no" },
  ],
};

const crisis = {
  path: "crisis", one: "Helpline", add: "Add a place to get help now", blank: () => ({ name: "", contact: "" }), title: (entry, at) => `Help ${at + 1}: ${entry.name || "new"}`,
  fields: () => [{ path: "name", label: "Who" }, { path: "contact", label: "Number or address" }, { path: "when", label: "When", hint: "In words, such as “any time”." }],
};

const corrections = {
  path: "corrections", one: "Correction", add: "Add a correction", fixed: true,
  blank: (data) => ({ id: freshId("K", ids(data, "corrections")), type: "fact", client_says: "", how: "", received_on: data.date, outcome: "open" }),
  title: (_entry, at) => `Correction ${at + 1}`,
  fields: (entry) => [
    { path: "client_says", label: "What the client said about it", kind: "area" },
    { path: "right_text", label: "What is right", hint: "To the client: “you have never smoked”.", kind: "area" },
    { path: "type", label: "What it is about", kind: "choice", options: [["fact", "A fact that is wrong"], ["opinion", "An opinion"], ["omission", "Something is missing"]], usual: "fact" },
    { path: "topic", label: "What it is, in two or three words" }, { path: "how", label: "How the client said it", hint: "Such as by phone, by letter or in person." }, { path: "received_on", label: "When the client said it", kind: "date" },
    { path: "outcome", label: "What became of it", kind: "choice", options: [["open", "Nothing yet"], ["agreed", "It was put right"], ["statement_added", "The client's words were put beside it"], ["refused", "It stays as it is"]], usual: "open" },
    ...(entry.outcome === "refused" || entry.reason ? [{ path: "reason", label: "Why does it stay as it is?" }] : []),
    { path: "record_amended_on", label: "Changed in the record on", kind: "date" }, { path: "amended_by", label: "Changed by" },
  ],
  again: ["outcome"],
};

const needs = {
  path: "client.accessible_information", one: "Need", add: "Add what the client needs to read a letter", blank: () => ({ code: "large_print_16" }),
  title: (_entry, at) => `Need ${at + 1}`, fixed: true, fields: () => [{ path: "code", label: "What is needed", kind: "choice", options: ACCESSIBLE }],
};

const reach = (path, key, label, asks) => [
  { path: `${path}.${key}`, label }, { path: `${path}.safe`, label: asks, kind: "choice", options: SAFE, usual: "" },
  ...(path.endsWith("phone") ? [{ path: `${path}.voicemail`, label: "A voice message may be left", kind: "tick" }] : [{ path: `${path}.consent_date`, label: "The client agreed to it on", kind: "date" }]),
];

/** The parts: {id, title, hint, kinds, fields, lists}; `kinds` are the kinds of letter that have the part, all where it has none. */
export const PARTS = [
  { id: "letter", title: "The letter", fields: [{ path: "date", label: "Date of the letter", kind: "date" }, { path: "subject", label: "A line under the greeting", hint: "Everybody who has a copy sees it. It may stay empty." }, { path: "jurisdiction", label: "Where", kind: "choice", options: [["england", "England"], ["scotland", "Scotland"], ["wales", "Wales"], ["northern_ireland", "Northern Ireland"]], usual: "england" }] },
  { id: "writer", title: "Who writes", fields: [
    { path: "author.name", label: "Your name, as you sign" }, { path: "author.outward_role", label: "Your role, as it is printed" }, { path: "author.role", label: "Your role (for your record)" },
    { path: "author.first_person", label: "The letter says", kind: "choice", options: [["I", "I"], ["we", "we"]], usual: "I" },
    { path: "service.outward_name", label: "Name of the service, as it is printed", hint: "On envelopes and letters; it should give nothing away." },
    { path: "service.name", label: "True name of the service", hint: "Printed nowhere." }, { path: "service.organisation", label: "Organisation" }, { path: "service.phone", label: "Phone of the service" },
    { path: "service.text_number", label: "Number for texts to the service" }, { path: "service.email", label: "E-mail of the service" }, { path: "service.hours", label: "Opening hours" },
    { path: "service.address", label: "Address of the service", kind: "lines" },
    { path: "service.complaints", label: "Where a complaint can go", hint: "One sentence." },
  ] },
  { id: "client", title: "The client", fields: [
    { path: "client.first_name", label: "First name" }, { path: "client.family_name", label: "Family name" },
    { path: "client.preferred_name", label: "What they like to be called", hint: "It goes after “Dear”." },
    { path: "client.pronouns", label: "Pronouns", kind: "choice", options: [["she/her", "she/her"], ["he/him", "he/him"], ["they/them", "they/them"]] },
    { path: "client.date_of_birth", label: "Date of birth", kind: "date" }, { path: "client.nhs_number", label: "NHS number" },
    { path: "client.words", label: "Words that the client has chosen", hint: "A line each, such as “autistic”. The check leaves them alone.", kind: "lines" },
  ], lists: [needs] },
  { id: "contact", title: "Safe contact", hint: "Where a letter, a call or a text is safe, and where not.", fields: [
    { path: "client.contact.preferred_channel", label: "How the client wants to be reached", kind: "choice", options: CHANNELS, usual: "post" },
    { path: "client.no_fixed_abode", label: "The client has no address for post", kind: "tick" },
    ...reach("client.contact.phone", "number", "Phone", "Is a call safe?"), ...reach("client.contact.text", "number", "Number for texts", "Is a text safe?"),
    ...reach("client.contact.email", "address", "E-mail", "Is e-mail safe?"),
  ], lists: [address("client.addresses")] },
  { id: "meeting", title: "The meeting", kinds: ["first-meeting", "assessment-feedback", "review", "missed-appointment", "safety-plan"], fields: [
    { path: "meeting.date", label: "When you met", kind: "moment" }, { path: "meeting.place", label: "Where" }, { path: "meeting.mode", label: "How", hint: "Such as in person, by phone or by video." },
    { path: "meeting.present", label: "Who else was there", kind: "lines", hint: "A line each." }, { path: "meeting.took_place", label: "The meeting took place", kind: "tick", usual: true, empty: false },
  ] },
  { id: "appointment", title: "The meeting that you offer", kinds: ["invitation"], fields: [
    { path: "appointment.when", label: "When", kind: "moment" }, { path: "appointment.place", label: "Where" }, { path: "appointment.minutes", label: "How many minutes", kind: "number" },
    { path: "appointment.with_whom", label: "With whom" }, { path: "appointment.place_kept_until", label: "The place is kept until", kind: "date" },
  ] },
  { id: "waiting", title: "The wait", kinds: ["waiting-list"], fields: [
    { path: "waiting.since", label: "Waiting since", kind: "date" }, { path: "waiting.shortest_weeks", label: "Weeks, at the least", kind: "number" }, { path: "waiting.longest_weeks", label: "Weeks, at the most", kind: "number" },
    { path: "waiting.counted_on", label: "Counted on", kind: "date" }, { path: "waiting.now_seeing_from", label: "People who are seen now joined in", hint: "Such as March 2026." }, { path: "waiting.next_news", label: "Next news by", kind: "date" },
  ] },
  { id: "handover", title: "The change of worker", kinds: ["change-of-worker"], fields: [
    { path: "handover.new_name", label: "Name of the new worker" }, { path: "handover.new_role", label: "Their role" }, { path: "handover.from_date", label: "From", kind: "date" }, { path: "handover.reason", label: "Why, in one sentence" },
    { path: "handover.joint_meeting", label: "You all meet on", kind: "moment" }, { path: "handover.will_know", label: "What they will know" }, { path: "handover.will_not_know", label: "What they will not know" },
  ] },
  { id: "ending", title: "The ending", kinds: ["ending"], fields: [{ path: "ending.last_day", label: "Last day", kind: "date" }, { path: "ending.way_back", label: "The way back", kind: "area" }, { path: "ending.feedback", label: "How to tell us what you think" }] },
  { id: "corrections", title: "What was put right", kinds: ["correction"], lists: [corrections] },
  { id: "said", title: "What was said", hint: "One fact a line: what was said, what matters, strengths.", lists: [items] },
  { id: "plan", title: "The plan", hint: "Who does what, and by when.", lists: [plan] },
  { id: "secrets", title: "Confidential matters", hint: "For most of it, a tick beside a line is enough. What touches several lines stands here.", lists: [marks] },
  { id: "readers", title: "Who gets a letter", hint: "The latest answer counts. No answer is no.", lists: [readers] },
  { id: "people", title: "Other people in the story", hint: "Their names are looked for in every copy.", lists: [people] },
  { id: "help", title: "Where help is now", lists: [crisis] },
  { id: "checking", title: "If something is wrong", fields: [{ path: "checking.reply_by", label: "The client can say so until", kind: "date" }, { path: "checking.ways", label: "How", hint: "A line each, such as a number or an address.", kind: "lines" }] },
];

/** Whether a part belongs to this kind of letter, or has something in it already. */
export function belongs(part, data) {
  if (!part.kinds || part.kinds.includes(data.kind)) return true;
  return [...(part.fields ?? []), ...(part.lists ?? [])].some((one) => valueAt(data, one.path) !== undefined);
}
