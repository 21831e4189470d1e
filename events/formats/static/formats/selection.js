// The selection of formats without a reload, and kept from one visit to the next. Without this file the links do it all.

const KEY = "nec-formats";
const PARAMETER = "formats";

const stored = {
  read() {
    try { return localStorage.getItem(KEY) || ""; } catch { return ""; }
  },
  write(slugs) {
    try { slugs ? localStorage.setItem(KEY, slugs) : localStorage.removeItem(KEY); } catch { /* storage is refused: the address holds it */ }
  },
};

const slugsOf = (address) => new URL(address, location.href).searchParams.get(PARAMETER) || "";

function withSlugs(address, slugs) {
  const url = new URL(address, location.href);
  url.searchParams.delete(PARAMETER);
  const rest = url.searchParams.toString();
  const held = [rest, slugs ? `${PARAMETER}=${slugs}` : ""].filter(Boolean).join("&");
  return url.pathname + (held ? `?${held}` : "");
}

function swap(page) {
  for (const part of document.querySelectorAll("[data-selection-part]")) {
    const fresh = page.querySelector(`[data-selection-part="${CSS.escape(part.dataset.selectionPart)}"]`);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
  }
  for (const card of document.querySelectorAll(".format-card[id]")) {
    const fresh = page.getElementById(card.id);
    if (!fresh) continue;
    card.className = fresh.className;
    card.querySelector(".format-card-title a").href = fresh.querySelector(".format-card-title a").href;
  }
  const kept = document.querySelector(`.filters-form`);
  const fresh = page.querySelector(`.filters-form`);
  if (kept && fresh) {
    kept.querySelector(`input[name="${PARAMETER}"]`)?.remove();
    const field = fresh.querySelector(`input[name="${PARAMETER}"]`);
    if (field) kept.append(document.adoptNode(field));
  }
  prepare();
}

async function show(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  if (!answer.ok) throw new Error(String(answer.status));
  swap(new DOMParser().parseFromString(await answer.text(), "text/html"));
  history.replaceState(history.state, "", address);
}

function say() {
  const said = document.querySelector("[data-selection-said]")?.dataset.selectionSaid;
  const status = document.querySelector("[data-selection-status]");
  if (status && said) status.textContent = said;
}

function prepare() {
  for (const button of document.querySelectorAll("[data-print]")) button.hidden = false;
}

document.addEventListener("click", async (event) => {
  if (event.target.closest("[data-print]")) return window.print();
  const link = event.target.closest("a[data-selection-toggle]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  const slug = link.dataset.selectionToggle;
  const address = withSlugs(link.href, slugsOf(link.href));
  stored.write(slugsOf(link.href));
  try {
    await show(address);
  } catch {
    location.assign(link.href);
    return;
  }
  const again = document.querySelector(`a[data-selection-toggle="${CSS.escape(slug)}"]`);
  (again || document.querySelector('[data-selection-part="list"]'))?.focus();
  say();
});

prepare();
if (new URL(location.href).searchParams.has(PARAMETER)) {
  stored.write(document.querySelector("[data-selection-query]")?.dataset.selectionQuery.replace(`${PARAMETER}=`, "") || "");
} else if (stored.read()) {
  show(withSlugs(location.href, stored.read())).catch(() => {});
}
