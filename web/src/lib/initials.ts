// "Ada Lovelace" -> "AL"; 王小明 -> 小明, as Chinese colleagues abbreviate.
export function initials(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.slice(-2);
  const words = name.trim().split(/\s+/);
  return (
    (words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")
  ).toUpperCase();
}
