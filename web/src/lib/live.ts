import type { QueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";

export interface Change {
  seq: number;
  kind: string;
  subject_kind: string;
  subject_id: number;
  actor_id: number | null;
}

const firstWaitMs = 1_000;
const longestWaitMs = 10_000;
// A lone change is shown at once; many (an import) become one refetch at a time.
const promptMs = 20;
const gatherMs = 250;

// Which cached answers a change makes stale.
export function staleKeys(change: Pick<Change, "subject_kind" | "subject_id">): unknown[][] {
  switch (change.subject_kind) {
    case "deal":
      return [
        ["today"],
        ["board"],
        ["deals"],
        ["deal", change.subject_id],
        ["cycle"],
        ["forecast"],
        ["tour"],
        ["account"],
        ["contact"],
      ];
    case "activity":
      return [["today"], ["board"], ["deals"], ["deal"]];
    case "account":
    case "contact":
      return [["accounts"], ["contacts"], ["account"], ["contact"], ["deal"]];
    case "forecast_target":
    case "forecast_submission":
      return [["forecast"]];
    case "product":
      return [["products"]];
    case "pipeline":
      return [
        ["tour"],
        ["pipelines"],
        ["pipeline-draft", change.subject_id],
        ["pipeline-drafts"],
        ["pipeline-versions", change.subject_id],
        ["today"],
        ["board"],
        ["deal"],
      ];
    case "custom_field":
      return [["custom-fields"], ["deal"]];
    case "pipeline_draft":
      return [["pipeline-draft", change.subject_id], ["pipeline-drafts"]];
    case "user":
    case "team":
      return [["users"], ["teams"]];
    case "notice":
      return [["notices"]];
    case "import":
      return [
        ["imports"],
        ["import", change.subject_id],
        ["today"],
        ["board"],
        ["deals"],
        ["cycle"],
        ["forecast"],
      ];
    default:
      return [];
  }
}

// A stream that breaks does not say why: an ordinary request does, and whoever listens for a lost
// server or an ended session hears of it.
const askWhy = (): void => void api.GET("/api/me").catch(() => {});

// Follows the journal: every committed change marks what it touches as stale. The browser's own
// reconnection gives up on some failures, so this one tries again, ever more patiently.
export function followLive(
  client: QueryClient,
  open = (url: string) => new EventSource(url),
  onBreak = askWhy,
) {
  let source: EventSource | null = null;
  let wait = firstWaitMs;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let gather: ReturnType<typeof setTimeout> | undefined;
  let lastFlush = 0;
  let lost = false;
  let stopped = false;
  const gathered = new Map<string, unknown[]>();

  const flush = () => {
    gather = undefined;
    lastFlush = Date.now();
    for (const queryKey of gathered.values()) void client.invalidateQueries({ queryKey });
    gathered.clear();
  };
  const onChange = (message: MessageEvent<string>) => {
    for (const key of staleKeys(JSON.parse(message.data) as Change))
      gathered.set(JSON.stringify(key), key);
    gather ??= setTimeout(flush, Date.now() - lastFlush > gatherMs ? promptMs : gatherMs);
  };
  const connect = () => {
    if (stopped) return;
    source = open("/api/live");
    source.addEventListener("open", () => {
      wait = firstWaitMs;
      // What happened while nobody listened is unknown: everything may be stale.
      if (lost) void client.invalidateQueries();
      lost = false;
    });
    source.addEventListener("change", onChange as (event: Event) => void);
    source.addEventListener("error", () => {
      lost = true;
      source?.close();
      onBreak();
      retry = setTimeout(connect, wait);
      wait = Math.min(wait * 2, longestWaitMs);
    });
  };
  connect();
  return () => {
    stopped = true;
    source?.close();
    clearTimeout(retry);
    clearTimeout(gather);
  };
}
