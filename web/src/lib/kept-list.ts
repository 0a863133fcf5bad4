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

// The columns that the address names, between dots: known ones, each once.
export function columnsFrom(text: unknown, known: readonly string[]): string[] {
  if (typeof text !== "string" || !text) return [];
  return [...new Set(text.split("."))].filter((name) => known.includes(name));
}
