// The pages of the desk: valid, accessible, silent, and whole without a script; what is wrong is said in place.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, test } from "node:test";

import { modes, overflow, violations } from "./axe.mjs";
import { launchChromium, openPage } from "./chromium.mjs";
import { signIn } from "./desk.mjs";
import { invalid } from "./html.mjs";
import { startProduct } from "./product.mjs";

const shots = resolve(import.meta.dirname, "shots/desk-pages");
let browser, product, roles;

before(async () => {
  browser = await launchChromium();
  product = await startProduct();
  await mkdir(shots, { recursive: true });
  // Everybody once, so that the pages are those of an account whose password is its own.
  const officers = {
    ...product.officers,
    "ana.horvat": await product.addOfficer("ana.horvat", "liaison:HRV"),
    "ada.lind": await product.addOfficer("ada.lind", "auditor"),
  };
  for (const officer of Object.values(officers)) {
    const { context } = await signIn(browser, product, officer);
    await context.close();
  }
  roles = officers;
});

after(async () => {
  await browser?.close();
  await product?.stop();
});

// What each role can open from where it starts, one link deep, each form once.
const pagesOf = async (page) => {
  await page.goto(`${product.desk}/`);
  const links = await page.locator("a").evaluateAll((all) => all.map((a) => a.href));
  const own = links.filter((link) => link.startsWith(product.desk)).map((link) => link.slice(product.desk.length));
  const kinds = new Map(own.map((path) => [path.replace(/corrects=\w+/, "corrects").replace(/\/proposals\/\w+/, "/proposals/*"), path]));
  return [...new Set(["/", "/account", "/account/password", "/nowhere", ...kinds.values()])];
};

for (const mode of modes) {
  test(`axe finds nothing and every page is valid: ${mode.name}`, { timeout: 600_000 }, async () => {
    const found = [];
    const look = async (page, name, path) => {
      for (const line of await violations(page)) found.push(`${name} ${path} ${line}`);
      for (const line of await overflow(page)) found.push(`${name} ${path} reaches beyond the edge: ${line}`);
    };
    const anonymous = await openPage(browser, product.desk, { ...mode, bypassCSP: true });
    await anonymous.page.goto(`${product.desk}/sign-in`);
    await look(anonymous.page, "anybody", "/sign-in");
    await anonymous.context.close();
    const seen = new Set();
    for (const officer of Object.values(roles)) {
      const { context, page } = await signIn(browser, product, officer, { ...mode, bypassCSP: true });
      for (const path of await pagesOf(page)) {
        // A form is the same for everybody who may fill it in.
        const kind = path.replace(/corrects=\w+/, "corrects").replace(/(step-\w+)\?stage=\w+/, "$1");
        if (path.startsWith("/instruments/") && seen.has(kind)) continue;
        seen.add(kind);
        const response = await page.goto(`${product.desk}${path}`);
        assert.ok(response.status() < 500, `${officer.name} ${path}: ${response.status()}`);
        if (mode === modes[0]) found.push(...(await invalid(`${officer.name} ${path}`, await response.text())));
        await look(page, officer.name, path);
        if (mode.name !== "wide light" && mode.name !== "narrow dark") continue;
        const name = `${officer.name}${path.replace(/[/?=&]+/g, "_").slice(0, 60)} ${mode.name}`.replaceAll(" ", "-");
        await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
      }
      await context.close();
    }
    assert.deepEqual(found.slice(0, 20), []);
  });
}

test("an empty form says what is missing, in place, and loses nothing", async (t) => {
  for (const javaScriptEnabled of [true, false]) {
    const { context, page } = await signIn(browser, product, roles["ana.horvat"], { javaScriptEnabled });
    t.after(() => context.close());
    await page.goto(`${product.desk}/instruments/ukraine-guarantee/acts/vote-taken?stage=sabor_vote`);
    await page.getByLabel("In favour").fill("many");
    await page.getByLabel("Against", { exact: true }).fill("21");
    const [response] = await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === "POST"),
      page.getByRole("button", { name: "Check the answers" }).click(),
    ]);
    assert.equal(response.status(), 422);
    assert.match(await page.title(), /^Error: /);
    const summary = page.getByRole("alert");
    assert.match(await summary.innerText(), /There is a problem/);
    const links = await summary.getByRole("link").evaluateAll((all) => all.map((a) => [a.getAttribute("href"), a.innerText]));
    assert.ok(links.length >= 2, `${links}`);
    for (const [href, text] of links) {
      assert.equal(await page.locator(href).count(), 1, href);
      assert.ok((await page.locator(".desk-field__error").allInnerTexts()).some((said) => said.includes(text)), text);
    }
    assert.equal(await page.getByLabel("In favour").inputValue(), "many");
    assert.equal(await page.getByLabel("Against", { exact: true }).inputValue(), "21");
  }
});
