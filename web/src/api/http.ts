// The one way to the server: JSON in and out, problems as exceptions, a fresh idempotency key on
// every write so that a retry after a lost answer never acts twice.

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

type QueryValue = string | number | boolean | null | undefined;

export interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  // Bytes are sent as they are; anything in `body` goes as JSON.
  bytes?: Blob;
  version?: number;
  // One key for all tries of one intent.
  idempotencyKey?: string;
  signal?: AbortSignal;
}

let language: () => string = () => "en";
let onSignedOut: () => void = () => {};

export function configureHttp(options: { language: () => string; onSignedOut: () => void }) {
  language = options.language;
  onSignedOut = options.onSignedOut;
}

export function withQuery(path: string, query: Record<string, QueryValue> = {}): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== "") pairs.set(name, String(value));
  const text = pairs.toString();
  return text ? `${path}?${text}` : path;
}

function headersOf(method: string, options: RequestOptions): Headers {
  const headers = new Headers({
    Accept: "application/json, application/problem+json",
    "Accept-Language": language(),
  });
  if (options.body !== undefined) headers.set("Content-Type", "application/json");
  if (options.bytes) headers.set("Content-Type", "application/octet-stream");
  if (options.version !== undefined) headers.set("If-Match", `"${options.version}"`);
  if (method !== "GET") headers.set("Idempotency-Key", options.idempotencyKey ?? newKey());
  return headers;
}

// randomUUID exists only in secure contexts; a server on a plain-http LAN address is not one.
export function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

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

export async function request<Answer>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  options: RequestOptions = {},
): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(withQuery(`/api${path}`, options.query), {
      method,
      headers: headersOf(method, options),
      body: options.bytes ?? (options.body === undefined ? null : JSON.stringify(options.body)),
      signal: options.signal ?? null,
      credentials: "same-origin",
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new Problem(0, offlineCode, String(cause), null, [], {});
  }
  if (!response.ok) {
    const problem = await problemOf(response);
    if (problem.status === 401 && path !== "/session") onSignedOut();
    throw problem;
  }
  if (response.status === 204) return undefined as Answer;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as Answer;
}
