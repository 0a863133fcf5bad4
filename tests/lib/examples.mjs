// The examples of a page of documentation: blocks of shell, and what they print.

import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";

const RUN_MS = 120_000;
const MARK = "@@example";

// The fenced blocks of a Markdown file, in order: {language, text, line}.
export function blocks_of(file) {
  const blocks = [];
  let open;
  readFileSync(file, "utf8")
    .split("\n")
    .forEach((text, at) => {
      const fence = /^ *```(\w*)$/.exec(text);
      if (fence && !open) open = { language: fence[1], lines: [], line: at + 1 };
      else if (fence) {
        blocks.push({ ...open, text: open.lines.join("\n") });
        open = undefined;
      } else open?.lines.push(text);
    });
  return blocks;
}

// Runs the shell blocks in one shell, one after another, until one fails. Resolves with what each
// printed, beside the block that shows it where one follows.
export async function run_examples(file, { folder, environment }) {
  const blocks = blocks_of(file);
  const shells = blocks
    .map((block, at) => ({ ...block, shown: blocks[at + 1] }))
    .filter((block) => block.language === "sh");
  const script = shells
    .map((block) => `printf '\\n${MARK} ${block.line}\\n'\n${block.text}\n`)
    .join("");
  const printed = await new Promise((resolve, reject) => {
    const options = { cwd: folder, env: { ...process.env, ...environment }, timeout: RUN_MS };
    execFile("bash", ["-euo", "pipefail", "-c", script], options, (failure, out, errors) => {
      const last = out.slice(out.lastIndexOf(MARK));
      if (failure) reject(new Error(`${file}: this example failed:\n${last}\n${errors}`));
      else resolve(out.split(new RegExp(`\n${MARK} \\d+\n`)).slice(1));
    });
  });
  return shells.map((block, at) => ({
    line: block.line,
    printed: printed[at],
    shown: ["json", "text"].includes(block.shown?.language) ? block.shown : undefined,
  }));
}

// The JSON values of a text, one after another.
export function values_of(text) {
  const values = [];
  let rest = text.trim();
  while (rest !== "") {
    let end = rest.length;
    for (; end > 0; --end) {
      if (end < rest.length && !/\s/.test(rest[end])) continue;
      try {
        values.push(JSON.parse(rest.slice(0, end)));
        break;
      } catch {
        // A shorter piece may be one.
      }
    }
    if (end === 0) throw new Error(`not JSON: ${rest.slice(0, 200)}`);
    rest = rest.slice(end).trim();
  }
  return values;
}

// Whether what was printed is what the page shows of it, by the language of the shown block.
export function is_printed(shown, printed) {
  if (shown.language === "text") return is_shown_text(shown.text, printed);
  const wanted = values_of(shown.text);
  const found = values_of(printed);
  return found.length === wanted.length && wanted.every((item, at) => is_shown(item, found[at]));
}

// Line by line; "…" stands for whatever is there.
function is_shown_text(shown, printed) {
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const pattern = shown.split("\n").map((line) => line.split("…").map(escape).join(".*"));
  return new RegExp(`^${pattern.join("\n")}$`).test(printed.trimEnd());
}

// Whether a value is what the page shows of it: "…" is anything, also the rest of a list; of an
// object only the shown members count.
export function is_shown(shown, value) {
  if (shown === "…") return true;
  if (Array.isArray(shown)) {
    if (!Array.isArray(value)) return false;
    const open = shown.at(-1) === "…";
    const wanted = open ? shown.slice(0, -1) : shown;
    if (open ? value.length < wanted.length : value.length !== wanted.length) return false;
    return wanted.every((item, at) => is_shown(item, value[at]));
  }
  if (shown === null || typeof shown !== "object") return shown === value;
  if (value === null || typeof value !== "object") return false;
  return Object.entries(shown).every(([key, item]) => key in value && is_shown(item, value[key]));
}
