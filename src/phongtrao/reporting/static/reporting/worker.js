/* The service worker of the entry form: only when the server cannot be reached does it answer, and
   only with the page that the account whose key is open kept on this machine (vault.js). It stores
   nothing by itself. The server puts BUILD, POLICY, STATIC and VAULT before these lines. */
/* global BUILD, POLICY, STATIC, VAULT */
importScripts(VAULT);

const ENTRY = /^\/bao-cao\/\d+\/nhap\/$/;
const CACHE = `phongtrao-${BUILD}`;
const AWAY = new Set([502, 503, 504]); // the server behind a proxy is away

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(tidy().then(() => clients.claim())));
addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate" && ENTRY.test(url.pathname)) event.respondWith(page(event.request, url.pathname));
  else if (url.pathname.startsWith(STATIC)) event.respondWith(file(event.request));
});

/* Files of another build are dropped; drafts and kept pages are not in this cache. */
async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith("phongtrao-") && name !== CACHE).map((name) => caches.delete(name)));
}

async function page(request, path) {
  let answer;
  try {
    answer = await fetch(request);
    if (!AWAY.has(answer.status)) return answer;
  } catch (fault) {
    return (await kept(path)) ?? Promise.reject(fault);
  }
  return (await kept(path)) ?? answer;
}

async function kept(path) {
  const held = await vault.open();
  const found = held && (await vault.unseal(held, "pages", path));
  if (!found) return null;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(found.html, { headers });
}

async function file(request) {
  try {
    return await fetch(request);
  } catch (fault) {
    // Answers vary by cookie and language, files do not.
    const cache = await caches.open(CACHE);
    return (await cache.match(request, { ignoreVary: true })) ?? Promise.reject(fault);
  }
}
