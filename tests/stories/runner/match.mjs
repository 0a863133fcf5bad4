// Fills requests from what was captured, and holds answers against what a story expects.

const WHOLE = /^\{\{([^{}]+)\}\}$/;
const PART = /\{\{([a-z0-9_]+)\}\}/g;

const KINDS = {
  any: () => true,
  null: (value) => value === null,
  number: (value) => typeof value === "number",
  string: (value) => typeof value === "string",
  list: (value) => Array.isArray(value),
  time: (value) =>
    typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value),
};

// Replaces {{name}} in text; unknown names throw.
export function fill_text(text, captures) {
  return text.replace(PART, (_, name) => String(captured(name, captures)));
}

// The same through a JSON value; a string that is one placeholder becomes the captured value.
export function fill_json(value, captures) {
  if (typeof value === "string") {
    const whole = WHOLE.exec(value);
    return whole ? captured(whole[1], captures) : fill_text(value, captures);
  }
  if (Array.isArray(value)) return value.map((item) => fill_json(item, captures));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, fill_json(item, captures)]),
  );
}

function captured(name, captures) {
  if (!captures.has(name)) throw new Error(`{{${name}}} was never captured`);
  return captures.get(name);
}

// Returns what differs, as sentences; empty when it matches. Captures into the given map.
export function differences(expected, actual, captures, where = "the answer") {
  if (typeof expected === "string") return text_differences(expected, actual, captures, where);
  if (Array.isArray(expected)) return list_differences(expected, actual, captures, where);
  if (expected === null || typeof expected !== "object")
    return expected === actual ? [] : [`${where} is ${show(actual)}, not ${show(expected)}`];
  if (actual === null || typeof actual !== "object" || Array.isArray(actual))
    return [`${where} is ${show(actual)}, not an object`];
  return Object.entries(expected).flatMap(([key, item]) => {
    if (item === "{{absent}}")
      return key in actual ? [`${where}.${key} is ${show(actual[key])}, not absent`] : [];
    if (!(key in actual)) return [`${where}.${key} is absent`];
    return differences(item, actual[key], captures, `${where}.${key}`);
  });
}

function text_differences(expected, actual, captures, where) {
  const whole = WHOLE.exec(expected);
  if (!whole) {
    const text = fill_text(expected, captures);
    return text === actual ? [] : [`${where} is ${show(actual)}, not ${show(text)}`];
  }
  const [, name] = whole;
  if (name.startsWith("/") && name.endsWith("/")) {
    const found = typeof actual === "string" && new RegExp(name.slice(1, -1), "u").test(actual);
    return found ? [] : [`${where} is ${show(actual)}, which ${name} does not find`];
  }
  if (Object.hasOwn(KINDS, name))
    return KINDS[name](actual) ? [] : [`${where} is ${show(actual)}, not ${name}`];
  if (captures.has(name))
    return same(captures.get(name), actual)
      ? []
      : [`${where} is ${show(actual)}, not {{${name}}} = ${show(captures.get(name))}`];
  if (actual === null || actual === undefined)
    return [`${where} is ${show(actual)} and cannot be captured as ${name}`];
  captures.set(name, actual);
  return [];
}

function list_differences(expected, actual, captures, where) {
  if (!Array.isArray(actual)) return [`${where} is ${show(actual)}, not a list`];
  if (expected[0] === "...")
    return expected.slice(1).flatMap((item) => missing_from(item, actual, captures, where));
  if (expected.length !== actual.length)
    return [`${where} has ${actual.length} entries, not ${expected.length}: ${show(actual)}`];
  return expected.flatMap((item, index) =>
    differences(item, actual[index], captures, `${where}[${index}]`),
  );
}

function missing_from(item, actual, captures, where) {
  for (const candidate of actual) {
    const attempt = new Map(captures);
    if (differences(item, candidate, attempt, where).length > 0) continue;
    for (const [name, value] of attempt) captures.set(name, value);
    return [];
  }
  return [`${where} holds nothing like ${show(item)}: ${show(actual)}`];
}

function same(a, b) {
  return JSON.stringify(a) === JSON.stringify(b);
}

function show(value) {
  const text = value === undefined ? "absent" : JSON.stringify(value);
  return text.length > 600 ? text.slice(0, 600) + "…" : text;
}
