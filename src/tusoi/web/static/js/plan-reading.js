// Reading a plan: a field shows its sentence, a marked sentence shows its field, a file may be dropped.

const region = document.querySelector("[data-reading-text]");

const clear = (name) => {
  for (const each of document.querySelectorAll(`.${name}`)) each.classList.remove(name);
};

const showPlace = (key) => {
  const marks = region.querySelectorAll(`[data-places~="${key}"]`);
  if (!marks.length) return;
  clear("is-shown");
  for (const mark of marks) mark.classList.add("is-shown");
  const top = marks[0].getBoundingClientRect().top - region.getBoundingClientRect().top;
  region.scrollTo({ top: region.scrollTop + top - region.clientHeight / 3 });
};

const showField = (key) => {
  const field = document.getElementById(`muc-${key}`);
  if (!field) return;
  clear("is-named");
  field.classList.add("is-named");
  field.scrollIntoView({ block: "center" });
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-place]");
  if (link && region) {
    event.preventDefault();
    clear("is-named");
    link.closest("[data-field]")?.classList.add("is-named");
    showPlace(link.dataset.place);
    return;
  }
  const mark = event.target.closest("[data-places]");
  if (mark) showField(mark.dataset.places.split(" ").at(-1));
});

if (region && location.hash.startsWith("#cho-")) showPlace(location.hash.slice(5));

const area = document.querySelector("[data-drop-area]");

if (area) {
  const input = area.querySelector("[data-drop]");
  const chosen = area.querySelector("[data-drop-chosen]");

  const sizeOf = (bytes) =>
    bytes < 1024 * 1024
      ? `${Math.max(1, Math.round(bytes / 1024)).toLocaleString("vi")} KB`
      : `${(bytes / 1024 / 1024).toLocaleString("vi", { maximumFractionDigits: 1 })} MB`;

  const tell = () => {
    const [file] = input.files;
    chosen.textContent = file ? `Đã chọn: ${file.name} (${sizeOf(file.size)}).` : "";
  };

  const hold = (event) => {
    event.preventDefault();
    area.classList.toggle("drop--over", event.type === "dragover");
  };

  input.addEventListener("change", tell);
  area.addEventListener("dragover", hold);
  area.addEventListener("dragleave", hold);
  area.addEventListener("drop", (event) => {
    hold(event);
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    tell();
  });
}
