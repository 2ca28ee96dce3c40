// Native dialogs: `data-dialog-open="id"` opens, `data-dialog-close` closes; the browser keeps the focus.

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-dialog-open]");
  if (opener) document.getElementById(opener.dataset.dialogOpen)?.showModal();
  event.target.closest("[data-dialog-close]")?.closest("dialog").close();
});
