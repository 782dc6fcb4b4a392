/* What is typed in the entry form: kept on this machine first, then saved on the server, and both
   again after a reload without a connection. The form works without any of this. */
const QUIET_MS = 1500; // typing rests this long before it is saved
const KEEP_MS = 120; // and this long before it is kept on the machine
const RETRY_MS = 15000;
const LOCK_MS = 2000; // the page before this one lets go of the draft
const DISK_MS = 3000; // a busy disk keeps nobody from sending
const NAMES = /^(?:o|gc|ng|sua)-\d+$|^yk-[a-z]+$|^ly_do$/;

const form = document.querySelector("form.entry");
const bar = document.querySelector(".offline-bar");
if (form && globalThis.outbox) start();

function start() {
  const draft = draftOf();
  const entry = { draft, start: draft.fields, key: null, words: JSON.parse(form.dataset.words), composing: false, opened: false, timer: 0, keeper: 0, busy: false };
  const page = document.documentElement.cloneNode(true); // as the server made it
  // A Vietnamese keyboard composes letters: half a letter is neither kept nor saved.
  form.addEventListener("compositionstart", () => { entry.composing = true; });
  form.addEventListener("compositionend", () => { entry.composing = false; changed(entry); });
  form.addEventListener("input", () => changed(entry));
  form.addEventListener("entry:changed", () => changed(entry)); // grid.js wrote in fields itself
  form.addEventListener("submit", (event) => submitted(entry, event));
  addEventListener("online", () => { yellow(""); plan(entry, 0); });
  addEventListener("offline", () => sayAway(entry));
  addEventListener("pagehide", () => keepNow(entry));
  addEventListener("beforeunload", (event) => {
    if (!entry.key && outbox.isPending(entry.draft)) event.preventDefault();
  });
  open(entry, page).catch(() => {}).finally(() => { entry.opened = true; plan(entry, 0); });
}

function draftOf() {
  return {
    account: bar.dataset.account,
    title: form.dataset.title,
    page: location.pathname,
    saveUrl: form.dataset.save,
    submitUrl: form.dataset.submit,
    version: Number(form.elements.row_version.value),
    fields: fieldsOf(),
    dirty: false,
    saving: null,
    sending: null,
    conflicts: [],
    at: Date.now(),
  };
}

function fieldsOf() {
  const found = {};
  for (const field of form.elements) {
    if (NAMES.test(field.name)) found[field.name] = field.type === "checkbox" ? (field.checked ? "1" : "") : field.value;
  }
  return found;
}

function show(fields) {
  for (const [name, value] of Object.entries(fields)) {
    const field = form.elements[name];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value === "1";
    else if (field.value !== value) field.value = value;
  }
  form.dispatchEvent(new CustomEvent("entry:shown"));
}

/* The machine's copy: what was typed here and not sent yet goes back into the form. */
async function open(entry, page) {
  const key = await outbox.held(entry.draft.account, bar.dataset.machine);
  const release = key && (await outbox.alone(entry.draft.page, LOCK_MS));
  if (!release) return; // no key, or the report is open in another tab: the server alone keeps it
  entry.key = key;
  const kept = await vault.unseal(key, "drafts", entry.draft.page);
  if (kept && (outbox.isPending(kept) || kept.version > entry.draft.version)) restore(entry, kept);
  await keepNow(entry);
  await keepPage(key, page, entry.draft.page);
}

function restore(entry, kept) {
  const newer = Object.entries(fieldsOf()).filter(([name, value]) => value !== entry.start[name]);
  const { sending } = entry.draft; // asked for while the copy was being read
  entry.draft = { ...kept, sending: sending ?? kept.sending, fields: { ...kept.fields, ...Object.fromEntries(newer) }, dirty: kept.dirty || newer.length > 0 };
  form.elements.row_version.value = entry.draft.version;
  show(entry.draft.fields);
  if (outbox.isPending(kept)) tell(entry, say(entry, "restored", kept.at));
  sayBothSides(entry);
}

