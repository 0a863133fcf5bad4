import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { followLive, staleKeys } from "@/lib/live";

class Source extends EventTarget {
  closed = false;
  close() {
    this.closed = true;
  }
}

describe("what a change makes stale", () => {
  it("reaches every answer that shows the deal", () => {
    expect(staleKeys({ subject_kind: "deal", subject_id: 7 })).toContainEqual(["deal", 7]);
    expect(staleKeys({ subject_kind: "deal", subject_id: 7 })).toContainEqual(["board"]);
    expect(staleKeys({ subject_kind: "something new", subject_id: 7 })).toEqual([]);
  });
});

describe("the live feed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const change = (id: number) =>
    new MessageEvent("change", {
      data: JSON.stringify({
        seq: id,
        kind: "deal.moved",
        subject_kind: "deal",
        subject_id: id,
        actor_id: 1,
      }),
    });

  it("gathers many changes into one refetch of each", () => {
    const client = new QueryClient();
    const stale = vi.spyOn(client, "invalidateQueries");
    const source = new Source();
    const stop = followLive(client, () => source as unknown as EventSource, vi.fn<() => void>());
    for (let at = 0; at < 5; ++at) source.dispatchEvent(change(1));
    vi.advanceTimersByTime(300);
    expect(stale.mock.calls.filter(([what]) => what?.queryKey?.[0] === "board")).toHaveLength(1);
    stop();
    expect(source.closed).toBe(true);
  });

  it("tells of a lone change at once, and gathers those that follow on its heels", () => {
    const client = new QueryClient();
    const stale = vi.spyOn(client, "invalidateQueries");
    const source = new Source();
    const stop = followLive(client, () => source as unknown as EventSource, vi.fn<() => void>());
    const told = () => stale.mock.calls.filter(([what]) => what?.queryKey?.[0] === "board").length;
    source.dispatchEvent(change(1));
    vi.advanceTimersByTime(20);
    expect(told()).toBe(1);
    for (let at = 0; at < 5; ++at) {
      source.dispatchEvent(change(1));
      vi.advanceTimersByTime(20);
    }
    expect(told()).toBe(1);
    vi.advanceTimersByTime(250);
    expect(told()).toBe(2);
    stop();
  });

  it("tries again, ever more patiently, and then trusts nothing it missed", () => {
    const client = new QueryClient();
    const stale = vi.spyOn(client, "invalidateQueries");
    const sources: Source[] = [];
    const onBreak = vi.fn<() => void>();
    const stop = followLive(
      client,
      () => {
        sources.push(new Source());
        return sources.at(-1) as unknown as EventSource;
      },
      onBreak,
    );
    sources[0]?.dispatchEvent(new Event("error"));
    expect(onBreak).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(1000);
    expect(sources).toHaveLength(2);
    sources[1]?.dispatchEvent(new Event("error"));
    vi.advanceTimersByTime(1999);
    expect(sources).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sources).toHaveLength(3);
    expect(stale).not.toHaveBeenCalled();
    sources[2]?.dispatchEvent(new Event("open"));
    expect(stale).toHaveBeenCalledWith();
    stop();
  });
});
