import { beforeEach, describe, expect, it, vi } from "vitest";
import { offlineCode, Problem } from "@/api/http";
import { isKept, type Letter, Outbox } from "@/api/outbox";

const problem = (status: number, code = "x") => new Problem(status, code, "why", null, [], {});
const note = (body: string): Letter => ({ kind: "note", dealId: 7, body });
const me = 1;

describe("the outbox", () => {
  const post = vi.fn<(letter: Letter, key: string) => Promise<unknown>>();
  const outbox = () => new Outbox(post);
  const caught = (call: Promise<unknown>) => call.then(() => null).catch((why: unknown) => why);

  beforeEach(() => {
    localStorage.clear();
    post.mockReset();
  });

  it("keeps nothing of what was sent or refused", async () => {
    post.mockResolvedValueOnce({ id: 3 });
    expect(await outbox().sendOrKeep(me, note("a"))).toEqual({ id: 3 });
    post.mockRejectedValueOnce(problem(422));
    expect(isKept(await caught(outbox().sendOrKeep(me, note("b"))))).toBe(false);
    expect(outbox().all()).toEqual([]);
  });

  it("keeps over a reload what found no server, and sends it in order with its first key", async () => {
    post.mockRejectedValue(problem(0, offlineCode));
    for (const text of ["a", "b"])
      expect(isKept(await caught(outbox().sendOrKeep(me, note(text))))).toBe(true);
    const keys = post.mock.calls.map(([, key]) => key);
    expect(await outbox().flush(me)).toBe(0);
    expect(post).toHaveBeenCalledTimes(3); // the second is not tried where the first found nobody
    post.mockReset();
    post.mockResolvedValue({});
    const later = outbox();
    expect(await later.flush(me)).toBe(2);
    expect(post.mock.calls.map(([letter]) => letter)).toEqual([note("a"), note("b")]);
    expect(post.mock.calls.map(([, key]) => key)).toEqual(keys);
    expect(later.all()).toEqual([]);
  });

  it("sends nobody else's letters", async () => {
    post.mockRejectedValueOnce(problem(502));
    await caught(outbox().sendOrKeep(me, note("a")));
    expect(await outbox().flush(2)).toBe(0);
    expect(post).toHaveBeenCalledTimes(1);
  });

  it("keeps what was refused until somebody decides, and goes on with the rest", async () => {
    post.mockRejectedValue(problem(0, offlineCode));
    const activity = { id: 5, version: 1, subject: "Ring", deal_id: 7 };
    await caught(outbox().sendOrKeep(me, { kind: "completion", activity, body: {} }));
    await caught(outbox().sendOrKeep(me, note("b")));
    post.mockReset();
    post.mockRejectedValueOnce(problem(412)).mockResolvedValue({});
    const later = outbox();
    expect(await later.flush(me)).toBe(1);
    const [stale] = later.all();
    expect(stale?.refused?.status).toBe(412);
    later.again(stale!, 2);
    expect(await later.flush(me)).toBe(1);
    const [letter, key] = post.mock.lastCall!;
    expect(letter).toMatchObject({ activity: { version: 2 } });
    expect(key).not.toBe(stale!.key);
  });

  it("waits while the server is in trouble or the session is over", async () => {
    post.mockRejectedValue(problem(0, offlineCode));
    await caught(outbox().sendOrKeep(me, note("a")));
    for (const status of [401, 429, 500, 503]) {
      post.mockReset();
      post.mockRejectedValueOnce(problem(status));
      const later = outbox();
      expect(await later.flush(me)).toBe(0);
      expect(later.all()[0]?.refused).toBeUndefined();
    }
  });

  it("is bounded: what finds no room is not promised", async () => {
    post.mockRejectedValue(problem(0, offlineCode));
    for (let at = 0; at < 50; ++at) await caught(outbox().sendOrKeep(me, note(`${at}`)));
    const last = await caught(outbox().sendOrKeep(me, note("one too many")));
    expect(isKept(last)).toBe(false);
    expect(outbox().all()).toHaveLength(50);
  });
});
