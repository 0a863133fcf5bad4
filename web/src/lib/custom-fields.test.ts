import { expect, it } from "vitest";
import type { Translate } from "@/i18n";
import { accessOf, type CustomField, typedNumber, valueText } from "@/lib/custom-fields";

const field = (change: Partial<CustomField>): CustomField => ({
  id: 1,
  version: 1,
  record: "deal",
  key: "x",
  kind: "text",
  label: { en: "X", zh: "" },
  help: { en: "", zh: "" },
  choices: [],
  rules: [],
  formula: "",
  position: 1,
  archived: false,
  ...change,
});

it("takes the strictest rule that applies, and lets owners see all", () => {
  const ruled = field({
    rules: [
      { access: "required", role: null, pipeline_id: null },
      { access: "readonly", role: "rep", pipeline_id: 1 },
      { access: "hidden", role: "rep", pipeline_id: 2 },
    ],
  });
  expect(accessOf(field({}), "rep", 1)).toBe("editable");
  expect(accessOf(ruled, "rep", 1)).toBe("readonly");
  expect(accessOf(ruled, "rep", 2)).toBe("hidden");
  expect(accessOf(ruled, "rep", 3)).toBe("required");
  expect(accessOf(ruled, "manager", 2)).toBe("required");
  expect(accessOf(ruled, "owner", 2)).toBe("required");
});

it("says a value as people read it", () => {
  const words = {
    t: ((key: string) => key) as unknown as Translate,
    lang: "en" as const,
    local: (text: { en: string }) => text.en,
    users: [{ id: 7, name: "Lin" }],
  };
  const said = (change: Partial<CustomField>, value: Parameters<typeof valueText>[1]) =>
    valueText(field(change), value, words);
  const choices = [
    { key: "a", label: { en: "First", zh: "" }, archived: false },
    { key: "b", label: { en: "Second", zh: "" }, archived: true },
  ];
  expect(said({}, null)).toBeNull();
  expect(said({ kind: "number" }, 1234.5)).toBe("1,234.5");
  expect(said({ kind: "user" }, 7)).toBe("Lin");
  expect(said({ kind: "user" }, 8)).toBe("#8");
  expect(said({ kind: "yes_no" }, false)).toBe("customFields.no");
  expect(said({ kind: "choice", choices }, "b")).toBe("Second");
  expect(said({ kind: "choices", choices }, ["a", "b", "gone"])).toBe("First, Second, gone");
  expect(said({ kind: "text" }, "2026-02-13")).toBe("2026-02-13");
});

it("tells a typed number from what is none", () => {
  expect(typedNumber("1,250.5")).toBe(1250.5);
  expect(typedNumber("-3")).toBe(-3);
  expect(typedNumber("many")).toBe("many");
  expect(typedNumber("1e9")).toBe("1e9");
});
