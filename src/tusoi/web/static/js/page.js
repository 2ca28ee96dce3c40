// Small manners of every page: focus on what is wrong, menus that close, the phone's list of pages.

const focusFault = (root) => root.querySelector("[data-focus]")?.focus();

const closeMenus = (except) => {
  for (const menu of document.querySelectorAll("[data-menu][open]")) {
    if (menu !== except) menu.open = false;
  }
};

document.addEventListener("click", (event) => {
  closeMenus(event.target.closest("[data-menu]"));
  const toggle = event.target.closest("[data-toggle]");
  if (toggle) toggle.ariaExpanded = String(toggle.ariaExpanded !== "true");
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("[data-menu][open]");
  closeMenus();
  menu?.querySelector("summary").focus();
});

document.addEventListener("htmx:afterSwap", (event) => focusFault(event.detail.elt));
focusFault(document);
