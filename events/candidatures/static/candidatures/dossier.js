// Saves a step after each change, says so, and tries again; sends files one by one. Without it the buttons do it all.

import { keepDraft } from "./drafts.js";
import { uploads, watchFiles } from "./files.js";
import { foldRows } from "./rows.js";
import { comboboxes } from "./combobox.js";

const form = document.querySelector("form[data-dossier]");
const state = document.querySelector("[data-save-state]");
const PAUSE = 900;
const RETRIES = [3000, 8000, 20000, 60000];

let timer = 0;
let running = null;
let dirty = false;
let failures = 0;
let leaving = false;

function say(text, kind = "") {
  state.className = `save-state ${kind && `save-state--${kind}`}`;
  state.textContent = text;
}

function later(delay = PAUSE) {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(save, delay);
}

function answers() {
  const data = new FormData(form);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  data.delete("aller");
  data.delete("suite");
  return data;
}

async function save() {
  if (running || leaving) return running;
  dirty = false;
  say("Enregistrement…");
  running = send();
  await running;
  running = null;
  if (dirty) later();
}

async function send() {
  let response;
  try {
    response = await fetch(form.action, {
      method: "POST",
      body: answers(),
      headers: { Accept: "application/json" },
      credentials: "same-origin",
    });
  } catch {
    return failed("Pas de connexion");
  }
  if (response.status === 409) {
    const found = await response.json();
    if (found.error === "filed") return say("Ce dossier a été déposé dans un autre onglet. Rechargez la page.", "error");
    return say(`Cette étape a changé dans un autre onglet à ${found.saved}. Rechargez-la avant de continuer.`, "error");
  }
  if (response.status === 422) return say("Le brouillon commence avec votre première réponse.");
  if (!response.ok) return failed("Le site ne répond pas");
  failures = 0;
  show(await response.json());
}

function failed(reason) {
  const delay = RETRIES[Math.min(failures, RETRIES.length - 1)];
  failures += 1;
  say(`${reason} : vos réponses ne sont pas encore enregistrées. Nouvel essai dans ${Math.round(delay / 1000)} s.`, "error");
  later(delay);
}

function show(found) {
  if (found.url) {
    form.action = found.url;
    form.dataset.saved = "";
    history.replaceState(null, "", found.url);
    for (const name of ["territoire", "formats", "site-web"]) form.querySelector(`input[name="${name}"]`)?.remove();
  }
  keepDraft(new URL("../../", new URL(form.action, location.href)).pathname, "");
  stamp("vu", found.seen);
  stamp("montre", found.asked.join(","));
  say(`Brouillon enregistré à ${found.saved}`, "done");
  const asked = new Set(found.asked);
  for (const question of form.querySelectorAll("[data-question]")) question.hidden = !asked.has(question.dataset.question);
  news(found.tiers);
  const tiers = document.querySelector("[data-tiers]");
  tiers.innerHTML = found.eligibility;
  tiers.closest("section").hidden = false;
}

function stamp(name, value) {
  let input = form.elements[name];
  if (!input) {
    input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    form.append(input);
  }
  input.value = value;
}

let known = null;
function news(tiers) {
  const labels = { brand: "La marque", support: "L’accompagnement", grant: "La subvention" };
  const said = document.querySelector("[data-tier-news]");
  const now = Object.fromEntries(tiers.map((tier) => [tier.name, tier.met]));
  if (known) {
    const changed = Object.keys(now).filter((name) => now[name] !== known[name]);
    if (changed.length) said.textContent = changed.map((name) => `${labels[name]} : critères ${now[name] ? "réunis" : "à réunir"}.`).join(" ");
  }
  known = now;
}

if (form) {
  form.addEventListener("input", (event) => event.target.type !== "file" && later());
  form.addEventListener("change", (event) => event.target.type !== "file" && later(200));
  form.addEventListener("submit", async (event) => {
    if (leaving) return event.preventDefault();
    clearTimeout(timer);
    const busy = running || uploads();
    if (busy) {
      // its answer stamps the form: sent before it, the step would be told that another tab changed it
      event.preventDefault();
      await busy;
      return form.requestSubmit(event.submitter);
    }
    leaving = true;
  });
  addEventListener("pageshow", () => (leaving = false));
  addEventListener("online", () => failures && later(0));
  addEventListener("beforeunload", (event) => {
    if (!leaving && (dirty || failures)) event.preventDefault();
  });
  document.querySelector(".error-summary")?.focus();
  watchFiles(form, say, () => "saved" in form.dataset || save().then(() => "saved" in form.dataset));
  foldRows(form);
  comboboxes(form);
}
