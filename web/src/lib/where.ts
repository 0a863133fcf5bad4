// Conditions in groups, as the address of a list holds them and the API reads them.
export const tests = [
  "any_of",
  "none_of",
  "at_least",
  "at_most",
  "contains",
  "in_last_days",
  "in_next_days",
  "empty",
  "not_empty",
] as const;
export type Test = (typeof tests)[number];

export interface Condition {
  field: string;
  is: Test;
  values: string[];
}
export interface Group {
  joint: "all" | "any";
  parts: (Condition | Group)[];
}

export const depthMax = 3;
export const conditionsMax = 30;

export const isGroup = (part: Condition | Group): part is Group => "parts" in part;
export const needsNoValue = (test: Test) => test === "empty" || test === "not_empty";
export const takesMany = (test: Test) => test === "any_of" || test === "none_of";

export const countOf = (part: Condition | Group): number =>
  isGroup(part) ? part.parts.reduce((sum, each) => sum + countOf(each), 0) : 1;

// What is well-formed of a part; null of anything else.
function partFrom(value: unknown, depth: number): Condition | Group | null {
  if (typeof value !== "object" || value === null) return null;
  const { all, any, field, is, values } = value as Record<string, unknown>;
  const parts = Array.isArray(all) ? all : Array.isArray(any) ? any : null;
  if (parts) {
    if (depth >= depthMax) return null;
    const read = parts.map((each) => partFrom(each, depth + 1)).filter((each) => each !== null);
    return read.length ? { joint: Array.isArray(all) ? "all" : "any", parts: read } : null;
  }
  const test = tests.find((each) => each === is);
  if (typeof field !== "string" || !test) return null;
  const texts = Array.isArray(values) ? values.map(String) : [];
  return { field, is: test, values: texts };
}

// Of the address or of a kept view: an object, or its JSON.
export function whereFrom(value: unknown): Group | undefined {
  let read = value;
  if (typeof value === "string")
    try {
      read = JSON.parse(value);
    } catch {
      return undefined;
    }
  const part = partFrom(read, 0);
  if (!part) return undefined;
  return isGroup(part) ? part : { joint: "all", parts: [part] };
}

type Written =
  { all: Written[] } | { any: Written[] } | { field: string; is: Test; values?: string[] };

// As the API takes it, without what is not filled in yet; undefined where nothing is left.
export function written(part: Condition | Group): Written | undefined {
  if (!isGroup(part)) {
    if (needsNoValue(part.is)) return { field: part.field, is: part.is };
    const values = part.values.filter((value) => value !== "");
    return values.length ? { field: part.field, is: part.is, values } : undefined;
  }
  const parts = part.parts.map(written).filter((each) => each !== undefined);
  if (!parts.length) return undefined;
  return part.joint === "all" ? { all: parts } : { any: parts };
}

export const whereText = (where: Written | undefined) => where && JSON.stringify(where);
export type { Written as Where };
