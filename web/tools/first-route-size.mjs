// Prints the script that the board needs before it can be used, compressed as the server sends it,
// and fails above the budget. Run after a build: npm run size.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const budget = 200_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));

const seen = new Map();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return;
  seen.set(chunk.file, brotliCompressSync(readFileSync(new URL(chunk.file, dist))).length);
  for (const next of chunk.imports ?? []) visit(next);
};
visit("index.html");
visit("src/features/deals/board/board-page.tsx");
visit("src/i18n/zh.ts"); // one language is spoken at a time; this one is the larger

const total = [...seen.values()].reduce((sum, size) => sum + size, 0);
for (const [file, size] of [...seen].sort((a, b) => b[1] - a[1]).slice(0, 8))
  console.log(`${String(size).padStart(8)}  ${file}`);
console.log(`${String(total).padStart(8)}  bytes of brotli for the board, ${budget} allowed`);
if (total > budget) process.exit(1);
