// Narrows a list of ticks to what is typed, with or without tone marks, and counts the chosen.
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

for (const box of document.querySelectorAll("[data-choose]")) {
  const items = [...box.querySelectorAll("[data-choose-item]")].map((item) => [item, fold(item.dataset.chooseItem)]);
  const groups = [...box.querySelectorAll("[data-choose-group]")];
  const count = box.querySelector("[data-choose-count]");
  box.querySelector("[data-choose-search]")?.addEventListener("input", (event) => {
    const wanted = fold(event.target.value.trim());
    for (const [item, words] of items) item.hidden = !words.includes(wanted);
    for (const group of groups) group.hidden = !group.querySelector("[data-choose-item]:not([hidden])");
  });
  box.addEventListener("change", () => {
    count.textContent = box.querySelectorAll("input[type=checkbox]:checked").length;
  });
}
