// Follows the building of all kits; without it the page says as much and is reloaded by hand.
const zone = document.querySelector("[data-kits-progress]");
const PAUSE = 2000; // milliseconds

const show = ({ total, waiting, failed, done }) => {
  const bar = zone.querySelector("progress");
  bar.max = total;
  bar.value = done;
  for (const [name, value] of Object.entries({ total, failed, done })) {
    zone.querySelector(`[data-kits-${name}]`).textContent = value;
  }
  zone.querySelector("h2").textContent = waiting ? "Composition en cours" : "Tous les kits sont à jour";
  return waiting;
};

const follow = async () => {
  const answer = await fetch(zone.dataset.kitsProgress, { headers: { Accept: "application/json" } });
  if (answer.ok && show(await answer.json())) setTimeout(follow, PAUSE);
};

if (zone && zone.querySelector("progress").value < zone.querySelector("progress").max) setTimeout(follow, PAUSE);
