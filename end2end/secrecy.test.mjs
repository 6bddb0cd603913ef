// What is private stays private, and nobody publishes alone: by the buttons on the page and by requests written by hand.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { launchChromium } from "./chromium.mjs";
import { crawl } from "./crawl.mjs";
import { checkAndSubmit, countersign, day, heading, open, signIn, source } from "./desk.mjs";
import { startProduct } from "./product.mjs";

let browser, product;

before(async () => {
  browser = await launchChromium();
  product = await startProduct();
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

const at = async (t, officer) => {
  const opened = await signIn(browser, product, officer, { javaScriptEnabled: false });
  t.after(() => opened.context.close());
  return opened;
};

// Writes a declaration in which every field that takes text holds its own canary.
const declare = async ({ page }, canary) => {
  await page.goto(`${product.desk}/instruments/ukraine-guarantee/acts/declaration-made`);
  await page.getByLabel("Text", { exact: true }).fill(`${canary}text`);
  await day(page, "Date", "2026-11-20");
  await source(page, `${canary}citation`);
  await page.getByLabel("Web address, if there is one").first().fill(`https://example.org/${canary}url`);
};

// A text as it stands, and as it could have slipped out.
const forms = (text) => [
  text,
  encodeURIComponent(text),
  Buffer.from(text).toString("hex"),
  ...[0, 1, 2].map((offset) =>
    Buffer.from(`${"x".repeat(offset)}${text}`).toString("base64").slice(offset === 0 ? 0 : 4).replace(/.{0,4}=*$/, ""),
  ),
];

test("nothing of a draft, of what waits or of what was returned is public", async (t) => {
  const before = await crawl(product.public, "/", { most: 5000 });
  const liaison = await at(t, await product.addOfficer("ana.horvat", "liaison:HRV"));
  const verifier = await at(t, await product.addOfficer("ivan.babic", "verifier:HRV"));

  await declare(liaison, "canarydraft");
  await liaison.page.getByRole("button", { name: "Save the draft" }).click();
  await declare(liaison, "canarywaiting");
  await checkAndSubmit(liaison);
  await declare(liaison, "canaryreturned");
  await checkAndSubmit(liaison);
  await verifier.page.goto(`${product.desk}/queue`);
  await open(verifier.page, /declaration: /i);
  await verifier.page.getByLabel("Reason").fill("canaryreason");
  await verifier.page.getByRole("button", { name: "Return to the author" }).click();
  await heading(verifier.page, "Returned to its author");

  const pages = await crawl(product.public, "/", { most: 5000 });
  assert.ok(pages.length > 500, `only ${pages.length} addresses`);
  const words = ["canarydraft", "canarywaiting", "canaryreturned", "canaryreason"].flatMap(forms);
  const leaked = pages
    .map(({ path, text, headers }) => [path, `${text}${[...headers].flat().join()}`])
    .flatMap(([path, all]) => words.filter((word) => all.includes(word)).map((word) => `${path}: ${word}`));
  assert.deepEqual(leaked, []);

  // And nothing else tells: the same addresses, the same bytes, the same marks.
  const marks = (list) => list.map(({ path, status, headers }) => `${status} ${path} ${headers.get("etag")}`).sort();
  assert.deepEqual(marks(pages), marks(before));
  assert.ok(!/canary|password/.test(product.log().replaceAll("/account/password", "")), "the log holds what was typed");
});

// A request as somebody would write it who knows every address, with the session's cookie and token.
const byHand = async ({ context, page }, path, fields) => {
  await page.goto(`${product.desk}/account`);
  const token = await page.locator('input[name="token"]').first().inputValue();
  const cookies = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  return fetch(`${product.desk}${path}`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies, origin: product.desk, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ token, ...fields }),
  });
};

test("one person with two accounts cannot publish alone, by any route", async (t) => {
  const liaison = await at(t, await product.addOfficer("pedro.silva", "liaison:PRT"));
  const second = await at(t, await product.addOfficer("p.silva", "verifier:PRT", "--same-person-as", "pedro.silva"));
  await declare(liaison, "alone");
  await checkAndSubmit(liaison);
  const size = async () => (await (await fetch(`${product.public}/en/ukraine-guarantee.json`)).json()).register.size;
  const before = await size();

  await second.page.goto(`${product.desk}/queue`);
  const link = second.page.locator("main").getByRole("link", { name: /declaration: /i });
  const address = (await link.count()) > 0 ? await link.first().getAttribute("href") : undefined;
  await liaison.page.goto(`${product.desk}/desk`);
  const item = address ?? (await liaison.page.locator("main").getByRole("link", { name: /declaration: /i }).first().getAttribute("href"));
  const path = item.replace(/\/(check|edit)$/, "");

  // By the buttons, where there are any.
  await second.page.goto(`${product.desk}${path}`);
  if ((await second.page.getByRole("button", { name: "Sign", exact: true }).count()) > 0) {
    await countersign(second);
    await heading(second.page, "Another person has to sign");
  }
  // By hand, with everything that a form of the page would hold, from both accounts.
  const hidden = async (page) =>
    Object.fromEntries(
      await page.locator('main input[type="hidden"]').evaluateAll((inputs) => inputs.map(({ name, value }) => [name, value])),
    );
  for (const one of [liaison, second]) {
    await one.page.goto(`${product.desk}${path}`);
    const fields = { ...(await hidden(one.page)), password: one.officer.password };
    for (const route of ["submit", "countersign", "accept", "effect"]) {
      const answer = await byHand(one, `${path}/${route}`, fields);
      // Who has submitted and asks again is told the same again, and nothing more happens.
      const again = one === liaison && route === "submit" ? 303 : 403;
      assert.ok([again, 403, 404, 409, 422].includes(answer.status), `${route} as ${one.officer.name}: ${answer.status}`);
      assert.equal(await size(), before);
    }
  }
  // All at once.
  await second.page.goto(`${product.desk}${path}`);
  const fields = { ...(await hidden(second.page)), password: second.officer.password };
  const race = await Promise.all(Array.from({ length: 12 }, () => byHand(second, `${path}/countersign`, fields).catch(() => ({ status: 409 }))));
  assert.deepEqual([...new Set(race.map(({ status }) => (status < 400 ? "published" : "refused")))], ["refused"]);
  assert.equal(await size(), before);

  const another = await at(t, await product.addOfficer("maria.costa", "verifier:PRT"));
  await another.page.goto(`${product.desk}/queue`);
  await open(another.page, /declaration: /i);
  await countersign(another);
  await heading(another.page, "Signed");
});
