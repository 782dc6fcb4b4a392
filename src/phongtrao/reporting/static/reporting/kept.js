/* On every page: whose key may stay open on this machine, and sending what was kept without a
   connection. A draft is what one report's form holds:
   {account, title, page, saveUrl, submitUrl, version, fields, dirty, saving, sending, conflicts, at}
   `saving` is a save whose answer is not known yet: it is repeated with the same id until it is,
   `sending` asks that the report be sent once it is saved. */
(() => {
  const PENDING = "giu-con"; // accounts with something unsent here; no figures, no names
  const WHOLE = 40; // rounds of save and merge at most; a guard, two are usual

  class Away extends Error {} // no connection (signedOut: or nobody is signed in)
  class Refusal extends Error {} // the server said no, with its sentence

  const newId = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");
  const isPending = (draft) => Boolean(draft.dirty || draft.saving || draft.sending || draft.conflicts.length);

  function token() {
    const found = document.cookie.split("; ").find((each) => each.startsWith("csrftoken="));
    return found ? decodeURIComponent(found.split("=")[1]) : "";
  }

  function away(signedOut) {
    return Object.assign(new Away("away"), { signedOut });
  }

  async function post(url, fields, id) {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    body.set("_once", id);
    const headers = { Accept: "application/json", "X-CSRFToken": token() };
    let response;
    try {
      response = await fetch(url, { method: "POST", body, headers, redirect: "manual" });
    } catch {
      throw away(false);
    }
    if (response.type === "opaqueredirect") throw away(true); // to the sign-in page
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    if (response.status >= 500 || response.status === 429) throw away(false);
    if (!isJson) throw away(true); // the page of an ended session
    const answer = await response.json().catch(() => { throw away(false); });
    if (response.ok) return answer;
    throw Object.assign(new Refusal(answer.message), { status: response.status, code: answer.code });
  }

  /* Saves what is unsaved, then sends the report if that is asked. Returns the answer to the
     sending, or null. Of the hooks `keep` stores the draft, `read` brings it up to what is typed,
     `told` hears of each answer to a save, `rests` says that no letter is being composed. */
  async function send(draft, hooks) {
    const all = { read() {}, told() {}, rests: () => true, ...hooks };
    for (let round = 0; round < WHOLE; round += 1) {
      if (draft.saving) {
        await save(draft, all);
      } else if (draft.dirty && all.rests()) {
        all.read();
        draft.saving = { id: newId(), fields: { ...draft.fields }, version: draft.version };
        draft.dirty = false;
        await all.keep();
      } else if (!draft.dirty && draft.sending && !draft.conflicts.length) {
        const answer = await submit(draft, all);
        if (answer) return answer;
      } else {
        return null;
      }
    }
    return null;
  }

  async function save(draft, hooks) {
    const { id, fields, version } = draft.saving;
    let answer;
    try {
      answer = await post(draft.saveUrl, { ...fields, row_version: version, tai_khoan: draft.account }, id);
    } catch (fault) {
      if (fault instanceof Refusal) {
        Object.assign(draft, { saving: null, sending: null, dirty: true });
        await hooks.keep();
      }
      throw fault;
    }
    if (draft.dirty) hooks.read(); // from here to `told` nothing can be typed in between
    adopt(draft, answer, fields);
    hooks.told(answer);
    await hooks.keep();
  }

  /* What others changed comes into the draft, unless it was typed in again meanwhile. */
  function adopt(draft, answer, sent) {
    Object.assign(draft, { version: answer.version, saving: null });
    const open = new Map(draft.conflicts.map((each) => [each.field + each.mine, each]));
    for (const each of answer.conflicts) open.set(each.field + each.mine, each);
    for (const [field, theirs] of Object.entries(answer.fields)) {
      const mine = draft.fields[field];
      if (mine !== sent[field]) open.set(field + mine, { field, mine, theirs, whole: true });
      draft.fields[field] = theirs;
    }
    draft.conflicts = [...open.values()];
    if (draft.conflicts.length) draft.sending = null; // he looks at them first, and sends anew
  }

  async function submit(draft, hooks) {
    try {
      return await post(draft.submitUrl, { row_version: draft.version, tai_khoan: draft.account }, draft.sending.id);
    } catch (fault) {
      if (!(fault instanceof Refusal)) throw fault;
      const isStale = fault.code === "stale_version";
      draft.sending = isStale ? { id: newId() } : null; // somebody saved meanwhile: merge, then send
      draft.dirty ||= isStale;
      await hooks.keep();
      if (isStale) return null;
      throw fault;
    }
  }

  /* The key of the signed-in account on this machine: open already, or opened by the server. */
  async function held(account, url) {
    if (!vault.isPossible()) return null;
    const found = await vault.open();
    if (found?.account === account) return found;
    const response = await fetch(url, { headers: { Accept: "application/json" }, redirect: "manual" }).catch(() => null);
    if (!response?.ok) return null;
    const given = await response.json();
    return String(given.account) === account ? vault.unlock(given) : null;
  }

  async function keepDraft(key, draft) {
    await vault.seal(key, "drafts", draft.page, draft);
    await note(key);
  }

  async function forgetDraft(key, page) {
    await vault.forget(key, "drafts", page);
    await vault.forget(key, "pages", page);
    await note(key);
  }

  async function pendingOf(key) {
    const found = [];
    for (const id of await vault.ids(key, "drafts")) {
      const draft = await vault.unseal(key, "drafts", id);
      if (draft && isPending(draft)) found.push(draft);
    }
    return found;
  }

  const noted = () => JSON.parse(localStorage.getItem(PENDING) ?? "[]");

  async function note(key) {
    const others = noted().filter((account) => account !== key.account);
    const mine = (await pendingOf(key)).length ? [key.account] : [];
    localStorage.setItem(PENDING, JSON.stringify([...others, ...mine]));
  }

  /* One tab at a time works on a report's draft; resolves to a release, or null if another has it. */
  function alone(page, patience = 0) {
    if (!navigator.locks) return Promise.resolve(() => {});
    return new Promise((resolve) => {
      const options = patience ? { signal: AbortSignal.timeout(patience) } : { ifAvailable: true };
      navigator.locks
        .request(`giu ${page}`, options, (lock) => lock && new Promise((release) => resolve(release)))
        .then(() => resolve(null), () => resolve(null));
    });
  }

  globalThis.outbox = { Away, Refusal, alone, forgetDraft, held, isPending, keepDraft, newId, send, token };

  const bar = document.querySelector(".offline-bar");
  const account = bar?.dataset.account; // "" for a visitor, nothing on pages that are alike for all
  if (account === undefined) return;
  const openFor = vault.openFor();
  const ready = openFor && openFor !== account ? vault.lock() : Promise.resolve();
  document.addEventListener("submit", signOut);
  if (account && noted().includes(account) && !document.querySelector("form.entry")) {
    ready.then(sendAll).catch(() => {});
  }

  /* Before signing out the key goes; only what it sealed and was not sent yet stays behind. */
  async function signOut(event) {
    const form = event.target;
    if (!form.matches("[data-sign-out]") || event.defaultPrevented) return;
    if (!vault.openFor() && !noted().length) return;
    event.preventDefault();
    try {
      await vault.lock();
      if (noted().length) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "giu", value: "1" }));
    } finally {
      form.submit();
    }
  }

  async function sendAll() {
    const key = await held(account, bar.dataset.machine);
    if (!key) return;
    for (const draft of await pendingOf(key)) {
      const release = await alone(draft.page);
      if (release) await sendOne(key, draft).finally(release);
    }
  }

  async function sendOne(key, draft) {
    try {
      const answer = await send(draft, { keep: () => keepDraft(key, draft) });
      if (answer) {
        await forgetDraft(key, draft.page);
        say(bar.dataset.keptSent, draft, answer.url);
      } else {
        say(draft.conflicts.length ? bar.dataset.keptDiffers : bar.dataset.keptSaved, draft, draft.page);
      }
    } catch (fault) {
      if (fault instanceof Refusal) say(`${bar.dataset.keptRefused} ${fault.message}`, draft, draft.page);
    }
  }

  function say(words, draft, address) {
    const link = Object.assign(document.createElement("a"), { href: address, textContent: draft.title });
    bar.replaceChildren(words, " ", link);
    bar.classList.add("on", "kept");
  }
})();
