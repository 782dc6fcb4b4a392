// The upload page: what was chosen is listed, and whoever waits sees that the machine is at work.
// The form works without this.
const form = document.querySelector("[data-upload]");
const input = form.querySelector("input[type=file]");
const chosen = form.querySelector("[data-chosen]");
const busy = form.querySelector("[data-busy]");
const MEGABYTE = 1024 * 1024;

const said = (number) => number.toLocaleString("vi-VN", { maximumFractionDigits: 1 });
const size = (bytes) => (bytes < MEGABYTE ? `${said(Math.ceil(bytes / 1024))} kB` : `${said(bytes / MEGABYTE)} MB`);

function line(file) {
  const item = document.createElement("li");
  item.textContent = `${file.name} (${size(file.size)})`;
  if (file.size > Number(form.dataset.megabytes) * MEGABYTE) {
    item.className = "late";
    item.textContent += `: ${busy.dataset.tooBig}`;
  }
  return item;
}

function tell(text, working) {
  busy.querySelector("p").textContent = text;
  busy.querySelector("progress").hidden = !working;
  busy.hidden = !text;
}

input.addEventListener("change", () => {
  const files = [...input.files];
  chosen.replaceChildren(...files.map(line));
  chosen.hidden = !files.length;
  const tooMany = files.length > Number(form.dataset.most);
  input.setCustomValidity(tooMany ? busy.dataset.tooMany : "");
  tell(tooMany ? busy.dataset.tooMany : "", false);
});
form.addEventListener("submit", () => tell(busy.dataset.text, true));
addEventListener("pageshow", () => tell("", false));
