// Live word count of fields with `data-words="limit"`.

const count = (text) => (text.trim() ? text.trim().split(/\s+/u).length : 0);

const show = (field) => {
  const place = document.getElementById(`${field.id}_words`);
  if (!place) return;
  const limit = Number(field.dataset.words);
  const words = count(field.value);
  const over = words > limit;
  place.textContent = over
    ? `${words} từ, dài hơn mức tối đa ${words - limit} từ.`
    : `${words} trên tối đa ${limit} từ.`;
  place.classList.toggle("field__words--over", over);
};

const showAll = () => document.querySelectorAll("[data-words]").forEach(show);

document.addEventListener("input", (event) => {
  if (event.target.matches("[data-words]")) show(event.target);
});
document.addEventListener("htmx:afterSettle", showAll);
showAll();
