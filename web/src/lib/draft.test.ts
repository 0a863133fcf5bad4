// @vitest-environment jsdom
import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { forgetDraft, hasDraft, useDraft } from "@/lib/draft";

afterEach(() => sessionStorage.clear());

test("what was typed is there again after a reload, until it is forgotten", () => {
  const first = renderHook(() => useDraft("1:deal:7:name", "Acme"));
  expect(first.result.current[0]).toBe("Acme");
  expect(hasDraft("1:deal:7:name")).toBe(false); // nothing was typed yet
  act(() => first.result.current[1]("Acme & Sons"));
  first.unmount();

  expect(hasDraft("1:deal:7:name")).toBe(true);
  expect(renderHook(() => useDraft("1:deal:7:name", "Acme")).result.current[0]).toBe("Acme & Sons");
  expect(renderHook(() => useDraft("2:deal:7:name", "Acme")).result.current[0]).toBe("Acme");

  forgetDraft("1:deal:7:name");
  expect(hasDraft("1:deal:7:name")).toBe(false);
});

test("a store that holds something else is no draft", () => {
  sessionStorage.setItem("draft:broken", "{");
  expect(hasDraft("broken")).toBe(false);
  expect(renderHook(() => useDraft("broken", () => 3)).result.current[0]).toBe(3);
});
