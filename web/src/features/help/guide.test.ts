import { expect, it } from "vitest";
import { guides } from "@/features/help/guide";

it("has the same chapters in every language", async () => {
  const [en, zh] = await Promise.all([guides.en(), guides.zh()]);
  expect(zh.map((chapter) => chapter.id)).toEqual(en.map((chapter) => chapter.id));
  expect(new Set(en.map((chapter) => chapter.id)).size).toBe(en.length);
});
