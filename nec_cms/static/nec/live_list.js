/*
 * Lists that follow their filters without a reload. Without this script the same form and links reload the page.
 *
 * A page marks its list with [data-live-list]; inside stand the filters (components/filters.html) and one element
 * [data-live-results], which holds all that the filters change. The answer asked for is the page itself, at the address
 * that the filters make: only those parts of it are taken. The form is kept as it is, so that focus, open choices and
 * what is being typed stay; the count is a live region, kept too, so that its new text is announced.
 */

const TYPING = 400; // milliseconds without a key before a search starts
const FOLLOWED = ".filters-result a, .pagination a, .empty a";

class LiveList {
  constructor(root) {
    this.root = root;
    this.form = root.querySelector(".filters-form");
    this.results = root.querySelector("[data-live-results]");
    this.results.tabIndex = -1;
    this.shown = location.href;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.show(this.address());
    });
    this.form.addEventListener("change", (event) => {
      if (event.target.type === "checkbox") this.show(this.address());
    });
    this.form.addEventListener("input", (event) => {
      if (event.target.type !== "search") return;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.show(this.address(), { typed: true }), TYPING);
    });
    root.addEventListener("click", (event) => this.click(event));
    root.addEventListener("keydown", (event) => this.escape(event));
    document.addEventListener("click", (event) => this.closeChoices(event.target));
    addEventListener("popstate", () => this.show(location.href, { back: true }));
  }

  /* The address of the list that the form asks for, without its empty fields. */
  address() {
    const url = new URL(this.form.action);
    const asked = [...new FormData(this.form)].filter(([, value]) => value.trim());
    url.search = new URLSearchParams(asked);
    return url.href;
  }

  click(event) {
    const link = event.target.closest(FOLLOWED);
    const plain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!link || !plain || new URL(link.href).pathname !== new URL(this.form.action).pathname) return;
    event.preventDefault();
    this.show(link.href, { paging: Boolean(link.closest(".pagination")), set: true });
  }

  async show(address, { typed = false, back = false, paging = false, set = false } = {}) {
    clearTimeout(this.timer);
    if (address === this.shown) return;
    this.request?.abort();
    this.request = new AbortController();
    this.results.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(address, { signal: this.request.signal });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-live-list]");
      if (!answer.ok || !fresh) throw new Error(`HTTP ${answer.status}`);
      if (!back) history[typed && this.typed ? "replaceState" : "pushState"](null, "", address);
      this.typed = typed;
      this.shown = address;
      document.title = page.title;
      this.take(fresh, { set: back || set });
      this.keepFocus(paging);
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address); // the page itself says what is wrong
    } finally {
      this.results.removeAttribute("aria-busy");
    }
  }

  take(fresh, { set }) {
    this.focused = this.root.contains(document.activeElement) && document.activeElement;
    const fromResult = this.root.querySelector(".filters-result");
    const toResult = fresh.querySelector(".filters-result");
    const count = fromResult.querySelector(".filters-count");
    count.replaceChildren(...toResult.querySelector(".filters-count").childNodes);
    fromResult.querySelector(".tags")?.remove();
    const tags = toResult.querySelector(".tags");
    if (tags) fromResult.append(tags);
    this.root.querySelector(".filters-errors")?.remove();
    const errors = fresh.querySelector(".filters-errors");
    if (errors) fromResult.before(errors);
    this.results.replaceChildren(...fresh.querySelector("[data-live-results]").childNodes);
    this.setForm(fresh.querySelector(".filters-form"), set);
  }

  /* The numbers of choices follow; the choices themselves only where the address did not come from the form. */
  setForm(fresh, set) {
    const totals = (form) => [...form.querySelectorAll(".filter > summary")];
    totals(fresh).forEach((summary, place) => {
      const mine = totals(this.form)[place];
      mine.querySelector(".filter-total")?.remove();
      const total = summary.querySelector(".filter-total");
      if (total) mine.querySelector(".icon").before(total);
    });
    if (!set) return;
    for (const field of this.form.elements) {
      if (field.type === "checkbox") {
        const same = `input[name="${CSS.escape(field.name)}"][value="${CSS.escape(field.value)}"]`;
        field.checked = Boolean(fresh.querySelector(same)?.checked);
      } else if (field.type === "search") {
        field.value = fresh.querySelector(`input[name="${CSS.escape(field.name)}"]`)?.value ?? "";
      }
    }
  }

  /* What had the focus may be gone: a removed tag hands it to the next, a page number to the top of the list. */
  keepFocus(paging) {
    if (paging) {
      this.results.focus({ preventScroll: true });
      this.root.scrollIntoView({ block: "start" });
    } else if (this.focused && !this.focused.isConnected) {
      (this.root.querySelector(".filters-result .tag") ?? this.form.querySelector("input, summary")).focus();
    }
  }

  escape(event) {
    const open = event.key === "Escape" && event.target.closest(".filter[open]");
    if (!open) return;
    open.open = false;
    open.querySelector("summary").focus();
  }

  closeChoices(target) {
    for (const open of this.form.querySelectorAll(".filter[open]")) {
      if (!open.contains(target)) open.open = false;
    }
  }
}

for (const root of document.querySelectorAll("[data-live-list]")) new LiveList(root);
