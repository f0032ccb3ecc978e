// The page's script: plain modules for a browser. What a text says must never become markup.

import js from "@eslint/js";
import globals from "globals";

const MARKUP = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe"];

export default [
  js.configs.recommended,
  {
    files: ["kg/export/viewer/*.js"],
    languageOptions: { globals: { ...globals.browser, vis: "readonly" } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      complexity: ["error", 15],
      eqeqeq: "error",
      "max-lines": ["error", 260],
      "no-control-regex": "off",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": ["error", ...MARKUP.map((property) => ({ property, message: "Text goes in as text." }))],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
