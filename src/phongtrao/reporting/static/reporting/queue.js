// Opens a report of the queue beside the list. Every link leads to a page of its own without this.
const panel = document.getElementById("bang-duyet");
const WIDE = "(min-width: 75rem)";
let opener = null;

function links() {
  return [...document.querySelectorAll(".list-table tbody a[href*='/duyet/']")];
}

function show(address, link) {
  opener = link ?? links().find((each) => address.startsWith(each.getAttribute("href"))) ?? null;
  for (const row of document.querySelectorAll("tr.reading")) row.classList.remove("reading");
  opener?.closest("tr").classList.add("reading");
  panel.hidden = false;
  document.body.classList.add("with-panel");
  window.htmx.ajax("GET", address, { target: panel, swap: "innerHTML" }).then(() => {
    panel.scrollTop = 0;
    panel.focus();
  });
}

function close() {
  panel.hidden = true;
  panel.replaceChildren();
  document.body.classList.remove("with-panel");
  opener?.focus();
}

function step(by) {
  const button = panel.querySelector(by > 0 ? "[data-next]" : "[data-before]");
  if (button) show(button.dataset.panel);
}

document.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || !matchMedia(WIDE).matches) return;
  const inside = event.target.closest("#bang-duyet [data-panel]");
  if (inside) {
    event.preventDefault();
    show(inside.dataset.panel);
    return;
  }
  if (event.target.closest("#bang-duyet [data-close]")) {
    close();
    return;
  }
  const link = event.target.closest(".list-table tbody a");
  if (!link || !links().includes(link)) return;
  event.preventDefault();
  show(`${link.getAttribute("href")}bang/`, link);
});

// A letter alone is typed into fields; these keys only mean something outside of them.
document.addEventListener("keydown", (event) => {
  if (panel.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return close();
  if (event.target.closest("input, textarea, select")) return;
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
});

// A reason that is used again goes into the field as if it were typed.
document.addEventListener("change", (event) => {
  const choice = event.target.closest("[data-phrase]");
  if (!choice?.value) return;
  const field = choice.form.elements.reason;
  field.value = field.value ? `${field.value}\n${choice.value}` : choice.value;
  choice.value = "";
  field.focus();
});

document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.target === panel) panel.textContent = panel.dataset.failed;
});

if (panel?.dataset.open && matchMedia(WIDE).matches) {
  addEventListener("load", () => show(panel.dataset.open));
}
