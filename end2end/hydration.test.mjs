// The gate for the islands: the server's markup and the browser's wasm, from the same Rust, still fit.
//
// `node --test hydration.test.mjs` builds both first; with nothing changed that takes a second.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

import { launchChromium, openPage } from "./chromium.mjs";
import { serveStrictly } from "./strict-site.mjs";

const root = resolve(import.meta.dirname, "..");
const folder = resolve(root, ".build/site");
const pageCommand = "run --quiet --locked --package islands --example page --features ssr".split(" ");

let html, browser;

const command = async (file, ...args) =>
  (await promisify(execFile)(file, args, { cwd: root, maxBuffer: 64 << 20 })).stdout;

before(async () => {
  await command("app/client/build-wasm.sh", folder);
  html = await command("cargo", ...pageCommand);
  browser = await launchChromium();
});

after(() => browser?.close());

const visit = async (t, { site = {}, context = {}, prepare = () => {} } = {}) => {
  const { origin, stop } = await serveStrictly({ html, folder, ...site });
  const opened = await openPage(browser, origin, context);
  t.after(async () => {
    await opened.context.close();
    await stop();
  });
  await prepare(opened.page);
  await opened.page.goto(`${origin}/`);
  return opened;
};

const islandsReady = ({ page, complaints }, count) =>
  page
    .waitForFunction((n) => document.querySelectorAll("leptos-island[data-ready]").length === n, count, { timeout: 10000 })
    .catch(() => assert.fail(`the islands did not start: ${complaints.join("; ") || "nothing on the console"}`));

// Asks again for a moment: the answer follows the input event, it does not come with it.
const says = async (page, field, text) => {
  const output = page.locator(`output[for="${field}"]`);
  const patience = Date.now() + 2000;
  let said = await output.textContent();
  while (said !== text && Date.now() < patience) {
    await pause(20);
    said = await output.textContent();
  }
  assert.equal(said, text);
};

const fromTheServer = [
  ["one-month", "A deposit on 31 January 2027 takes effect on 28 February 2027."],
  ["three-months", "A deposit on 1 July 2026 takes effect on 1 November 2026."],
  ["trente-jours", "Indiquez la date entière."],
  ["tally no abstain present not_voting", "With Yes 150, Present 200: Lost. 151 are needed. 1 are lacking."],
];

test("without a script the page says the rule and the day", async (t) => {
  const { page, complaints } = await visit(t, { context: { javaScriptEnabled: false } });
  for (const [field, text] of fromTheServer) await says(page, field, text);
  assert.match(await page.locator("main").innerText(), /first day of the month following the expiration/);
  assert.deepEqual(complaints, []);
});

test("the page carries no script of its own", () => {
  assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), ['<script type="module" src="/loader.js">']);
  assert.doesNotMatch(html, /\son[a-z]+=|\sstyle=/);
});

test("with the script each island answers for the day in its own field", async (t) => {
  const { page, complaints } = await visit(t);
  await islandsReady({ page, complaints }, 4);
  for (const [field, text] of fromTheServer) await says(page, field, text);

  for (const [field, day, text] of [
    ["one-month", "2028-01-31", "A deposit on 31 January 2028 takes effect on 29 February 2028."],
    ["one-month", "2100-01-31", "A deposit on 31 January 2100 takes effect on 28 February 2100."],
    ["one-month", "2026-12-31", "A deposit on 31 December 2026 takes effect on 31 January 2027."],
    ["three-months", "2026-06-30", "A deposit on 30 June 2026 takes effect on 1 October 2026."],
    ["three-months", "2026-07-01", "A deposit on 1 July 2026 takes effect on 1 November 2026."],
    ["three-months", "2023-11-30", "A deposit on 30 November 2023 takes effect on 1 March 2024."],
    ["trente-jours", "2026-10-02", "Un dépôt du 2 octobre 2026 prend effet le 1er novembre 2026."],
    ["trente-jours", "", "Indiquez la date entière."],
    ["one-month", "9999-12-31", "Give the whole date."],
  ]) {
    await page.locator(`#${field}`).fill(day);
    await says(page, field, text);
  }
  // The last two questions left the third field's neighbour alone.
  await says(page, "three-months", "A deposit on 30 November 2023 takes effect on 1 March 2024.");
  assert.deepEqual(complaints, []);
});

test("with the script a vote is counted at every change", async (t) => {
  const { page, complaints } = await visit(t);
  await islandsReady({ page, complaints }, 4);
  for (const [field, figure, text] of [
    ["tally", "151", "With Yes 151, Present 200: Carried. 151 are needed."],
    ["present", "302", "With Yes 151, Present 302: Lost. 152 are needed. 1 are lacking."],
    ["present", "", "With Yes 151: It cannot be told."],
    ["no", "40", "With Yes 151, No 40: It cannot be told."],
    ["present", "100", "With Yes 151, No 40, Present 100: The figures contradict each other."],
    ["present", "many", "Present is not a whole number."],
  ]) {
    await page.locator(`#${field}`).fill(figure);
    await says(page, "tally no abstain present not_voting", text);
  }
  assert.deepEqual(complaints, []);
});

test("the label leads to the field, and the keyboard is enough", async (t) => {
  const { page, complaints } = await visit(t);
  await islandsReady({ page, complaints }, 4);
  await page.getByLabel("Date du dépôt").focus();
  await page.keyboard.type("01312024");
  await says(page, "trente-jours", "Un dépôt du 31 janvier 2024 prend effet le 1er mars 2024.");
  assert.deepEqual(complaints, []);
});

test("a day given before the wasm has arrived is not lost", async (t) => {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const prepare = (page) =>
    page.route("**/client_bg.wasm", async (route) => {
      await held;
      await route.continue();
    });
  const { page, complaints } = await visit(t, { prepare });
  await page.locator("#three-months").fill("2026-06-30");
  assert.equal(await page.locator("leptos-island[data-ready]").count(), 0);
  release();
  await islandsReady({ page, complaints }, 4);
  await says(page, "three-months", "A deposit on 30 June 2026 takes effect on 1 October 2026.");
  assert.equal(await page.locator("#three-months").inputValue(), "2026-06-30");
  assert.deepEqual(complaints, []);
});

test("an island without code is said aloud and stops no other", async (t) => {
  const broken = html.replace(/data-component="[^"]*"/, 'data-component="Gone"');
  const { page, complaints } = await visit(t, { site: { html: broken } });
  await islandsReady({ page, complaints }, 3);
  assert.deepEqual(complaints, [
    "console: No code for the island Gone: the page and the script are of different builds.",
  ]);
  await page.locator("#three-months").fill("2026-06-30");
  await says(page, "three-months", "A deposit on 30 June 2026 takes effect on 1 October 2026.");
});

test("it also starts under the desk's policy, by nonce", async (t) => {
  const policy =
    "default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  const withNonce = html.replace("<script ", '<script nonce="r4nd0m" ');
  const { page, complaints } = await visit(t, { site: { html: withNonce, policy } });
  await islandsReady({ page, complaints }, 4);
  await page.locator("#one-month").fill("2028-01-31");
  await says(page, "one-month", "A deposit on 31 January 2028 takes effect on 29 February 2028.");
  assert.deepEqual(complaints, []);
});
