// The whole way of a fact, in a browser, with and without a script: an officer writes it down, a colleague
// countersigns, the depositary accepts, and the public page changes.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, test } from "node:test";

import { launchChromium, openPage } from "./chromium.mjs";
import { checkAndSubmit, countersign, day, heading, open, signIn, source } from "./desk.mjs";
import { startProduct } from "./product.mjs";

const shots = resolve(import.meta.dirname, "shots/desk");
const guarantee = "/en/ukraine-guarantee";
let browser;

before(async () => {
  browser = await launchChromium();
  await mkdir(shots, { recursive: true });
});

after(() => browser?.close());

const withProduct = async (t) => {
  const product = await startProduct();
  t.after(() => product.stop());
  return product;
};

// Somebody at the desk, signed in; the window closes with the test.
const at = async (t, product, officer, options) => {
  const opened = await signIn(browser, product, officer, options);
  t.after(() => opened.context.close());
  return opened;
};

const read = async (product, path) => (await fetch(`${product.public}${path}`)).text();
const said = async (product, path) => (await fetch(`${product.public}${path}.json`)).json();
const picture = (page, name) => page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });

for (const [how, options] of [
  ["with a script", {}],
  ["without a script", { javaScriptEnabled: false }],
]) {
  test(`a vote is drafted, countersigned and public, ${how}`, async (t) => {
    const product = await withProduct(t);
    const ana = await product.addOfficer("ana.horvat", "liaison:HRV");
    const ivan = await product.addOfficer("ivan.babic", "verifier:HRV");
    const before = await said(product, `${guarantee}/countries/hr`);

    const liaison = await at(t, product, ana, options);
    await liaison.page.goto(`${product.desk}/desk`);
    await picture(liaison.page, `liaison ${how}`);
    await open(liaison.page, "Record a vote: Law on confirmation");
    await liaison.page.getByLabel("In favour").fill("112");
    await liaison.page.getByLabel("Against", { exact: true }).fill("21");
    await liaison.page.getByLabel("Abstained").fill("6");
    await liaison.page.getByLabel("Carried", { exact: true }).check();
    await day(liaison.page, "The day of the vote", "2026-11-23");
    await source(liaison.page, "Illustrative scenario: record of the sitting");
    await picture(liaison.page, `vote ${how}`);
    await checkAndSubmit(liaison);
    assert.deepEqual(await said(product, `${guarantee}/countries/hr`), before, "nothing is public before the countersignature");

    const verifier = await at(t, product, ivan, options);
    await verifier.page.goto(`${product.desk}/queue`);
    await open(verifier.page, /vote: Croatia/i);
    await picture(verifier.page, `countersigning ${how}`);
    await countersign(verifier);
    await heading(verifier.page, "Published");

    const page = await read(product, `${guarantee}/countries/hr`);
    assert.match(page, /112/);
    assert.deepEqual(liaison.complaints, []);
    assert.deepEqual(verifier.complaints, []);
  });

  test(`a signature is accepted by the depositary, ${how}`, async (t) => {
    const product = await withProduct(t);
    const liaison = await at(t, product, await product.addOfficer("aroha.ngata", "liaison:NZL"), options);
    await liaison.page.goto(`${product.desk}/instruments/ukraine-guarantee/acts/signed`);
    await liaison.page.getByLabel("Subject to ratification, acceptance or approval").check();
    await day(liaison.page, "The day of signature", "2026-11-20");
    await source(liaison.page, "Illustrative scenario: the signature page");
    await checkAndSubmit(liaison);

    const verifier = await at(t, product, await product.addOfficer("james.cook", "verifier:NZL"), options);
    await verifier.page.goto(`${product.desk}/queue`);
    await open(verifier.page, /signature: New Zealand/i);
    await countersign(verifier);
    await heading(verifier.page, "Signed");
    assert.equal(party(await said(product, guarantee), "NZL").signature.state, "none_on_record");

    const officer = await at(t, product, product.officers["depositary-officer-1"], options);
    await accept(officer, product, /signature: New Zealand/i, how);
    assert.equal(party(await said(product, guarantee), "NZL").signature.date.date, "2026-11-20", "the day of signature, not of its acceptance");
    for (const { complaints } of [liaison, verifier, officer]) assert.deepEqual(complaints, []);
  });

  test(`the deposit that brings the guarantee into force, ${how}`, async (t) => {
    const product = await withProduct(t);
    assert.equal((await said(product, guarantee)).answer.state, "not_in_force");
    const reader = await openPage(browser, product.public, options);
    t.after(() => reader.context.close());
    await reader.page.goto(`${product.public}${guarantee}`);

    const liaison = await at(t, product, product.officers["liaison-deu"], options);
    await liaison.page.goto(`${product.desk}/desk`);
    await open(liaison.page, /consent to be bound: Germany/i);
    await heading(liaison.page, "Check your answers");
    await liaison.page.getByLabel("Your password").fill(liaison.officer.password);
    await liaison.page.getByRole("button", { name: /^Submit/ }).click();
    await heading(liaison.page, "Submitted");

    const verifier = await at(t, product, product.officers["verifier-deu"], options);
    await verifier.page.goto(`${product.desk}/queue`);
    await open(verifier.page, /consent to be bound: Germany/i);
    await countersign(verifier);
    await heading(verifier.page, "Signed");
    assert.equal((await said(product, guarantee)).answer.state, "not_in_force");

    const officer = await at(t, product, product.officers["depositary-officer-1"], options);
    await accept(officer, product, /consent to be bound: Germany/i, how, /brings the instrument into force/);

    const after = await said(product, guarantee);
    assert.equal(after.progress.to_go, 0);
    assert.match(after.sentence, /[Ii]n force/);
    if (options.javaScriptEnabled !== false) {
      await reader.page.getByText("There is news of this instrument.").waitFor({ timeout: 3000 });
      // The page has heard what it wanted to hear, and hangs up.
      assert.match(reader.complaints.splice(0).join(), /^failed: [^,]*\/stream\?instrument=ukraine-guarantee$/);
    }
    await reader.page.reload();
    await picture(reader.page, `in force ${how}`);
    for (const { complaints } of [liaison, verifier, officer, reader]) assert.deepEqual(complaints, []);
  });

  test(`what is returned is corrected and signed anew, ${how}`, async (t) => {
    const product = await withProduct(t);
    const liaison = await at(t, product, await product.addOfficer("ana.horvat", "liaison:HRV"), options);
    const verifier = await at(t, product, await product.addOfficer("ivan.babic", "verifier:HRV"), options);
    await liaison.page.goto(`${product.desk}/instruments/ukraine-guarantee/acts/declaration-made`);
    await liaison.page.getByLabel("Text", { exact: true }).fill("Wrong </textarea><script>alert(1)</script> words");
    await day(liaison.page, "Date", "2026-11-20");
    await source(liaison.page, "Illustrative scenario: a note verbale");
    await checkAndSubmit(liaison);

    await verifier.page.goto(`${product.desk}/queue`);
    await open(verifier.page, /declaration: Croatia/i);
    await verifier.page.getByRole("button", { name: "Return to the author" }).click();
    await heading(verifier.page, /./);
    assert.match(await verifier.page.title(), /^Error: /);
    await verifier.page.getByLabel("Reason").fill("The words are not those of the note.");
    await verifier.page.getByRole("button", { name: "Return to the author" }).click();
    await heading(verifier.page, "Returned to its author");

    await liaison.page.goto(`${product.desk}/desk`);
    await open(liaison.page, /declaration: Croatia/i);
    assert.match(await liaison.page.locator("main").innerText(), /The words are not those of the note\./);
    await picture(liaison.page, `returned ${how}`);
    if (await liaison.page.getByRole("link", { name: "Change it" }).count()) await open(liaison.page, "Change it");
    const text = liaison.page.getByLabel("Text", { exact: true });
    assert.equal((await text.inputValue()).trim(), "Wrong </textarea><script>alert(1)</script> words");
    await text.fill("Croatia understands article 4 as covering its airspace.");
    await checkAndSubmit(liaison);

    await verifier.page.goto(`${product.desk}/queue`);
    await open(verifier.page, /declaration: Croatia/i);
    await countersign(verifier);
    await heading(verifier.page, "Signed");
    for (const { complaints } of [liaison, verifier]) assert.deepEqual(complaints.filter((line) => !line.includes("422")), []);
  });
}

const party = (home, code) => home.participants.find((one) => one.code === code);

// The depositary's way: due form, the effect, the signature.
const accept = async ({ page, officer }, product, what, how, effect = /does not bring the instrument into force/) => {
  await page.goto(`${product.desk}/depositary`);
  await open(page, what);
  if (await page.getByRole("link", { name: "Check the form" }).count()) await open(page, "Check the form");
  await picture(page, `due form ${how}`);
  for (const group of await page.getByRole("group").all()) {
    const fine = group.getByLabel("In order", { exact: true });
    if ((await fine.count()) === 1) await fine.check();
  }
  await page.getByRole("button", { name: "Show what accepting does" }).click();
  await heading(page, "What accepting does");
  assert.match(await page.locator("main").innerText(), effect);
  await picture(page, `effect ${how}`);
  await page.getByLabel("Your password").fill(officer.password);
  await page.getByRole("button", { name: "Accept and publish" }).click();
  await heading(page, "Published");
};
