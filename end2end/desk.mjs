// What an officer does at the desk, by the words on the page: links, labels and buttons.
import assert from "node:assert/strict";

import { openPage } from "./chromium.mjs";

// Signs in, in a browser window of their own, and chooses a password where the first one was given out.
export const signIn = async (browser, product, officer, options = {}) => {
  const opened = await openPage(browser, product.desk, options);
  const { page } = opened;
  await page.goto(`${product.desk}/sign-in`);
  await page.getByLabel("Name", { exact: true }).fill(officer.name);
  await page.getByLabel("Password", { exact: true }).fill(officer.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  if (new URL(page.url()).pathname === "/account/password") {
    const chosen = officer.chosen ?? `${officer.name} goes to sea at dawn`;
    await page.getByLabel("Present password").fill(officer.password);
    await page.getByLabel("New password", { exact: true }).fill(chosen);
    await page.getByLabel("New password, once more").fill(chosen);
    await page.getByRole("button", { name: "Change the password" }).click();
    officer.password = chosen;
  }
  assert.ok(!/\/(sign-in|account\/password)$/.test(page.url()), `${officer.name} is not signed in: ${await page.locator("main").innerText()}`);
  return { ...opened, officer };
};

export const day = async (page, group, date) => {
  const fields = page.getByRole("group", { name: group, exact: true }).first();
  await fields.getByLabel("Day", { exact: true }).first().fill(date);
  await fields.getByLabel("Month", { exact: true }).first().fill("");
  await fields.getByLabel("Year", { exact: true }).first().fill("");
};

// The first source of a form.
export const source = async (page, citation) => {
  await page.getByLabel("What was read").first().fill(citation);
};

// From the filled form over *check your answers* to the signature.
export const checkAndSubmit = async ({ page, officer }) => {
  await page.getByRole("button", { name: "Check the answers" }).click();
  await heading(page, "Check your answers");
  await page.getByLabel("Your password").fill(officer.password);
  await page.getByRole("button", { name: /^Submit/ }).click();
  await heading(page, "Submitted");
};

export const heading = async (page, text) => {
  const said = (await page.locator("h1").innerText()).trim();
  if (text instanceof RegExp) assert.match(said, text, await page.locator("main").innerText());
  else assert.equal(said, text, await page.locator("main").innerText());
};

// Opens what waits in a list by a link whose text holds `text`.
export const open = async (page, text) => {
  await page.locator("main").getByRole("link", { name: text }).first().click();
};

// Signs what is on the page.
export const countersign = async ({ page, officer }) => {
  await page.getByLabel("Your password").fill(officer.password);
  await page.getByRole("button", { name: "Sign", exact: true }).click();
};
