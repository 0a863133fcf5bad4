// Lints the API document as Redocly does, by the rules of redocly.yaml beside this file. Nothing is
// fetched: the document refers to nothing outside itself.
//
//   npm run lint [DOCUMENT]
import { fileURLToPath } from "node:url";
import { formatProblems, getTotals, lint, loadConfig } from "@redocly/openapi-core";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const config = await loadConfig({ configPath: here("./redocly.yaml") });
const problems = await lint({ ref: process.argv[2] ?? here("../../../docs/openapi.json"), config });
const { errors, warnings } = getTotals(problems);
formatProblems(problems, { format: "stylish", totals: { errors, warnings, ignored: 0 } });
console.log(`${errors} errors, ${warnings} warnings`);
process.exit(errors + warnings === 0 ? 0 : 1);
