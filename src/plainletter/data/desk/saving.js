// Saving a draft: soon after a change, when the page is left, and again until it works. Nothing is kept in the browser.

import { ask, beforeLock, make, say } from "./ask.js";

const SOON = 700; // milliseconds without a change
const AGAIN = 5_000; // after a save that did not work
const MOST = 60_000; // characters that a browser sends for a page that is gone

/** Keep the draft of `form` saved. Returns {soon(), now()}. */
export function keepSaved(form, address) {
  let timer = 0;
  let dirty = false;
  let stale = false;
  let running = null;

  const soon = (pause = SOON) => {
    dirty = true;
    clearTimeout(timer);
    timer = setTimeout(now, pause);
  };

  /** Save what is not saved; says whether all of it is. */
  async function now() {
    clearTimeout(timer);
    if (running) await running;
    if (stale) return true; // the desk keeps both versions
    if (!dirty) return true;
    dirty = false;
    running = save();
    await running;
    running = null;
    return !dirty;
  }

  async function save() {
    const { status, data } = await ask("PUT", address, { case: form.case, revision: form.revision });
    if (status === 200) {
      form.revision = data.revision;
      form.told(data);
      tell(null);
      say(`Saved at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`);
    } else if (status === 409) {
      stale = true;
      conflict(data);
    } else {
      tell(data.error?.message ?? "It could not be saved");
      soon(AGAIN);
    }
  }

  function conflict(data) {
    const place = document.getElementById("conflict");
    const mine = make("button", { type: "button", onclick: () => {
      form.revision = data.current.revision;
      stale = false;
      place.hidden = true;
      soon(0);
    } }, "Go on with what is on this page");
    place.replaceChildren(
      make("h2", {}, "This letter was changed in another window"),
      make("p", {}, "Both versions are kept, and nothing is lost. What is on this page was saved beside it as "),
      make("p", {}, make("a", { href: `/drafts/${data.kept.id}`, target: "_blank", rel: "noopener" }, data.kept.name), " (opens in a new window)."),
      make("p", { class: "buttons" }, make("button", { type: "button", class: "quiet", onclick: () => location.reload() }, "Show the other version here"), mine),
    );
    place.hidden = false;
    place.focus();
    say("Not saved: this letter was changed in another window");
  }

  function tell(message) {
    const place = document.getElementById("unsaved");
    place.hidden = !message;
    place.replaceChildren(...(message ? [make("h2", {}, "Not saved yet"), make("p", {}, sentence(message)), make("p", {}, "Keep this page open. It tries again by itself.")] : []));
    if (message) say("Not saved yet");
  }

  addEventListener("pagehide", () => {
    if (!dirty || stale) return;
    const body = { case: form.case, revision: form.revision };
    ask("PUT", address, body, { keepalive: JSON.stringify(body).length < MOST });
    dirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (dirty && JSON.stringify(form.case).length >= MOST) event.preventDefault();
  });
  addEventListener("focusout", () => dirty && soon(0));
  beforeLock(now);
  return { soon, now };
}

const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