/* The page itself, for a reload without a connection; without its one-time parts. */
async function keepPage(key, page, path) {
  for (const field of page.querySelectorAll("[name=csrfmiddlewaretoken], [name=_once]")) field.setAttribute("value", "");
  for (const note of page.querySelectorAll(".content > .note, .error-summary")) note.remove();
  await vault.seal(key, "pages", path, { html: `<!doctype html>${page.outerHTML}` });
  const { worker, scope, build } = form.dataset;
  await navigator.serviceWorker?.register(worker, { scope, updateViaCache: "none" });
  const cache = await caches.open(`phongtrao-${build}`);
  const files = performance.getEntriesByType("resource").map((each) => each.name).filter((name) => new URL(name).pathname.startsWith(form.dataset.static));
  await Promise.all([...new Set(files)].map(async (file) => (await cache.match(file, { ignoreVary: true })) ?? cache.add(file).catch(() => {})));
}

function changed(entry) {
  entry.draft.dirty = true;
  entry.draft.at = Date.now();
  if (entry.composing) return;
  clearTimeout(entry.keeper);
  entry.keeper = setTimeout(() => keepNow(entry), KEEP_MS);
  plan(entry);
}

async function keepNow(entry) {
  clearTimeout(entry.keeper);
  if (entry.composing) return;
  readForm(entry);
  if (!entry.key || entry.over) return;
  try {
    await soon(outbox.keepDraft(entry.key, entry.draft));
  } catch {
    entry.key = null; // no room, or the browser took it away: the page itself still has it
  }
}

const soon = (stored) => Promise.race([stored, new Promise((done) => { setTimeout(done, DISK_MS); })]);

function readForm(entry) {
  if (entry.draft.dirty) entry.draft.fields = fieldsOf();
}

function plan(entry, delay = QUIET_MS) {
  clearTimeout(entry.timer);
  if (outbox.isPending(entry.draft)) entry.timer = setTimeout(() => save(entry), delay);
}

async function save(entry) {
  if (entry.composing || entry.busy || entry.over || !entry.opened) return; // each of them plans anew
  const { draft } = entry;
  if (!draft.dirty && !draft.saving && !(draft.sending && !draft.conflicts.length)) return;
  entry.busy = true;
  await keepNow(entry);
  if (!navigator.onLine) { // for certain away: nothing is sent, so nothing can be sent twice
    entry.busy = false;
    return sayAway(entry);
  }
  tell(entry, entry.words.saving);
  let again = null;
  try {
    const answer = await outbox.send(draft, {
      keep: () => keepNow(entry),
      read: () => readForm(entry),
      told: (saved) => savedAs(entry, saved),
      rests: () => !entry.composing,
    });
    if (answer) return await leave(entry, answer.url);
  } catch (fault) {
    again = failed(entry, fault);
  }
  entry.busy = false;
  if (again === null) plan(entry); // typed, or asked to be sent, since the last answer
  else if (again) plan(entry, again);
}

async function leave(entry, url) {
  entry.over = true;
  if (entry.key) await soon(outbox.forgetDraft(entry.key, entry.draft.page)).catch(() => {});
  location.assign(url);
}

function savedAs(entry, saved) {
  form.elements.row_version.value = saved.version;
  show(Object.fromEntries(Object.keys(saved.fields).map((name) => [name, entry.draft.fields[name]])));
  form.dispatchEvent(new CustomEvent("entry:judged", { detail: saved }));
  const merged = Object.keys(saved.fields).length - saved.conflicts.length;
  tell(entry, entry.words.saved.replace("{time}", saved.saved_at));
  yellow(merged > 0 ? entry.words.merged.replace("{count}", merged) : "");
  sayBothSides(entry);
}

/* After how long to try again; 0 when only the user can help. */
function failed(entry, fault) {
  if (fault instanceof outbox.Away) {
    sayAway(entry, fault.signedOut);
    return RETRY_MS;
  }
  if (!(fault instanceof outbox.Refusal)) throw fault;
  tell(entry, entry.words.refused, true);
  yellow(`${fault.message} ${entry.words[entry.key ? "kept" : "stays"]}`);
  if (fault.status === 422 && entry.asked) nativeSubmit("gui"); // the page names every cell
  entry.asked = false;
  return 0;
}

