// Sends each chosen file at once, by itself, with its progress; one that fails harms no other and can be tried again.

const sending = new Set();

// What is on its way, to be waited for before the page is left; null where nothing is.
export function uploads() {
  return sending.size ? Promise.all(sending) : null;
}

export function watchFiles(form, say, ready) {
  form.addEventListener("change", async (event) => {
    const input = event.target;
    const field = input.closest?.("[data-files]");
    if (input.type !== "file" || !field || !input.files.length) return;
    const files = [...input.files];
    if (!(await ready())) return; // no draft yet: the button will send them
    input.value = "";
    for (const file of files) await sendOne(form, field.dataset.files, file, say);
  });
  form.addEventListener("click", async (event) => {
    const button = event.target.closest?.('button[name="retirer"]');
    if (!button) return;
    event.preventDefault();
    const field = button.closest("[data-files]").dataset.files;
    const data = new FormData();
    data.append("champ", field);
    data.append("retirer", button.value);
    try {
      const response = await fetch(address(form), { method: "POST", body: data, headers: { Accept: "application/json" } });
      if (!response.ok) throw new Error(response.status);
      redraw(form, field, (await response.json()).html);
      find(form, field).querySelector("input[type=file]").focus();
      say("Fichier retiré");
    } catch {
      say("Le fichier n’a pas pu être retiré : réessayez.", "error");
    }
  });
}

function address(form) {
  return new URL("../../fichiers/", new URL(form.action, location.href));
}

function find(form, name) {
  return form.querySelector(`[data-files="${CSS.escape(name)}"]`);
}

function redraw(form, name, html) {
  const waiting = [...find(form, name).querySelectorAll(".file-line")];
  find(form, name).outerHTML = html;
  find(form, name).append(...waiting);
}

function line(form, name, text) {
  const box = document.createElement("p");
  box.className = "file-line";
  const label = document.createElement("span");
  label.textContent = text;
  const bar = document.createElement("progress");
  bar.max = 100;
  bar.value = 0;
  bar.setAttribute("aria-label", `Envoi de ${text}`);
  box.append(label, bar);
  find(form, name).append(box);
  return { box, label, bar };
}

function sendOne(form, name, file, say) {
  const sent = transfer(form, name, file, say);
  sending.add(sent);
  return sent.finally(() => sending.delete(sent));
}

function transfer(form, name, file, say) {
  const { box, label, bar } = line(form, name, file.name);
  return new Promise((done) => {
    const data = new FormData();
    data.append("champ", name);
    data.append("fichier", file);
    const request = new XMLHttpRequest();
    request.open("POST", address(form));
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) bar.value = (100 * event.loaded) / event.total;
    });
    const refuse = (text, again) => {
      bar.remove();
      box.classList.add("file-line--error");
      box.setAttribute("role", "alert");
      label.textContent = text;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link-button";
      button.textContent = again ? "Réessayer" : "Fermer";
      button.addEventListener("click", () => {
        box.remove();
        if (again) sendOne(form, name, file, say);
      });
      box.append(button);
      done();
    };
    request.addEventListener("load", () => {
      const found = request.response;
      if (request.status === 200 && found) {
        box.remove();
        redraw(form, name, found.html);
        say(`« ${file.name} » reçu à ${found.saved}`, "done");
        return done();
      }
      if (request.status === 422 && found) return refuse(found.errors.join(" "), false);
      refuse(`« ${file.name} » n’est pas arrivé.`, true);
    });
    request.addEventListener("error", () => refuse(`« ${file.name} » n’est pas arrivé : pas de connexion.`, true));
    request.send(data);
  });
}
