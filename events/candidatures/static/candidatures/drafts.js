// Offers, on the page of the call, the draft that this device began. Nothing leaves the device.

const KEY = "nec-brouillon";

function kept() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

export function keepDraft(url, title) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ url, title, at: Date.now() }));
  } catch {
    // private browsing without storage: the e-mail link remains
  }
}

function forgetDraft() {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // as above
  }
}

const here = document.querySelector("[data-draft-here]");
if (here) keepDraft(new URL(here.dataset.draftHere || location.pathname, location.origin).pathname, document.querySelector("[data-draft-title]")?.textContent ?? "");

if (document.querySelector("[data-draft-done]")) forgetDraft();

const offer = document.querySelector("[data-draft-offer]");
const draft = offer && kept();
if (draft && /^\/[\w/-]+\/reprendre\/[\w-]+\/$/.test(draft.url)) {
  offer.querySelector("[data-draft-offer-link]").href = draft.url;
  const day = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long" }).format(new Date(draft.at));
  offer.querySelector("[data-draft-offer-text]").textContent = `Ouvert pour la dernière fois le ${day}. Il vous attend là où vous l’avez laissé.`;
  offer.querySelector("[data-draft-offer-dismiss]").addEventListener("click", () => {
    forgetDraft();
    offer.hidden = true;
  });
  offer.hidden = false;
}

for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => document.querySelectorAll("form[data-once]").forEach((form) => delete form.dataset.sent));
