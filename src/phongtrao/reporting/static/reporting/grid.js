/* The entry grid by keyboard: movement, a pasted block, undo and redo, the next cell to look at.
   Everything here only adds to a form that works without it; drafts.js keeps and saves. */
const form = document.querySelector("form.entry");
if (form) start();

function start() {
  const cells = [...form.querySelectorAll("input[data-cell]")];
  const notes = cells.map((cell) => form.elements[`gc-${cell.dataset.cell}`]);
  const grid = { cells, columns: [cells, notes], words: JSON.parse(form.dataset.words), done: [], undone: [], begun: null, composing: false };
  grid.columns.forEach((fields, column) => fields.forEach((field, row) => {
    field.addEventListener("keydown", (event) => pressed(grid, { row, column, field }, event));
    field.addEventListener("paste", (event) => pasteBlock(grid, { row, column, field }, event));
    field.addEventListener("focus", () => { grid.begun = { field, before: field.value }; });
    field.addEventListener("blur", () => settle(grid));
  }));
  for (const cell of cells) {
    cell.addEventListener("focus", () => cell.select());
    cell.addEventListener("input", () => typedIn(grid, cell));
  }
  form.addEventListener("input", () => tell(""));
  form.addEventListener("compositionstart", () => { grid.composing = true; });
  form.addEventListener("compositionend", () => { grid.composing = false; });
  // Also before anything is in focus: whoever has no mouse gets to the first cell by F8.
  document.addEventListener("keydown", (event) => {
    if (!event.target.closest?.("form:not(.entry)")) shortcut(grid, event);
  });
  form.addEventListener("click", (event) => clicked(grid, event));
  form.addEventListener("entry:judged", ({ detail }) => judged(grid, detail));
  form.addEventListener("entry:shown", () => cells.forEach((cell) => mark(grid, cell)));
  cells.forEach((cell) => mark(grid, cell));
}

/* A Vietnamese keyboard composes letters: while it does, no key is ours. */
const isComposed = (grid, event) => grid.composing || event.isComposing || event.keyCode === 229 || event.key === "Process";

function pressed(grid, at, event) {
  if (isComposed(grid, event)) return;
  const key = event.key.toLowerCase();
  if ((event.ctrlKey || event.metaKey) && !event.altKey) {
    if (key === "z") return event.shiftKey ? again(grid, event) : takeBack(grid, event);
    if (key === "y") return again(grid, event);
    return;
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const next = neighbour(grid, at, event);
  if (next === undefined) return;
  event.preventDefault(); // Enter in a cell goes on; only the button sends the report
  next?.focus();
}

/* Where a key leads: a field, null at the edge of the grid, undefined where it is no key of ours.
   Sideways only past the first or last letter, so that the caret still walks through a text. */
function neighbour(grid, { row, column, field }, { key, shiftKey }) {
  const down = { ArrowDown: 1, Enter: shiftKey ? -1 : 1, ArrowUp: -1 }[key];
  if (down !== undefined) {
    const beyond = key === "Enter" && row + down === grid.cells.length; // on to the narrative
    return grid.columns[column][row + down] ?? (beyond ? form.querySelector("textarea[name^=yk-]") : null);
  }
  const { selectionStart, selectionEnd, value } = field;
  if (shiftKey || (selectionStart !== selectionEnd && selectionEnd - selectionStart !== value.length)) return undefined;
  if (key === "ArrowRight" && selectionEnd === value.length) return grid.columns[column + 1]?.[row];
  if (key === "ArrowLeft" && selectionStart === 0) return grid.columns[column - 1]?.[row];
  return undefined;
}

function shortcut(grid, event) {
  if (isComposed(grid, event)) return;
  const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey;
  if (event.key === "F8" && isPlain) toNext(grid, event.shiftKey ? -1 : 1);
  else if (event.key.toLowerCase() === "s" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) form.querySelector("[name=verb][value=luu]").click();
  else if (event.key === "Enter" && event.ctrlKey && !event.shiftKey && !event.altKey) form.querySelector("[name=verb][value=gui]").focus();
  else return;
  event.preventDefault();
}

/* The next cell, in the order of the form, that is empty, faulty, commented or in two versions. */
function toNext(grid, step) {
  const told = [...form.querySelectorAll("textarea[name^=yk-]")];
  const isUnsaid = (field) => (told.includes(field) ? field === told[0] && told.every((each) => !each.value.trim()) : !field.value.trim());
  const waits = (field) => field.matches(".is-wrong") || isUnsaid(field) || field.parentElement.querySelector(".both-sides, .cell-comment input:not(:checked)");
  const places = [...form.querySelectorAll("input[data-cell], textarea[name^=yk-]")];
  const from = places.indexOf(document.activeElement);
  const nobody = from < 0 && step < 0 ? 0 : from;
  for (let n = 1; n <= places.length; n += 1) {
    const place = places[(nobody + step * n + places.length * 2) % places.length];
    if (place !== document.activeElement && waits(place)) return place.focus();
  }
  tell(grid.words.nothing_left);
}

function clicked(grid, event) {
  const button = event.target.closest("button");
  if (!button) return;
  if (button.dataset.next !== undefined) return toNext(grid, 1);
  const cell = form.elements[`o-${button.dataset.for}`];
  if (button.dataset.say !== undefined) write(grid, [{ field: cell, after: button.dataset.say }]);
  else if (button.name === "dung") {
    event.preventDefault();
    write(grid, [{ field: cell, after: button.dataset.figure }]);
    form.elements[`ng-${button.dataset.for}`].value = button.dataset.source;
    mark(grid, cell);
    cell.focus();
  }
}

function typedIn(grid, cell) {
  form.elements[`ng-${cell.dataset.cell}`].value = ""; // typed by hand: no longer from a register
  mark(grid, cell);
}

/* What stands beside a cell: what 0 and - mean, and whether a known figure was taken. */
function mark(grid, cell) {
  const text = cell.value.trim();
  const said = document.getElementById(`nghia-${cell.dataset.cell}`);
  const meaning = text === "0" ? grid.words.zero : /^[-–—]$/.test(text) ? grid.words.none : "";
  if (said.textContent !== meaning) said.textContent = meaning;
  const source = form.elements[`ng-${cell.dataset.cell}`].value;
  for (const button of cell.closest("tr").querySelectorAll("button[name=dung]")) {
    button.closest(".known").classList.toggle("taken", Boolean(source) && button.dataset.source === source);
  }
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
    if (field) changes.push({ field, after: text.slice(0, field.maxLength) });
    else if (text) isLarge = true;
  }));
  write(grid, changes);
  grid.columns[column][Math.min(row + block.length, grid.cells.length) - 1].focus();
  if (isLarge) tell(grid.words.large, true);
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

