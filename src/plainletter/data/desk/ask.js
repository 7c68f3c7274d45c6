// Talking to the desk: every request carries the page's token, and a session that is over or locked leaves the page.

const token = document.querySelector('meta[name="csrf"]')?.content ?? "";

/** Ask the desk. Returns {status, data}; status 0 when it cannot be reached. `keepalive` lets a save outlive the page. */
export async function ask(method, url, body, { keepalive = false } = {}) {
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
  if (answer.status === 423) location.assign("/locked");
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
const leaving = [];

/** Do this before the page is locked: save what is not saved. */
export function beforeLock(task) {
  leaving.push(task);
}

if (minutes > 0) {
  let timer;
  const lock = async () => {
    for (const task of leaving) await task();
    document.body.replaceChildren();
    await ask("POST", "/lock");
    location.assign("/locked");
  };
  const wake = () => {
    clearTimeout(timer);
    timer = setTimeout(lock, minutes * 60_000);
  };
  for (const kind of ["keydown", "pointerdown", "scroll"]) addEventListener(kind, wake, { passive: true, capture: true });
  wake();
}
