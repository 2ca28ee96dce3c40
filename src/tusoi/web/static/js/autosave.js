// Forms with `data-autosave="url"`: saved while they are written, kept in the browser while the server
// does not answer, stopped when another window was faster. Protocol: docs/design-system.md.

const QUIET = 2000; // after the last keystroke
const LATEST = 4000; // after the first unsaved one
const RETRY = 5000;

const paragraph = (content, className = "") => {
  const element = Object.assign(document.createElement("p"), { className });
  element.append(content);
  return element;
};

const link = (href, text) =>
  Object.assign(document.createElement("a"), { href, target: "_blank", rel: "noopener", textContent: text });

class Autosave {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-autosave-status]");
    this.conflict = form.querySelector("[data-conflict]");
    this.key = `autosave:${form.dataset.autosave}`;
    this.firstChange = 0;
    this.timer = 0;
    this.sending = false;
    this.stopped = false;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("submit", () => this.submitted());
    this.restore();
  }

  get unsaved() {
    return this.firstChange > 0;
  }

  body() {
    return new URLSearchParams(
      [...new FormData(this.form)].filter(([, value]) => typeof value === "string"),
    );
  }

  changed() {
    if (this.stopped) return;
    this.firstChange ||= Date.now();
    const latest = this.firstChange + LATEST - Date.now();
    this.schedule(Math.max(0, Math.min(QUIET, latest)));
  }

  schedule(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), delay);
  }

  async save() {
    if (this.sending || this.stopped) return;
    this.sending = true;
    const began = this.firstChange;
    this.firstChange = 0;
    try {
      await this.send();
      if (this.unsaved) this.changed(); // written on while the answer was under way
    } catch {
      this.firstChange = began || Date.now();
      this.keep();
      if (!this.stopped) this.schedule(RETRY);
    } finally {
      this.sending = false;
    }
  }

  async send() {
    this.tell("Đang lưu…");
    const response = await fetch(this.form.dataset.autosave, {
      method: "POST",
      body: this.body(),
      headers: { Accept: "application/json" },
    });
    if (response.status === 409) return this.clash(await response.json());
    if (response.status === 422) return this.refused(await response.json());
    if (!response.ok || response.redirected) throw new Error(response.statusText);
    return this.saved(await response.json());
  }

  saved({ version, saved_at: savedAt }) {
    this.form.elements.version.value = version;
    this.forget();
    this.tell(`Đã lưu lúc ${savedAt}`);
  }

  refused({ errors }) {
    this.keep();
    this.tell(`Chưa lưu được: ${Object.values(errors).flat().join(" ")}`, true);
  }

  clash({ by, at, reload_url: reloadUrl }) {
    this.stopped = true;
    this.keep();
    this.warn("Biểu mẫu này vừa được sửa ở nơi khác", [
      `${by} đã lưu một bản khác lúc ${at}. Nội dung vừa viết vẫn ở trên màn hình này, chưa ghi đè lên bản đó.`,
      link(reloadUrl || location.href, "Mở bản mới nhất trong cửa sổ khác"),
    ]);
    this.tell("Đã dừng tự động lưu.", true);
  }

  store() {
    sessionStorage.setItem(this.key, this.body().toString());
  }

  keep() {
    try {
      this.store();
      this.tell("Chưa kết nối được máy chủ. Nội dung đang được giữ trên máy này và sẽ gửi lại.", true);
    } catch {
      this.tell("Chưa lưu được. Xin đừng đóng trang này.", true);
    }
  }

  forget() {
    sessionStorage.removeItem(this.key);
  }

  submitted() {
    clearTimeout(this.timer);
    this.stopped = true;
    this.firstChange = 0;
    this.store(); // until the server has answered; the next load compares
  }

  // Text kept from a moment without server goes back into its fields; where the server has moved on, it is shown.
  restore() {
    const kept = new URLSearchParams(sessionStorage.getItem(this.key) ?? "");
    const lost = [...this.form.querySelectorAll("textarea, input[type='text']")].filter(
      (field) => kept.has(field.name) && kept.get(field.name) !== field.value,
    );
    this.forget();
    if (!lost.length) return;
    if (kept.get("version") === this.form.elements.version.value) {
      for (const field of lost) field.value = kept.get(field.name);
      this.changed();
    } else {
      const texts = lost.map((field) => kept.get(field.name));
      this.warn("Nội dung chưa kịp lưu ở lần trước", [
        "Bản trên máy chủ đã thay đổi. Phần đã viết được giữ lại dưới đây để chép vào khi cần.",
        ...texts,
      ]);
    }
  }

  warn(title, parts) {
    this.conflict.replaceChildren(paragraph(title, "notice__title"), ...parts.map((part) => paragraph(part)));
    this.conflict.hidden = false;
  }

  tell(text, waiting = false) {
    this.status.textContent = text;
    this.status.classList.toggle("autosave--waiting", waiting);
  }
}

const forms = [...document.querySelectorAll("[data-autosave]")].map((form) => new Autosave(form));

addEventListener("beforeunload", (event) => {
  if (forms.some((form) => form.unsaved || form.sending)) event.preventDefault();
});