/* Buttons work without a connection too; what cannot be sent now is sent later. */
function submitted(entry, event) {
  const { name, value } = event.submitter ?? {};
  if (name !== "verb") return;
  event.preventDefault();
  entry.asked = value === "gui";
  entry.draft.dirty ||= !entry.asked || JSON.stringify(fieldsOf()) !== JSON.stringify(entry.draft.fields);
  if (entry.asked && entry.draft.conflicts.length) return sayBothSides(entry, true);
  entry.draft.sending = entry.asked ? entry.draft.sending ?? { id: outbox.newId() } : null;
  if (entry.busy) return plan(entry);
  return save(entry);
}

function nativeSubmit(verb) {
  const { csrfmiddlewaretoken, _once } = form.elements; // empty on a page that was kept
  csrfmiddlewaretoken.value ||= outbox.token();
  _once.value ||= outbox.newId();
  form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "verb", value: verb }));
  form.submit();
}

/* What both sides changed, side by side where it stands; the user decides each. */
function sayBothSides(entry, isFocused = false) {
  for (const old of form.querySelectorAll(".both-sides")) old.remove();
  const { conflicts } = entry.draft;
  for (const each of conflicts) form.elements[each.field]?.after(bothSides(entry, each));
  if (conflicts.length) yellow(entry.words.differs.replace("{count}", conflicts.length));
  if (isFocused) form.querySelector(".both-sides button")?.focus();
}

function bothSides(entry, conflict) {
  const { words } = entry;
  const box = Object.assign(document.createElement("div"), { className: "both-sides" });
  const side = (label, text) => {
    const line = document.createElement("p");
    line.append(`${label}: `, Object.assign(document.createElement("b"), { textContent: text || words.empty }));
    return line;
  };
  const button = (label, text) => {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-sm", textContent: label });
    made.addEventListener("click", () => decide(entry, conflict, text));
    return made;
  };
  box.append(side(words.here, conflict.mine), side(words.there, conflict.theirs));
  box.append(button(words.take_here, conflict.mine), button(words.take_there, conflict.theirs));
  if (conflict.topic && conflict.mine && conflict.theirs) box.append(button(words.take_both, `${conflict.theirs}\n${conflict.mine}`));
  return box;
}

function decide(entry, conflict, chosen) {
  const field = form.elements[conflict.field];
  entry.draft.conflicts = entry.draft.conflicts.filter((each) => each !== conflict);
  field.value = conflict.topic && !conflict.whole ? withPart(field.value, conflict.theirs, chosen) : chosen;
  yellow("");
  sayBothSides(entry);
  form.dispatchEvent(new CustomEvent("entry:shown"));
  changed(entry);
  field.focus();
}

/* The statements of a box with the system's part changed for what was chosen. */
function withPart(text, theirs, chosen) {
  const parts = theirs ? text.split(theirs) : [text];
  if (parts.length !== 2) return chosen && chosen !== theirs ? `${text.trimEnd()}\n${chosen}` : text;
  return `${parts[0]}${chosen}${parts[1]}`.replace(/\n{2,}/g, "\n").trim();
}

function sayAway(entry, isSignedOut = false) {
  if (!outbox.isPending(entry.draft)) return yellow(say(entry, entry.key ? "away_idle" : "away_unkept", Date.now()));
  tell(entry, entry.words.unsaved, true);
  const text = isSignedOut ? say(entry, "signed_out", entry.draft.at) : say(entry, entry.key ? "away" : "away_unkept", entry.draft.at);
  yellow(entry.draft.sending ? `${text} ${entry.words.will_send}` : text);
}

const clock = new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("vi-VN", { day: "2-digit", month: "2-digit" });

function say(entry, word, at) {
  const moment = new Date(at);
  const isToday = moment.toDateString() === new Date().toDateString();
  return entry.words[word].replace("{time}", isToday ? clock.format(moment) : `${clock.format(moment)} ${day.format(moment)}`);
}

function tell(entry, text, isBad = false) {
  const state = form.querySelector("[data-state]");
  state.textContent = text;
  state.classList.toggle("unsaved", isBad);
}

function yellow(text) {
  const line = form.querySelector("[data-kept]");
  line.textContent = text;
  line.hidden = !text;
}
