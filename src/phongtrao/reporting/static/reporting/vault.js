/* What this machine keeps of reports that are being filled, sealed by a key per account and browser.

   The key is made from a secret that the server gives only to the signed-in account, and from salt
   of this browser. It cannot be taken out of the browser (not extractable), is thrown away at
   sign-out, at the sign-in of somebody else and when the session's time is over; what it sealed
   stays unreadable until the same account signs in again. docs/explanation/security.md says why.

   A classic script: pages and the service worker share it as `vault`. */
(() => {
  const NAME = "phongtrao-giu";
  const FLAG = "giu-tren-may"; // whose key is open, readable before a database is opened
  const text = new TextEncoder();
  const plain = new TextDecoder();
  let database = null;

  const isPossible = () => Boolean(globalThis.indexedDB && globalThis.crypto?.subtle);

  function done(request) {
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }

  function opened() {
    database ??= new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => {
        for (const store of ["machine", "drafts", "pages"]) request.result.createObjectStore(store, { keyPath: "id" });
      };
      request.onsuccess = () => {
        // Another tab, or signing out, may want to delete everything: never stand in the way.
        request.result.onversionchange = () => { request.result.close(); database = null; };
        resolve(request.result);
      };
      request.onerror = () => { database = null; reject(request.error); };
    });
    return database;
  }

  async function within(store, mode, act) {
    const transaction = (await opened()).transaction(store, mode);
    const answer = await done(act(transaction.objectStore(store)));
    if (mode === "readwrite") {
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    }
    return answer;
  }

  const read = (store, id) => within(store, "readonly", (rows) => rows.get(id));
  const write = (store, row) => within(store, "readwrite", (rows) => rows.put(row));
  const remove = (store, id) => within(store, "readwrite", (rows) => rows.delete(id));

  /* The open key, or null: only the server opens it, and only for a time. */
  async function open() {
    if (!isPossible()) return null;
    const found = await read("machine", "open");
    if (!found) return null;
    if (found.until > Date.now()) return found;
    await lock();
    return null;
  }

  /* Opens the key of an account with the server's secret (base64) until a moment (milliseconds). */
  async function unlock({ account, secret, until }) {
    const salt = await saltOfThisBrowser();
    const bytes = Uint8Array.from(atob(secret), (letter) => letter.charCodeAt(0));
    const material = await crypto.subtle.importKey("raw", bytes, "HKDF", false, ["deriveKey"]);
    const kind = { name: "AES-GCM", length: 256 };
    const how = { name: "HKDF", hash: "SHA-256", salt, info: text.encode(`phongtrao ${account}`) };
    const key = await crypto.subtle.deriveKey(how, material, kind, false, ["encrypt", "decrypt"]);
    const found = { id: "open", account: String(account), key, until };
    await write("machine", found);
    localStorage.setItem(FLAG, found.account);
    return found;
  }

  async function saltOfThisBrowser() {
    const kept = await read("machine", "salt");
    if (kept) return kept.bytes;
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    await write("machine", { id: "salt", bytes });
    return bytes;
  }

  /* Throws the key away; what it sealed stays, and waits for the same account. */
  async function lock() {
    globalThis.localStorage?.removeItem(FLAG);
    if (isPossible()) await remove("machine", "open");
  }

  const nameOf = (held, id) => `${held.account} ${id}`;

  async function seal(held, store, id, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const additionalData = text.encode(`${store} ${nameOf(held, id)}`); // no other place, no other account
    const bytes = text.encode(JSON.stringify(value));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData }, held.key, bytes);
    await write(store, { id: nameOf(held, id), iv, data });
  }

  /* What was sealed under an id; null where there is nothing or it is not this key's. */
  async function unseal(held, store, id) {
    const row = await read(store, nameOf(held, id));
    if (!row) return null;
    const additionalData = text.encode(`${store} ${row.id}`);
    try {
      const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: row.iv, additionalData }, held.key, row.data);
      return JSON.parse(plain.decode(bytes));
    } catch {
      return null;
    }
  }

  const forget = (held, store, id) => remove(store, nameOf(held, id));

  /* The ids that an account has in a store. */
  async function ids(held, store) {
    const start = nameOf(held, "");
    const keys = await within(store, "readonly", (rows) => rows.getAllKeys());
    return keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
  }

  const openFor = () => globalThis.localStorage?.getItem(FLAG) ?? null;

  globalThis.vault = { isPossible, open, openFor, unlock, lock, seal, unseal, forget, ids };
})();
