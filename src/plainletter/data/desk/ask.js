// Talking to the desk: every request carries the page's token, and a session that is over or locked leaves the page.

let token = tokenOf(document);
const OLD = 403; // another session by now, as after a new start of the desk: its token is on every page

/** Ask the desk. Returns {status, data}; status 0 when it cannot be reached. `keepalive` lets a save outlive the page. */
export async function ask(method, url, body, { keepalive = false } = {}) {
  const answer = await askOnce(method, url, body, keepalive);
  return answer.status === OLD && method !== "GET" && (await renewed()) ? askOnce(method, url, body, keepalive) : answer;
}

function tokenOf(page) {
  return page.querySelector('meta[name="csrf"]')?.content ?? "";
}

async function renewed() {
  const page = await fetch("/check", { headers: { Accept: "text/html" } }).then((answer) => answer.text()).catch(() => "");
  const now = tokenOf(new DOMParser().parseFromString(page, "text/html"));
  if (!now || now === token) return false;
  token = now;
  return true;
}

async function askOnce(method, url, body, keepalive) {
  const options = { method, keepalive, credentials: "same-origin", headers: { Accept: "application/json", "X-CSRF-Token": token } };
  if (body !== undefined) {
    options.headers["Content-Type"] = "application/json";
    options.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(url, options);
  } catch {
    return { status: 0, data: { error: { status: 0, message: "The desk does not answer. Is its window still open? What you typed stays here." } } };
  }
  if (answer.status === 423) hold();
  const data = await answer.json().catch(() => ({}));
  return { status: answer.status, data };
}

/** Make an element: make("p", {class: "hint"}, "text", child). Words are always text, never markup. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** Say something to everybody, also to those who listen. */
export function say(message) {
  const place = document.getElementById("status");
  if (place) place.textContent = message;
}

const minutes = Number(document.querySelector('meta[name="idle"]')?.content ?? 0);
const tasks = [];
const AGAIN = 5_000; // milliseconds until what could not be saved is tried again

/** Do this before the page is locked: save what is not saved, and say whether all of it is. */
export function beforeLock(task) {
  tasks.push(task);
}

/** Hide the page at once, save what is not saved, then lock. What cannot be saved stays here, unseen, and is tried again. */
async function lock() {
  cover();
  const saved = await Promise.all(tasks.map((task) => task().catch(() => false)));
  if (saved.includes(false)) return later();
  for (const child of [...document.body.children]) if (child.id !== "cover") child.remove();
  if (shut) return location.reload();
  await ask("POST", "/lock");
  location.assign("/locked");
}

let covered = false;
let shut = false; // the desk was locked from elsewhere: to lock it once more would throw out whoever opened it again
let timer = 0;

function later() {
  clearTimeout(timer);
  timer = setTimeout(lock, AGAIN);
}

function hold() {
  shut = true;
  cover();
  later();
}

function cover() {
  if (covered) return;
  covered = true;
  for (const child of document.body.children) child.inert = child.hidden = true;
  document.body.append(
    make("main", { id: "cover" }, make("h1", {}, "The desk is locked"), make("p", {}, "What is not saved yet is kept here, out of sight, and saved as soon as the desk is open again."),
      make("p", {}, make("a", { href: "/locked", target: "_blank", rel: "noopener" }, "Unlock it in a new window"))),
  );
}

document.querySelector('form[action="/lock"]')?.addEventListener("submit", (event) => {
  if (!tasks.length) return;
  event.preventDefault();
  lock();
});

if (minutes > 0) {
  let last = Date.now();
  const late = () => Date.now() - last >= minutes * 60_000;
  for (const kind of ["keydown", "pointerdown", "wheel", "touchmove"]) {
    addEventListener(kind, () => (late() ? 0 : (last = Date.now())), { passive: true, capture: true });
  }
  // Timers stand still while a machine sleeps, so the clock decides.
  const look = () => late() && !covered && lock();
  setInterval(look, Math.min(1_000 * 15, minutes * 20_000));
  addEventListener("visibilitychange", look);
}

// What the browser kept of a page that was left, it must not show again after a lock.
addEventListener("pageshow", (event) => event.persisted && location.reload());
