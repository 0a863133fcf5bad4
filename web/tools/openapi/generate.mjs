// Writes web/src/api/schema.ts from docs/openapi.json, or with --check says whether it is what the
// document gives. It stands in a folder of its own because it needs an older TypeScript.
//
//   npm run generate
//   npm run check
import { readFileSync, writeFileSync } from "node:fs";
import openapiTypes, { astToString } from "openapi-typescript";

const document = new URL("../../../docs/openapi.json", import.meta.url);
const schema = new URL("../../src/api/schema.ts", import.meta.url);
const head = `// Generated from docs/openapi.json by \`npm --prefix web/tools/openapi run generate\`; not to be
// edited. The shapes come from the C++ types.

`;

const text = head + astToString(await openapiTypes(document));
if (!process.argv.includes("--check")) {
  writeFileSync(schema, text);
} else if (readFileSync(schema, "utf8") !== text) {
  console.error("web/src/api/schema.ts is not what docs/openapi.json gives: generate it again.");
  process.exit(1);
}
