// axe on an open page: WCAG 2.2 A and AA and the best practices, with no rule disabled and target-size switched on.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const source = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// The modes in which every page is looked at.
export const modes = [
  { name: "wide light", viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  { name: "wide dark", viewport: { width: 1280, height: 900 }, colorScheme: "dark" },
  { name: "narrow light", viewport: { width: 320, height: 640 }, colorScheme: "light" },
  { name: "narrow dark", viewport: { width: 320, height: 640 }, colorScheme: "dark" },
];

// What axe finds, a line a finding. The context must have been opened with `bypassCSP`: axe is a script of ours, not the page's.
export const violations = async (page) => {
  await page.addScriptTag({ content: source });
  const { violations: found } = await page.evaluate(() =>
    axe.run(document, { rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] }),
  );
  return found.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").join(" ")}`),
  );
};

// Whether anything reaches beyond the right edge, except inside a table that scrolls by itself.
export const overflow = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    return document.documentElement.scrollWidth > width
      ? [...document.querySelectorAll("body *")]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .slice(0, 5)
          .map((element) => `${element.tagName.toLowerCase()}.${element.className}`)
      : [];
  });
