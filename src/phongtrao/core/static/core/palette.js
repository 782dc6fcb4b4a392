// Ctrl+K: a box over the page that finds while one types. Without script the box in the top bar asks
// the page of results.
const box = document.getElementById("bang-tim");
const input = document.getElementById("tim-bang");
const list = document.getElementById("tim-thay");
const WAIT = 140; // milliseconds after the last key
let timer = 0;
let asked = null;
let shown = "";

function options() {
  return [...list.querySelectorAll("[role=option]")];
}

function choose(option) {
  for (const each of options()) each.setAttribute("aria-selected", String(each === option));
  input.setAttribute("aria-activedescendant", option ? option.id : "");
  option?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = options();
  if (!all.length) return;
  const here = all.findIndex((each) => each.getAttribute("aria-selected") === "true");
  const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : (here + by + all.length) % all.length;
  choose(all[next]);
}

function show(html) {
  list.innerHTML = html;
  input.setAttribute("aria-expanded", String(options().length > 0));
  input.removeAttribute("aria-activedescendant");
  const status = box.querySelector("[data-palette-status]");
  status.textContent = html ? `${status.dataset.counted}: ${options().length}` : "";
}

async function find() {
  const typed = input.value.trim();
  if (typed === shown) return;
  asked?.abort();
  if (!typed) {
    shown = "";
    show("");
    return;
  }
  asked = new AbortController();
  try {
    const answer = await fetch(`${box.dataset.source}?${new URLSearchParams({ q: typed })}`, { signal: asked.signal });
    // Signed out in the meantime: the page of results leads to sign-in.
    if (!answer.ok || answer.redirected) return;
    shown = typed;
    show(await answer.text());
  } catch (error) {
    if (error.name !== "AbortError") show("");
  }
}

function open(typed) {
  if (box.open) return;
  input.value = typed;
  box.showModal();
  input.focus();
  input.select();
  find();
}

if (box && box.showModal) {
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      const chosen = list.querySelector("[aria-selected=true]");
      if (chosen) {
        event.preventDefault();
        location.assign(chosen.href);
      }
    }
  });
  box.addEventListener("click", (event) => {
    if (event.target === box || event.target.closest("[data-palette-close]")) box.close();
  });
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open("");
    }
  });
  for (const opener of document.querySelectorAll("[data-palette-open]")) {
    opener.addEventListener("click", (event) => {
      event.preventDefault();
      open(opener.value ?? "");
    });
    // A key typed into the box in the top bar goes on in the palette.
    opener.addEventListener("input", () => {
      const typed = opener.value;
      opener.value = "";
      open(typed);
      input.setSelectionRange(typed.length, typed.length);
    });
  }
}
