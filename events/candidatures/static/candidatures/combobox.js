// Turns the list of territories into a box that completes what is typed (WAI-ARIA combobox with a list). Without it
// the list and the free text beside it stay.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[-’']/g, " ");

export function comboboxes(form) {
  for (const box of form.querySelectorAll("[data-territory]")) build(box);
}

function build(box) {
  const select = box.querySelector("select");
  const other = box.querySelector("input");
  const options = [...select.options].filter((option) => option.value && option.value !== "autre").map((option) => ({ value: option.value, text: option.textContent, kind: option.parentElement.label ?? "", folded: fold(option.textContent) }));
  const input = document.createElement("input");
  const list = document.createElement("ul");
  const chosen = select.selectedOptions[0];
  const id = select.id;
  select.id = `${id}-liste`;
  Object.assign(input, { type: "text", id, autocomplete: "off", value: chosen?.value && chosen.value !== "autre" ? chosen.textContent : other.value, maxLength: 160 });
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", `${id}-choix`], ["aria-autocomplete", "list"]]) input.setAttribute(name, value);
  if (select.getAttribute("aria-invalid")) input.setAttribute("aria-invalid", "true");
  list.id = `${id}-choix`;
  list.className = "combobox-list";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Territoires");
  const label = document.createElement("label");
  label.htmlFor = id;
  label.textContent = "Écrivez son nom : choisissez dans la liste, ou gardez ce que vous écrivez";
  const wrap = document.createElement("div");
  wrap.className = "combobox";
  wrap.append(label, input, list);
  for (const part of box.children) part.hidden = true;
  box.append(wrap);
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const store = () => {
    const exact = options.find((option) => option.folded === fold(input.value.trim()));
    select.value = exact ? exact.value : input.value.trim() ? "autre" : "";
    other.value = exact ? "" : input.value.trim();
  };
  const pick = (option) => {
    input.value = option.text;
    store();
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const open = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    const found = options.filter((option) => words.every((word) => option.folded.includes(word))).slice(0, 8);
    list.replaceChildren(
      ...found.map((option, place) => {
        const item = document.createElement("li");
        item.id = `${id}-choix-${place}`;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = option.text;
        const kind = document.createElement("span");
        kind.className = "soft small";
        kind.textContent = ` ${option.kind}`;
        item.append(kind);
        item.addEventListener("mousedown", (event) => {
          event.preventDefault();
          pick(option);
        });
        item.option = option;
        return item;
      }),
    );
    active = -1;
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    input.removeAttribute("aria-activedescendant");
  };
  const move = (step) => {
    const items = [...list.children];
    if (!items.length) return;
    active = (active + step + items.length) % items.length;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    input.setAttribute("aria-activedescendant", items[active].id);
    items[active].scrollIntoView({ block: "nearest" });
  };
  input.addEventListener("input", () => {
    store();
    open();
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) open();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      pick(list.children[active].option);
    } else if (event.key === "Escape") close();
  });
}
