// The public pages as anybody meets them: valid, accessible, whole without a script, and silent.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, test } from "node:test";

import { modes, overflow, violations } from "./axe.mjs";
import { launchChromium, openPage } from "./chromium.mjs";
import { crawl } from "./crawl.mjs";
import { invalid } from "./html.mjs";
import { startProduct } from "./product.mjs";

const shots = resolve(import.meta.dirname, "shots/public");
let product, browser, pages, html;

// Of the many entries and views of the past a few of each are enough: they are made by the same code.
const followed = (path) => {
  const entry = path.match(/\/entries\/(\d+)/);
  if (entry) return Number(entry[1]) % 40 < 2;
  return !/\/at\//.test(path) || /\/at\/(n\d*0|\d{4}-\d{2}-0[15])/.test(path);
};

before(async () => {
  product = await startProduct();
  browser = await launchChromium();
  pages = await crawl(product.public, "/", { wanted: followed });
  html = pages.filter(({ headers }) => headers.get("content-type")?.startsWith("text/html"));
  await mkdir(shots, { recursive: true });
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

// One page of each kind, and of each instrument.
const samples = () => {
  const kinds = new Map();
  for (const { path } of html) {
    const kind = path
      .replace(/\/countries\/[a-z]{2,3}/, "/countries/*")
      .replace(/\/entries\/\d+/, "/entries/*")
      .replace(/\/at\/n\d+/, "/at/n*")
      .replace(/\/at\/[^/]*\d{4}-\d{2}-\d{2}/, "/at/day");
    const known = kinds.get(kind) ?? [];
    if (known.length < 2) kinds.set(kind, [...known, path]);
  }
  return [...kinds.values()].flat();
};

test("every link leads somewhere, and no page sets a cookie", () => {
  assert.ok(html.length > 80, `only ${html.length} pages`);
  const broken = pages.filter(({ status }) => status >= 400).map(({ path, status }) => `${status} ${path}`);
  assert.deepEqual(broken, []);
  assert.deepEqual(pages.filter(({ headers }) => headers.has("set-cookie")).map(({ path }) => path), []);
});

test("every page is valid HTML", async () => {
  const wrong = [];
  for (const { path, text } of html) wrong.push(...(await invalid(path, text)));
  assert.deepEqual(wrong.slice(0, 20), []);
});

test("every illustrative page, feed and table says that it is illustrative", () => {
  const ofGuarantee = pages.filter(({ path, status }) => path.includes("/ukraine-guarantee") && status === 200);
  assert.ok(ofGuarantee.length > 30, `only ${ofGuarantee.length} pages`);
  const silent = ofGuarantee.filter(({ text }) => !/illustrative/i.test(text)).map(({ path }) => path);
  assert.deepEqual(silent, []);
});

test("no status is the word “ratified” alone", () => {
  const alone = html.filter(({ text }) => />\s*ratified\s*</i.test(text)).map(({ path }) => path);
  assert.deepEqual(alone, []);
});

for (const mode of modes) {
  test(`axe finds nothing: ${mode.name}`, async () => {
    const found = [];
    const { context, page } = await openPage(browser, product.public, { ...mode, bypassCSP: true });
    for (const path of samples()) {
      await page.goto(`${product.public}${path}`);
      for (const line of await violations(page)) found.push(`${path} ${line}`);
      for (const line of await overflow(page)) found.push(`${path} reaches beyond the edge: ${line}`);
    }
    await context.close();
    assert.deepEqual(found.slice(0, 20), []);
  });
}

test("a page asks for nothing but its own, says nothing on the console, and is the same without a script", async () => {
  for (const path of samples()) {
    const texts = [];
    for (const javaScriptEnabled of [true, false]) {
      const { context, page, complaints } = await openPage(browser, product.public, { javaScriptEnabled });
      await page.goto(`${product.public}${path}`);
      texts.push(await page.locator("main").innerText());
      assert.deepEqual(complaints, [], path);
      await context.close();
    }
    assert.equal(texts[0], texts[1], path);
  }
});

test("pictures of the pages, wide and narrow, light and dark", async () => {
  const narrow = { width: 360, height: 740 };
  for (const mode of modes) {
    const viewport = mode.viewport.width === 320 ? narrow : mode.viewport;
    const { context, page } = await openPage(browser, product.public, { ...mode, viewport });
    for (const path of samples()) {
      await page.goto(`${product.public}${path}`);
      const name = `${path.replaceAll("/", "_")} ${mode.name}`.replaceAll(" ", "-");
      await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
    }
    await context.close();
  }
});
