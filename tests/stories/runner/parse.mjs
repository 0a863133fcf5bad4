// Reads a story's text into steps. What the text may hold is described in ../README.md.

const METHOD = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (\/\S*)$/;
const EXPECTATION = /^(->|~>) (\d{3})$/;
const HEADER = /^([A-Za-z][A-Za-z0-9-]*): (.*)$/;

export class StoryError extends Error {
  constructor(path, line, message) {
    super(`${path}:${line}: ${message}`);
  }
}

// `read_shared(name)` returns {path, text} of shared/NAME.steps.
export function parse_story(path, text, read_shared) {
  const steps = [];
  for (const block of blocks_of(text)) {
    const [first] = block;
    const use = /^use ([a-z0-9_]+)$/.exec(first.text);
    const as = /^as ([a-z0-9_]+)$/.exec(first.text);
    if ((use || as) && block.length > 1)
      throw new StoryError(path, block[1].line, "a blank line follows 'use' and 'as'");
    if (use) {
      const shared = read_shared(use[1]);
      steps.push(...parse_story(shared.path, shared.text, read_shared));
    } else if (as) {
      steps.push({ kind: "as", client: as[1], path, line: first.line });
    } else {
      steps.push(parse_request(path, block));
    }
  }
  return steps;
}

// Runs of lines parted by blank ones, without comments.
function blocks_of(text) {
  const blocks = [];
  let block = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.startsWith("#")) continue;
    if (line.trim() === "") {
      if (block.length) blocks.push(block);
      block = [];
    } else {
      block.push({ line: index + 1, text: line });
    }
  }
  if (block.length) blocks.push(block);
  return blocks;
}

function parse_request(path, block) {
  const [first] = block;
  const opening = METHOD.exec(first.text);
  if (!opening) throw new StoryError(path, first.line, `not a request: ${first.text}`);
  const at = block.findIndex((entry) => EXPECTATION.test(entry.text));
  if (at < 0) throw new StoryError(path, first.line, "the answer's status (-> 200) is missing");
  const [, arrow, status] = EXPECTATION.exec(block[at].text);
  const asked = parse_message(path, block.slice(1, at));
  const answer = parse_message(path, block.slice(at + 1));
  if (answer.text !== undefined)
    throw new StoryError(path, block[at].line, "a text answer cannot be expected, only JSON");
  return {
    kind: "request",
    path,
    line: first.line,
    method: opening[1],
    target: opening[2],
    headers: asked.headers,
    json: asked.json,
    text: asked.text,
    expect: {
      status: Number(status),
      eventually: arrow === "~>",
      headers: answer.headers,
      json: answer.json,
    },
  };
}

// Headers, then JSON or lines that begin with "|".
function parse_message(path, entries) {
  const headers = [];
  let index = 0;
  for (; index < entries.length; ++index) {
    const header = HEADER.exec(entries[index].text);
    if (!header) break;
    headers.push({ name: header[1], value: header[2] });
  }
  const rest = entries.slice(index);
  if (rest.length === 0) return { headers };
  if (rest.every((entry) => entry.text.startsWith("|")))
    return { headers, text: rest.map((entry) => entry.text.replace(/^\| ?/, "") + "\n").join("") };
  try {
    return { headers, json: JSON.parse(rest.map((entry) => entry.text).join("\n")) };
  } catch (error) {
    throw new StoryError(path, rest[0].line, `neither a header nor JSON: ${error.message}`);
  }
}
