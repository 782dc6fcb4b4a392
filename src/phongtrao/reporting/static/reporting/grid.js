/* The entry grid: movement by keys, a block pasted from a spreadsheet, saving while one types.
   Everything here only adds to a form that works without it. */

const QUIET_MS = 1500; // typing rests this long before it is saved
const RETRY_MS = 15000;

const form = document.querySelector("form.entry");
if (form) start(form);

function start(form) {
  const cells = [...form.querySelectorAll("input[data-cell]")];
  const grid = { form, cells, composing: false, changed: false, saving: false, timer: 0 };
  for (const cell of cells) {
    cell.addEventListener("keydown", (event) => move(grid, cell, event));
    cell.addEventListener("paste", (event) => pasteBlock(grid, cell, event));
    cell.addEventListener("focus", () => cell.select());
  }
  // A Vietnamese keyboard composes letters: half a letter is never saved, and moves nothing.
  form.addEventListener("compositionstart", () => { grid.composing = true; });
  form.addEventListener("compositionend", () => { grid.composing = false; plan(grid); });
  form.addEventListener("input", () => { grid.changed = true; plan(grid); });
  form.addEventListener("submit", () => { clearTimeout(grid.timer); grid.sent = true; });
  addEventListener("online", () => plan(grid));
}

function move(grid, cell, event) {
  if (grid.composing || event.isComposing || event.keyCode === 229) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const place = grid.cells.indexOf(cell);
  const step = { ArrowDown: 1, Enter: event.shiftKey ? -1 : 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault(); // Enter in a cell goes on; only the button sends the report
  grid.cells[place + step]?.focus();
}

function pasteBlock(grid, cell, event) {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  if (lines.length < 2 && !text.includes("\t")) return;
  event.preventDefault();
  const values = lines.length > 1 ? lines.map((line) => line.split("\t")[0]) : lines[0].split("\t");
  const place = grid.cells.indexOf(cell);
  const room = grid.cells.length - place;
  values.slice(0, room).forEach((value, offset) => { grid.cells[place + offset].value = value.trim(); });
  grid.cells[place + Math.min(values.length, room) - 1].focus();
  if (values.length > room) tell(grid, grid.form.dataset.large, true);
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
