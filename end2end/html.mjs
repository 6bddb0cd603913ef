// HTML validity, by html-validate's standard rules.
import { HtmlValidate } from "html-validate";

const validator = new HtmlValidate({
  root: true,
  extends: ["html-validate:standard"],
  elements: ["html5", { "leptos-island": { flow: true, phrasing: true, permittedContent: ["@flow"] } }],
  rules: {
    // How the text is laid out in the file is nobody's concern; what it means is.
    "no-trailing-whitespace": "off",
    "void-style": "off",
    "attr-quotes": "off",
    "doctype-style": "off",
    "long-title": "off",
    "no-inline-style": "error",
    "element-permitted-content": "error",
  },
});

// What is wrong with a document, a line a finding.
export const invalid = async (name, html) => {
  const report = await validator.validateString(html, name);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${name}:${line}:${column} ${ruleId}: ${message}`),
  );
};
