import { describe, expect, it } from "vitest";
import { en } from "@/i18n/en";
import { zh } from "@/i18n/zh";

function leaves(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[path + key, value] as [string, string]]
      : leaves(value as object, `${path}${key}.`),
  );
}

const slots = (text: string) => [...text.matchAll(/\{\{(\w+)[^}]*\}\}/g)].map(([, name]) => name);

describe("the two dictionaries", () => {
  const english = new Map(leaves(en));
  const chinese = new Map(leaves(zh));

  it("have the same keys", () => {
    expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("leave nothing empty", () => {
    for (const [key, text] of [...english, ...chinese]) expect(text.trim(), key).not.toBe("");
  });

  it("fill the same slots", () => {
    for (const [key, text] of english)
      expect(slots(chinese.get(key) ?? "").sort(), key).toEqual(slots(text).sort());
  });

  it("use no fullwidth letters in English and write Chinese in Chinese", () => {
    for (const [key, text] of english) expect(text, key).not.toMatch(/\p{Script=Han}/u);
    const untranslated = [...chinese].filter(
      ([key, text]) =>
        text === english.get(key) &&
        /[a-z]{4}/i.test(text.replaceAll(/\{\{.*?\}\}/g, "")) &&
        !/^[A-Z]{2,}/.test(text),
    );
    expect(untranslated).toEqual([]);
  });

  it("write Chinese with Chinese punctuation", () => {
    for (const [key, text] of chinese)
      expect(text.replaceAll(/<.*?>/g, ""), key).not.toMatch(/\p{Script=Han}[,:;?!]/u);
  });
});
