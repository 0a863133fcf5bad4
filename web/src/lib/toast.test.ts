import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Problem, offlineCode } from "@/api/http";
import { problemText, Toasts } from "@/lib/toast";

describe("toasts", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const done = (message: string) => ({ tone: "done" as const, message });

  it("go by themselves, but not while somebody holds them", () => {
    const toasts = new Toasts();
    toasts.add(done("a"), 4_000);
    toasts.hold(true);
    vi.advanceTimersByTime(20_000);
    expect(toasts.all()).toHaveLength(1);
    toasts.hold(false);
    vi.advanceTimersByTime(1_000);
    expect(toasts.all()).toHaveLength(0);
  });

  it("make room for the newest", () => {
    const toasts = new Toasts();
    for (const message of "abcdef") toasts.add(done(message), 4_000);
    expect(toasts.all().map((toast) => toast.message)).toEqual(["c", "d", "e", "f"]);
  });

  it("take back the newest that can be, once, and only in its time", () => {
    const toasts = new Toasts();
    const undo = vi.fn<() => void>();
    toasts.add({ ...done("moved"), undo }, 10_000);
    toasts.add(done("saved"), 4_000);
    toasts.takeBack(toasts.undoable()!);
    expect(undo).toHaveBeenCalledOnce();
    expect(toasts.undoable()).toBeUndefined();
    toasts.add({ ...done("moved"), undo }, 10_000);
    toasts.hold(true);
    vi.advanceTimersByTime(10_000);
    expect(toasts.all().at(-1)?.message).toBe("moved");
    expect(toasts.undoable()).toBeUndefined();
  });
});

describe("a problem is told", () => {
  it("in the server's words, with the request where support will ask for it", () => {
    const problem = (status: number, code: string) =>
      new Problem(status, code, "Busy.", "r1", [], {});
    expect(problemText(problem(409, "x"))).toBe("Busy.");
    expect(problemText(problem(503, "x"))).toBe("Busy. (r1)");
    expect(problemText(problem(0, offlineCode))).toMatch(/cannot be reached/);
    expect(problemText(new TypeError("x is undefined"))).toMatch(/unexpected/);
  });
});
