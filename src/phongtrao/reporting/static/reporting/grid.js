/* The entry grid: movement by keys, a block pasted from a spreadsheet, saving while one types.
   Everything here only adds to a form that works without it. */

const QUIET_MS = 1500; // typing rests this long before it is saved
const RETRY_MS = 15000;

const form = document.querySelector("form.entry");
if (form) start(form);

function start(form) {
  const cells = [...form.querySelectorAll("input[data-cell]")];
  const notes = cells.map((cell) => form.elements[`gc-${cell.dataset.cell}`]);
  const grid = { form, cells, columns: [cells, notes], pasted: [], composing: false, changed: false, saving: false, timer: 0 };
  grid.columns.forEach((fields, column) => fields.forEach((field, row) => {
    field.addEventListener("keydown", (event) => pressed(grid, { row, column, field }, event));
    field.addEventListener("paste", (event) => pasteBlock(grid, { row, column, field }, event));
  }));
  for (const cell of cells) cell.addEventListener("focus", () => cell.select());
  // A Vietnamese keyboard composes letters: half a letter is never saved, and moves nothing.
  form.addEventListener("compositionstart", () => { grid.composing = true; });
  form.addEventListener("compositionend", () => { grid.composing = false; plan(grid); });
  form.addEventListener("input", () => { grid.changed = true; plan(grid); });
  form.addEventListener("submit", () => { clearTimeout(grid.timer); grid.sent = true; });
  addEventListener("online", () => plan(grid));
}

function pressed(grid, at, event) {
  if (grid.composing || event.isComposing || event.keyCode === 229) return;
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "z") return takeBack(grid, event);
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const next = neighbour(grid, at, event);
  if (next === undefined) return;
  event.preventDefault(); // Enter in a cell goes on; only the button sends the report
  next?.focus();
}

/* Where a key leads: a field, null at the edge of the grid, undefined where it is no key of ours.
   Sideways only past the first or last letter, so that the caret still walks through a text. */
function neighbour(grid, { row, column, field }, { key, shiftKey }) {
  const down = { ArrowDown: 1, Enter: shiftKey ? -1 : 1, ArrowUp: -1 }[key];
  if (down !== undefined) return grid.columns[column][row + down] ?? null;
  const { selectionStart, selectionEnd, value } = field;
  if (shiftKey || selectionStart !== selectionEnd) return undefined;
  if (key === "ArrowRight" && selectionEnd === value.length) return grid.columns[column + 1]?.[row];
  if (key === "ArrowLeft" && selectionStart === 0) return grid.columns[column - 1]?.[row];
  return undefined;
}

/* A block of a spreadsheet: figures down the column, the column beside them into the notes.
   One row of figures also goes down. What is written stays as it is; the server reads it. */
function pasteBlock(grid, { row, column }, event) {
  const rows = rowsOf(event.clipboardData?.getData("text/plain") ?? "");
  if (grid.composing || (rows.length < 2 && rows[0].length < 2)) return;
  event.preventDefault();
  const lies = rows.length === 1 && column === 0 && rows[0].every((text) => /^[-–—\d.,\s]*$/.test(text));
  const block = lies ? rows[0].map((text) => [text]) : rows;
  const changes = [];
  let isLarge = false;
  block.forEach((texts, down) => texts.forEach((text, across) => {
    const field = grid.columns[column + across]?.[row + down];
    if (field) changes.push({ field, before: field.value, after: text.slice(0, field.maxLength) });
    else if (text) isLarge = true;
  }));
  for (const { field, after } of changes) field.value = after;
  grid.pasted.push(changes);
  grid.columns[column][Math.min(row + block.length, grid.cells.length) - 1].focus();
  if (isLarge) tell(grid, grid.form.dataset.large, true);
  grid.changed = true;
  plan(grid);
}

/* The cells of a copied block: tabs and lines, a cell with either of them in quotes. */
function rowsOf(text) {
  const rows = [[]];
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (const [, quoted, bare, end] of plain.matchAll(/(?:"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*))([\t\n]|$)/g)) {
    const held = quoted === undefined ? bare : quoted.replaceAll('""', '"');
    rows.at(-1).push(held.replace(/\s+/g, " ").trim());
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}

/* Ctrl+Z takes a pasted block back as a whole, unless one of its cells was typed in since. */
function takeBack(grid, event) {
  const changes = grid.pasted.at(-1);
  if (!changes?.every(({ field, after }) => field.value === after)) return;
  event.preventDefault();
  for (const { field, before } of changes) field.value = before;
  grid.pasted.pop();
  changes[0].field.focus();
  grid.changed = true;
  plan(grid);
}

function plan(grid, delay = QUIET_MS) {
  clearTimeout(grid.timer);
  if (grid.changed && !grid.sent) grid.timer = setTimeout(() => save(grid), delay);
}

async function save(grid) {
  if (grid.composing || grid.saving || grid.sent) return plan(grid);
  grid.saving = true;
  grid.changed = false;
  tell(grid, grid.form.dataset.saving);
  try {
    const response = await fetch(grid.form.dataset.save, {
      method: "POST",
      body: contentOf(grid.form),
      headers: { Accept: "application/json" },
    });
    await answered(grid, response);
  } catch {
    grid.changed = true;
    tell(grid, grid.form.dataset.unsaved, true);
    plan(grid, RETRY_MS);
  }
  grid.saving = false;
  if (grid.changed) plan(grid, Math.max(QUIET_MS, grid.retry ?? 0));
}

function contentOf(form) {
  const content = new FormData(form);
  // Each save is a request of its own; the form keeps its key for the button.
  content.set("_once", [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join(""));
  content.delete("verb");
  return content;
}

async function answered(grid, response) {
  const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
  if (!response.ok || !isJson) {
    tell(grid, response.status === 409 ? grid.form.dataset.stale : grid.form.dataset.refused, true);
    return;
  }
  const saved = await response.json();
  grid.form.elements.row_version.value = saved.version;
  grid.cells.forEach((cell) => showFaults(cell, saved.faults[cell.dataset.cell] ?? []));
  for (const [section, [empty, faulty]] of Object.entries(saved.sections)) count(grid, section, empty, faulty);
  tell(grid, `${grid.form.dataset.saved} ${saved.saved_at}`);
}

function showFaults(cell, faults) {
  const box = document.getElementById(`loi-${cell.dataset.cell}`);
  const shown = cell.value.trim() === "" ? [] : faults;
  box.replaceChildren(...shown.map(([, sentence, isAnswered]) => {
    const line = document.createElement("p");
    line.textContent = sentence;
    line.classList.toggle("answered", isAnswered);
    return line;
  }));
  cell.classList.toggle("is-wrong", shown.length > 0);
  cell.closest("tr").classList.toggle("faulty", shown.length > 0);
  if (shown.length) cell.setAttribute("aria-invalid", "true");
  else cell.removeAttribute("aria-invalid");
}

function count(grid, section, empty, faulty) {
  const box = grid.form.querySelector(`[data-count="${section}"]`);
  if (!box) return;
  const words = [];
  if (empty) words.push("told" in box.dataset ? box.dataset.empty : `${empty} ${box.dataset.empty}`);
  if (faulty) words.push(`${faulty} ${box.dataset.faulty}`);
  box.textContent = words.join(", ") || box.dataset.full;
}

function tell(grid, text, isBad = false) {
  const state = grid.form.querySelector("[data-state]");
  state.textContent = text;
  state.classList.toggle("unsaved", isBad);
}
