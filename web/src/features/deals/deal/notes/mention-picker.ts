// What stands between an "@" and the cursor, where somebody is being named; null elsewhere. An at
// sign inside of a word (an e-mail address) names nobody.
export function namedBefore(text: string, cursor: number): { at: number; query: string } | null {
  const before = text.slice(0, cursor);
  const at = before.lastIndexOf("@");
  if (at < 0) return null;
  if (
    at > 0 &&
    /[\p{L}\p{N}._-]/u.test(before[at - 1] ?? "") &&
    !/[\u4e00-\u9fff]/.test(before[at - 1] ?? "")
  )
    return null;
  const query = before.slice(at + 1);
  return query.length <= 30 && !/[\n[\]()]/.test(query) && !/\s{2}|^\s/.test(query)
    ? { at, query }
    : null;
}

// The name as a mention holds it: on one line, without brackets of its own.
const plain = (name: string) => name.replace(/[[\]\n]/g, " ").trim();

// The text with the person in the place of what was typed, and where the cursor then stands.
export function withMention(
  text: string,
  cursor: number,
  at: number,
  person: { id: number; name: string },
): { text: string; cursor: number } {
  const mention = `@[${plain(person.name)}](user:${person.id}) `;
  return {
    text: text.slice(0, at) + mention + text.slice(cursor),
    cursor: at + mention.length,
  };
}

// Those whose name holds what was typed, the ones that begin with it first.
export function matching<Person extends { name: string }>(people: Person[], query: string) {
  const wanted = query.toLocaleLowerCase();
  const name = (person: Person) => person.name.toLocaleLowerCase();
  return people
    .filter((person) => name(person).includes(wanted))
    .sort((a, b) => Number(name(b).startsWith(wanted)) - Number(name(a).startsWith(wanted)))
    .slice(0, 6);
}
