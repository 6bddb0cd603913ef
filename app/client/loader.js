// Brings the islands of a page to life. Served beside client.js and client_bg.wasm, as an external module
// script: the page itself carries no inline script, so its policy needs neither a nonce nor a hash.
//
// The page works without this file. So nothing here may throw past one island, and every failure is said
// on the console, where the browser tests look for it.
import start, * as client from "./client.js";

const bring = (island) => {
  const name = island.dataset.component;
  const hydrateIsland = client[name];
  if (!hydrateIsland) {
    console.error(`No code for the island ${name}: the page and the script are of different builds.`);
    return;
  }
  try {
    hydrateIsland(island);
    // For the style sheet: a control that only works with the script can wait for this mark.
    island.dataset.ready = "";
  } catch (error) {
    console.error(`The island ${name} did not start.`, error);
  }
};

try {
  await start();
  client.hydrate();
  // In document order, so that an island inside another comes after the one that holds it.
  document.querySelectorAll("leptos-island").forEach(bring);
} catch (error) {
  // Old browsers refuse wasm under a strict policy. The page is whole without it.
  console.error("The page stays without live parts.", error);
}
