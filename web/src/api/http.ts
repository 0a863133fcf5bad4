// The one way to the server: the document's own paths and shapes, problems as exceptions, a fresh
// idempotency key on every write so that a retry after a lost answer never acts twice.
import createClient, { type Middleware } from "openapi-fetch";
import type { paths } from "@/api/schema";

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

export class Problem extends Error {
  override name = "Problem";
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly requestId: string | null,
    readonly fields: FieldProblem[],
    // Whatever else the answer carried, such as the unmet criteria of a gate.
    readonly details: Record<string, unknown>,
  ) {
    super(message);
  }
}

export const offlineCode = "client.offline";

let language: () => string = () => "en";
let onSignedOut: () => void = () => {};
let onReach: (reached: boolean) => void = () => {};

export function configureHttp(options: {
  language: () => string;
  onSignedOut: () => void;
  // After every request: whether the server was there to answer it.
  onReach: (reached: boolean) => void;
}) {
  language = options.language;
  onSignedOut = options.onSignedOut;
  onReach = options.onReach;
}

// What is not set, or set to nothing, is not asked for.
function queryText(query: Record<string, unknown>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined && each !== null && each !== "") pairs.append(name, String(each));
  return pairs.toString();
}

export function withQuery(path: string, query: Record<string, unknown> = {}): string {
  const text = queryText(query);
  return text ? `${path}?${text}` : path;
}

// randomUUID exists only in secure contexts; a server on a plain-http LAN address is not one.
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// For a write that may be sent again later: the key of its first attempt.
export const withKey = (key?: string): Record<string, string> =>
  key ? { "Idempotency-Key": key } : {};

async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get("X-Request-Id");
  try {
    const { title, detail, code, request_id, fields, ...details } = await response.json();
    return new Problem(
      response.status,
      code ?? "unknown",
      detail || title || response.statusText,
      request_id ?? requestId,
      fields ?? [],
      details,
    );
  } catch {
    // Not our server's answer: a proxy, perhaps.
    const text = `HTTP ${response.status} ${response.statusText}`.trim();
    return new Problem(response.status, "unknown", text, requestId, [], {});
  }
}

// Where a 401 says that what was typed is wrong, not that a session is over.
const waysIn = new Set(["/api/session", "/api/sign-in-links/uses"]);

const manners: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept", "application/json, application/problem+json");
    request.headers.set("Accept-Language", language());
    if (request.method !== "GET" && !request.headers.has("Idempotency-Key"))
      request.headers.set("Idempotency-Key", newKey());
  },
  async onResponse({ response, schemaPath }) {
    // A proxy answers so where there is no server behind it.
    onReach(response.status !== 502 && response.status !== 504);
    if (response.ok) return;
    const problem = await problemOf(response);
    if (problem.status === 401 && !waysIn.has(schemaPath)) onSignedOut();
    throw problem;
  },
  onError({ error, request }) {
    if (request.signal.aborted) return;
    onReach(false);
    return new Problem(0, offlineCode, String(error), null, [], {});
  },
};

export const api = createClient<paths>({
  baseUrl: location.origin,
  credentials: "same-origin",
  querySerializer: queryText,
  // Looked up at each call, so that a test may stand in for the network.
  fetch: (request) => fetch(request),
});
api.use(manners);

// What the server answered; a refusal was thrown on the way.
export async function answered<Reply extends { data?: unknown }>(
  call: Promise<Reply>,
): Promise<Exclude<Reply["data"], undefined>> {
  return (await call).data as Exclude<Reply["data"], undefined>;
}

// The record and the version of it that the caller saw, for writes that must not overwrite others'.
export const onRecord = (record: { id: number; version: number }) => ({
  path: { id: record.id },
  header: { "If-Match": `"${record.version}"` },
});
