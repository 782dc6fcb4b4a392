// The page of a draft: a card lights its words and the reverse; keys for whoever has many cards.
// Everything here is comfort: links, buttons and forms of the page work without it.
const page = document.querySelector("[data-draft]");
const whole = page.closest("main"); // what the reader was not sure of stands above the two panes
const DWELL = 250; // milliseconds: a pointer that only passes by moves nothing
const paper = page.querySelector("[data-paper]");
const addForm = document.querySelector("[data-add]");
const wide = matchMedia("(min-width: 62rem)");
let lit = [];
let next = null;
let dwelling = 0;

const cardOf = (node) => node?.closest?.("[data-card]");
const wordsOf = (key) => paper.querySelectorAll(`[data-cards~="${CSS.escape(key)}"]`);

function light(keys) {
  for (const node of lit) node.classList.remove("lit");
  lit = keys.flatMap((key) => [...wordsOf(key), whole.querySelector(`[data-card="${CSS.escape(key)}"]`)]).filter(Boolean);
  for (const node of lit) node.classList.add("lit");
}

function lightFrom(node) {
  const card = cardOf(node);
  const words = node.closest?.("[data-cards]");
  if (card) light([card.dataset.card]);
  else if (words) light(words.dataset.cards.split(" "));
  else light([]);
}

// Only the pane of the paper moves, never the page under the reader's hand.
function showWords(card) {
  const words = wordsOf(card.dataset.card)[0];
  if (!words || !wide.matches) return;
  const space = paper.getBoundingClientRect();
  const place = words.getBoundingClientRect();
  if (place.top < space.top || place.bottom > space.bottom) paper.scrollTop += place.top - space.top - space.height / 3;
}

whole.addEventListener("pointerover", (event) => {
  lightFrom(event.target);
  const card = cardOf(event.target);
  clearTimeout(dwelling);
  if (card) dwelling = setTimeout(() => showWords(card), DWELL);
});
whole.addEventListener("pointerleave", () => {
  clearTimeout(dwelling);
  lightFrom(document.activeElement);
});
whole.addEventListener("focusin", (event) => {
  lightFrom(event.target);
  const card = cardOf(event.target);
  if (card) showWords(card);
});
paper.addEventListener("click", (event) => {
  const words = event.target.closest("[data-cards]");
  if (!words || !getSelection().isCollapsed) {
    if (words) event.preventDefault(); // a selection ends here: the reader is not following a link
    return;
  }
  const card = document.getElementById(words.hash.slice(1));
  if (!card) return;
  event.preventDefault();
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: wide.matches ? "center" : "start" });
});

// -- adding from a selection ---------------------------------------------------------------------
// The server counts code points; the browser counts UTF-16 units.
const points = (text) => [...text].length;

function offsetOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const run = element.closest("[data-at]");
  if (run) {
    const before = document.createRange();
    before.setStart(run, 0);
    before.setEnd(node, offset);
    return Number(run.dataset.at) + points(before.toString());
  }
  let following = element === paper ? paper.childNodes[offset] : element.nextElementSibling;
  while (following && !following.dataset?.at) following = following.nextSibling;
  return following ? Number(following.dataset.at) : points(paper.textContent);
}

function addSelection() {
  const selection = getSelection();
  const range = selection.rangeCount ? selection.getRangeAt(0) : null;
  if (!addForm) return;
  if (!range || range.collapsed || !paper.contains(range.commonAncestorContainer)) {
    addForm.closest("details").open = true;
    addForm.elements.quote.focus();
    return;
  }
  addForm.elements.start.value = offsetOf(range.startContainer, range.startOffset);
  addForm.elements.end.value = offsetOf(range.endContainer, range.endOffset);
  addForm.requestSubmit();
}

// -- keys ----------------------------------------------------------------------------------------
const typing = (node) => node.closest("input, textarea, select, [contenteditable]");
const cards = () => [...page.querySelectorAll(".item-card")];

function press(card, key) {
  const verb = card?.querySelector(`[data-key="${key}"]`);
  verb?.click();
  return Boolean(verb);
}

function move(card, step) {
  const all = cards();
  const place = card ? all.indexOf(card) + step : 0;
  all[Math.min(Math.max(place, 0), all.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  const target = event.target;
  if (event.isComposing || event.keyCode === 229 || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.repeat || typing(target)) return;
  const to = { ArrowRight: "next", ArrowLeft: "previous" }[event.key];
  const neighbour = to && getSelection().isCollapsed && document.querySelector(`[data-queue="${to}"]`);
  if (neighbour) {
    event.preventDefault();
    neighbour.click();
    return;
  }
  if (!page.contains(target)) return;
  const card = target.closest(".item-card:not(.item-editing)");
  const key = event.key.toLowerCase();
  let used = false;
  if (key === "n") {
    addSelection();
    used = true;
  } else if (card && key === "enter" && !target.closest("a, button, summary")) used = press(card, "enter");
  else if (card && ["e", "x", "s", "j"].includes(key)) used = press(card, key);
  else if (card && key === "arrowdown") used = !move(card, 1);
  else if (card && key === "arrowup") used = !move(card, -1);
  if (used) event.preventDefault();
});

// -- a card answered anew ------------------------------------------------------------------------
document.addEventListener("htmx:beforeRequest", (event) => {
  const card = cardOf(event.target);
  // What is looked up inside a card leaves it where it is, and the focus with whoever types.
  if (!card || event.detail.target !== card) return;
  const keeps = event.target.dataset.key === "enter";
  next = { key: card.dataset.card, keeps, open: nextOpen(card) };
});

function nextOpen(card) {
  const all = cards();
  const after = all.slice(all.indexOf(card) + 1);
  return after.find((other) => other.dataset.state === "proposed")?.dataset.card;
}

// A refusal is a page or a fragment; neither belongs into the place of a card.
document.addEventListener("htmx:beforeSwap", (event) => {
  const detail = event.detail;
  if (detail.xhr.status < 400 || detail.xhr.responseText.includes('class="item-form"')) return;
  const whole = detail.xhr.responseText.includes('id="noi-dung"');
  detail.shouldSwap = true;
  detail.target = document.getElementById(whole ? "noi-dung" : "thong-diep");
  detail.selectOverride = whole ? "#noi-dung" : undefined;
  detail.swapOverride = whole ? "outerHTML" : "innerHTML";
  next = null;
  scrollTo(0, 0);
});

document.addEventListener("htmx:afterSettle", () => {
  if (!next) return;
  const done = page.querySelector(`[data-card="${CSS.escape(next.key)}"]`);
  const editing = done?.querySelector("textarea");
  if (done && !editing) {
    for (const words of wordsOf(next.key)) words.className = `m m-item-${done.dataset.state}`;
  }
  const onward = next.keeps && next.open ? page.querySelector(`[data-card="${CSS.escape(next.open)}"]`) : done;
  next = null;
  (editing ?? onward)?.focus();
});
