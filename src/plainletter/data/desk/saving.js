// Saving a draft: soon after a change, when the page is left, and again until it works. Nothing is kept in the browser.

import { ask, beforeLock, make, say } from "./ask.js";

const SOON = 700; // milliseconds without a change
const AGAIN = 5_000; // after a save that did not work
const MOST = 60_000; // bytes that a browser sends for a page that is gone

/** Keep the draft of `form` saved. Returns {soon(), now()}. */
export function keepSaved(form, address) {
  let timer = 0;
  let dirty = false;
  let stale = false;
  let running = null;
  let failing = false;
  const unanswered = new Set(); // what was sent since the last answer: any of it may have been saved all the same

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
    const lost = await catchUp();
    if (lost) {
      failing = true;
      tell(lost);
      soon(AGAIN);
      return;
    }
    const body = { case: form.case, revision: form.revision };
    const text = JSON.stringify(form.case);
    const { status, data } = await ask("PUT", address, body, { keepalive: isShort(body) });
    failing = status !== 200;
    if (status === 200 || status === 409) unanswered.clear();
    else if (status === 0) unanswered.add(text);
    if (status === 200) {
      form.revision = data.revision;
      form.told(data);
      tell(null);
      say(`Saved at ${new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`);
    } else if (status === 409) {
      stale = true;
      tell(null);
      conflict(data);
    } else {
      tell(data.error?.message ?? "Saving did not work");
      soon(AGAIN);
    }
  }

  /** Take the revision of a save whose answer was lost, as when the desk was closed meanwhile; says why that cannot be known yet. */
  async function catchUp() {
    if (!unanswered.size) return "";
    const { status, data } = await ask("GET", address);
    if (status !== 200) return data.error?.message ?? "Saving did not work";
    if (unanswered.has(JSON.stringify(data.case))) form.revision = data.revision;
    return "";
  }

  function conflict(data) {
    const place = document.getElementById("conflict");
    const mine = make("button", { type: "button", onclick: async () => {
      if (!(await exchange(data))) return say("That did not work. Please try again.");
      form.revision = data.current.revision;
      stale = false;
      place.hidden = true;
      soon(0);
    } }, "Go on with what is on this page");
    place.replaceChildren(
      make("h2", {}, "This letter was changed in another window"),
      make("p", {}, "Both versions are kept, and nothing is lost. What is on this page was saved beside it as "),
      make("p", {}, make("a", { href: `/drafts/${data.kept.id}`, target: "_blank", rel: "noopener" }, data.kept.name), " (opens in a new window)."),
      make("p", { class: "buttons" }, make("button", { type: "button", class: "quiet", onclick: () => location.reload() }, "Show the other version here"), ...(data.current.fault ? [] : [mine])),
    );
    place.hidden = false;
    place.focus();
    say("Not saved: this letter was changed in another window");
  }

  /** Put the other version where this page's was kept, so that it stays when this one takes its place. */
  async function exchange({ kept, current }) {
    const other = `/drafts/${kept.id}/case`;
    const { status, data } = await ask("GET", other);
    return status === 200 && (await ask("PUT", other, { case: current.case, revision: data.revision })).status === 200;
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
    ask("PUT", address, body, { keepalive: isShort(body) });
    dirty = false;
  });
  addEventListener("beforeunload", (event) => {
    if (dirty && (failing || !isShort({ case: form.case }))) event.preventDefault();
  });
  // The next page of this letter is made from what is saved, so a link waits for that.
  addEventListener("click", async (event) => {
    const link = event.target.closest?.('a[href^="/"]:not([target])');
    if (!link || !(dirty || running) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    document.body.setAttribute("aria-busy", "true");
    if (!(await now())) document.body.removeAttribute("aria-busy");
    location.assign(link.href);
  });
  addEventListener("focusout", () => dirty && soon(0));
  beforeLock(now);
  return { soon, now };
}

const isShort = (body) => new Blob([JSON.stringify(body)]).size < MOST;
const sentence = (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? "" : "."}`;
