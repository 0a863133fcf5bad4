import { beforeEach, describe, expect, it, vi } from "vitest";
import { answered, api, configureHttp, offlineCode, onRecord, Problem } from "@/api/http";

const network = vi.fn<(request: Request) => Promise<Response>>();
const onReach = vi.fn<(reached: boolean) => void>();
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "X-Request-Id": "r1" } });
const sent = () => network.mock.calls.at(-1)![0];
const refusal = async (call: Promise<unknown>) => {
  try {
    await call;
  } catch (problem) {
    return problem as Problem;
  }
  throw new Error("nothing was refused");
};

beforeEach(() => {
  vi.stubGlobal("fetch", network.mockReset());
  configureHttp({ language: () => "zh", onSignedOut: () => {}, onReach });
});

describe("a request", () => {
  it("asks in the reader's language, for what is set and nothing else", async () => {
    network.mockResolvedValue(json({ items: [], next_cursor: null }));
    const query = { q: "", status: ["open", "won"] as ("open" | "won")[], limit: 5 };
    await answered(api.GET("/api/deals", { params: { query } }));
    expect(new URL(sent().url).search).toBe("?status=open&status=won&limit=5");
    expect(sent().headers.get("Accept-Language")).toBe("zh");
    expect(sent().headers.has("Idempotency-Key")).toBe(false);
  });

  it("writes with a key of its own and the version that was seen", async () => {
    network.mockImplementation(async () => json({ id: 7 }));
    const write = () =>
      answered(
        api.PATCH("/api/deals/{id}", {
          params: onRecord({ id: 7, version: 3 }),
          body: { name: "x" },
        }),
      );
    await write();
    const first = sent().headers.get("Idempotency-Key");
    await write();
    expect(sent().url).toMatch(/\/api\/deals\/7$/);
    expect(sent().headers.get("If-Match")).toBe('"3"');
    expect(first).toBeTruthy();
    expect(sent().headers.get("Idempotency-Key")).not.toBe(first);
  });
});

describe("a refusal", () => {
  it("is a problem with its fields and whatever else it tells", async () => {
    const fields = [{ field: "name", code: "field.required", message: "请填写" }];
    network.mockResolvedValue(
      json({ title: "T", detail: "D", code: "deal.gate_unmet", fields, unmet: [1] }, 422),
    );
    const problem = await refusal(api.GET("/api/me"));
    expect(problem).toMatchObject({ status: 422, code: "deal.gate_unmet", message: "D", fields });
    expect(problem.requestId).toBe("r1");
    expect(problem.details).toEqual({ unmet: [1] });
    expect(onReach).toHaveBeenLastCalledWith(true);
  });

  it("of a proxy that speaks no JSON is a problem too", async () => {
    network.mockResolvedValue(new Response("<html>", { status: 502, statusText: "Bad Gateway" }));
    expect(await refusal(api.GET("/api/me"))).toMatchObject({
      status: 502,
      message: "HTTP 502 Bad Gateway",
    });
    expect(onReach).toHaveBeenLastCalledWith(false);
  });

  it("tells of a session that ended, but not of a wrong password", async () => {
    const onSignedOut = vi.fn<() => void>();
    configureHttp({ language: () => "en", onSignedOut, onReach });
    network.mockImplementation(async () => json({ code: "team.unauthenticated" }, 401));
    await refusal(api.POST("/api/session", { body: { email: "a@b.c", password: "wrong" } }));
    expect(onSignedOut).not.toHaveBeenCalled();
    await refusal(api.GET("/api/board"));
    expect(onSignedOut).toHaveBeenCalledOnce();
  });

  it("is told apart from a lost connection and from giving up", async () => {
    network.mockRejectedValue(new TypeError("Failed to fetch"));
    expect(await refusal(api.GET("/api/me"))).toMatchObject({ status: 0, code: offlineCode });
    expect(onReach).toHaveBeenLastCalledWith(false);
    const stop = new AbortController();
    stop.abort();
    const given = await refusal(api.GET("/api/me", { signal: stop.signal }));
    expect(given).not.toBeInstanceOf(Problem);
  });
});
