import { expect, test } from "vitest";
import { matching, namedBefore, withMention } from "@/features/deals/deal/notes/mention-picker";

const at = (text: string) => namedBefore(text, text.length);

test("somebody is named after an at sign, not inside of an address", () => {
  expect(at("Ask @gr")).toEqual({ at: 4, query: "gr" });
  expect(at("@")).toEqual({ at: 0, query: "" });
  expect(at("请@王")).toEqual({ at: 1, query: "王" });
  expect(at("Ask @grace li")).toEqual({ at: 4, query: "grace li" });
  for (const nobody of ["Ask", "li@example.com", "@ gr", "@a  b", "@[Grace](user:3) and"])
    expect(at(nobody)).toBeNull();
});

test("the person takes the place of what was typed", () => {
  const named = withMention("Ask @gr today", 7, 4, { id: 12, name: "Grace [G] Li" });
  expect(named.text).toBe("Ask @[Grace  G  Li](user:12)  today");
  expect(named.cursor).toBe(29);
});

test("those who begin with it come first", () => {
  const people = ["Li Grace", "Grace Li", "Bo"].map((name) => ({ name }));
  expect(matching(people, "grace").map((each) => each.name)).toEqual(["Grace Li", "Li Grace"]);
  expect(matching(people, "")).toHaveLength(3);
});
