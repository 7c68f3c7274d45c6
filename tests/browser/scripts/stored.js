// All that the page left in the browser's storage.
const done = arguments[0];
(async () => {
  const bases = (await indexedDB.databases()).map(({ name, version }) => [name, version]);
  const kept = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) kept.push([name, request.url]);
  const files = [];
  for await (const [name] of (await navigator.storage.getDirectory()).entries()) files.push(name);
  const workers = (await navigator.serviceWorker.getRegistrations()).length;
  const own = { name: window.name, history: history.state, cookie: document.cookie, address: location.href };
  done({ local: { ...localStorage }, session: { ...sessionStorage }, bases, kept, files, workers, ...own });
})();
