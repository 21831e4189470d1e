// Folds the unused rows of a repeatable group behind a button. Without it all the rows are shown.

export function foldRows(form) {
  for (const group of form.querySelectorAll("[data-rows]")) {
    const rows = [...group.querySelectorAll(".group-row[data-folds]")];
    if (group.querySelectorAll(".group-row:not([data-folds])").length === 0) rows.shift();
    rows.forEach((row) => (row.hidden = true));
    if (!rows.length) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--quiet";
    button.textContent = `Ajouter : ${group.dataset.rowName.toLowerCase()}`;
    button.addEventListener("click", () => {
      const row = rows.shift();
      row.hidden = false;
      row.querySelector("input, select").focus();
      if (!rows.length) button.remove();
    });
    group.append(button);
  }
}
