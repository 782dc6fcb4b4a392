// Small comforts over pages that work without script: no double sending, nothing typed is lost.
const root = document.documentElement;
root.classList.add("with-script");

const bar = document.querySelector(".offline-bar");
let changed = false;

function tell(text) {
  bar.textContent = text;
  bar.classList.toggle("on", Boolean(text));
}

function release(form) {
  for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
  delete form.dataset.sent;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (!navigator.onLine) {
    event.preventDefault();
    tell(bar.dataset.offlineText);
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "1";
  changed = false;
  for (const button of form.querySelectorAll("button[type=submit]")) button.setAttribute("aria-disabled", "true");
  setTimeout(() => release(form), 8000); // a file that downloads leaves the page open
});

// A page brought back from the browser's memory must be able to send again.
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
addEventListener("online", () => tell(""));
document.addEventListener("htmx:sendError", () => tell(bar.dataset.offlineText));
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form");
  if (form) release(form);
});

// Typing is a sign of life: the session must not end under somebody who writes for long.
const SIGN_OF_LIFE = 5 * 60 * 1000;
let lastSign = Date.now();
document.addEventListener("input", (event) => {
  const form = event.target.form;
  // A form with data-save keeps its own state and says it in its own bar.
  if (form?.method === "post" && !form.dataset.save) changed = true;
  if (bar.dataset.alive && Date.now() - lastSign > SIGN_OF_LIFE) {
    lastSign = Date.now();
    fetch(bar.dataset.alive).catch(() => {});
  }
});
document.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail?.successful && event.detail.requestConfig?.verb === "post") changed = false;
});
addEventListener("beforeunload", (event) => {
  if (!changed) return;
  event.preventDefault();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) print();
  const back = event.target.closest("[data-back]");
  if (back && history.length > 1) {
    event.preventDefault();
    history.back();
  }
  const rail = event.target.closest("[data-rail]");
  if (rail) {
    const on = document.body.classList.toggle("frame-rail");
    rail.setAttribute("aria-pressed", String(on));
    document.cookie = `rail=${on ? 1 : 0};path=/;max-age=31536000;samesite=lax`;
  }
  for (const open of document.querySelectorAll("details.pop[open], details.ask[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.isComposing) return;
  const open = document.querySelector("details.pop[open], details.ask[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else if (location.hash === "#trinh-don") {
    location.hash = "noi-dung";
    document.querySelector(".drawer-open")?.focus();
  }
});
addEventListener("hashchange", () => {
  if (location.hash === "#trinh-don") document.querySelector(".sidebar a")?.focus();
});

document.querySelector("[data-focus]")?.focus();
