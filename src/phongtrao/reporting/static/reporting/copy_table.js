// Copies a table so that a word processor takes it as a table; it can also be marked by hand.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy-table]");
  if (!button) return;
  const table = document.getElementById(button.dataset.copyTable);
  const selection = window.getSelection();
  const range = document.createRange();
  range.selectNode(table);
  selection.removeAllRanges();
  selection.addRange(range);
  try {
    const html = new Blob([table.outerHTML], { type: "text/html" });
    const text = new Blob([table.innerText], { type: "text/plain" });
    await navigator.clipboard.write([new ClipboardItem({ "text/html": html, "text/plain": text })]);
  } catch {
    document.execCommand("copy"); // over plain HTTP there is no clipboard
  }
  selection.removeAllRanges();
  button.querySelector("span").textContent = button.dataset.copied;
});
