/* What no JavaScript of ours may have: a name that nothing defines or nothing uses, dead code. */
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: globals.browser },
    rules: { "one-var": ["error", "never"], "max-len": ["error", 100] },
  },
  {
    files: ["book/assets/*.js", "book/js/page_*.js"],
    languageOptions: { sourceType: "script" },
  },
  {
    files: ["book/js/page_worker.js"],
    languageOptions: { globals: { ...globals.worker, loadPyodide: "readonly" } },
  },
];