/* Several fields change at once: one step to take back. */
function write(grid, changes) {
  settle(grid);
  const step = changes.map(({ field, after }) => ({ field, before: field.value, after }));
  grid.done.push(step);
  grid.undone = [];
  put(grid, step, "after");
}

function put(grid, step, side) {
  for (const change of step) {
    change.field.value = change[side];
    if (change.field.dataset.cell) typedIn(grid, change.field);
  }
  if (grid.begun) grid.begun.before = grid.begun.field.value;
  form.dispatchEvent(new CustomEvent("entry:changed"));
}

/* What was typed in the field one is in becomes a step of its own. */
function settle(grid) {
  const { field, before } = grid.begun ?? {};
  if (!field || field.value === before) return;
  grid.done.push([{ field, before, after: field.value }]);
  grid.undone = [];
  grid.begun.before = field.value;
}

/* Ctrl+Z and Ctrl+Y walk through the steps, over cells; a field that was changed otherwise since
   (a colleague's figure came in) stays as it is. */
function takeBack(grid, event) {
  settle(grid);
  walk(grid, event, grid.done, grid.undone, "before", "after");
}

function again(grid, event) {
  walk(grid, event, grid.undone, grid.done, "after", "before");
}

function walk(grid, event, from, to, side, other) {
  event.preventDefault();
  const step = from.pop();
  if (!step) return;
  put(grid, step.filter(({ field, [other]: expected }) => field.value === expected), side);
  to.push(step);
  step[0].field.focus();
  grid.begun = { field: step[0].field, before: step[0].field.value };
}

function judged(grid, saved) {
  grid.cells.forEach((cell) => showFaults(cell, saved.faults[cell.dataset.cell] ?? []));
  for (const [section, [empty, faulty]] of Object.entries(saved.sections)) count(section, empty, faulty);
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

function count(section, empty, faulty) {
  const box = form.querySelector(`[data-count="${section}"]`);
  if (!box) return;
  const words = [];
  if (empty) words.push("told" in box.dataset ? box.dataset.empty : `${empty} ${box.dataset.empty}`);
  if (faulty) words.push(`${faulty} ${box.dataset.faulty}`);
  box.textContent = words.join(", ") || box.dataset.full;
}

/* Beside the state of saving, which would write over it; it stays until somebody types. */
function tell(text, isBad = false) {
  const hint = form.querySelector("[data-hint]");
  hint.textContent = text;
  hint.classList.toggle("unsaved", isBad);
}
