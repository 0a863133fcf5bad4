// What a kept view holds of a list: its query as the API takes it, and its columns.
export interface KeptList {
  parameters: Record<string, string>;
  columns: string[];
}

// A query of the API as the texts of its parameters; what is not asked for is left out.
export function parametersOf(query: Record<string, unknown>): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") parameters[name] = String(value);
  return parameters;
}

const inOrder = (parameters: Record<string, string>) =>
  JSON.stringify(Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1)));

export const isSameList = (one: KeptList, other: KeptList) =>
  inOrder(one.parameters) === inOrder(other.parameters) &&
  one.columns.join() === other.columns.join();

// One of the organisation's own fields as a column: "fields.region".
export type CustomColumn = `fields.${string}`;
export const isCustomColumn = (name: string): name is CustomColumn => name.startsWith("fields.");

// The columns that an address names, between dots.
export const columnNames = (text: string | undefined): string[] =>
  text?.match(/fields\.\w+|\w+/g) ?? [];

// Those of them that are known, each once; `custom`: also the organisation's own fields.
export function columnsFrom(
  text: unknown,
  known: readonly string[],
  { custom = false } = {},
): string[] {
  if (typeof text !== "string" || !text) return [];
  return [...new Set(columnNames(text))].filter(
    (name) => known.includes(name) || (custom && isCustomColumn(name)),
  );
}
