import { completeActivity, postActivity, putNextStep } from "@/api/activities/activities";
import { postNote } from "@/api/deals/notes";
import { newKey, offlineCode, Problem } from "@/api/http";
import type { Shape } from "@/api/types";

// What was sent while the server could not be reached waits here, over a reload too, and goes out
// when it is back: in its order, each with the key of its first attempt, so that one whose answer
// alone was lost does not happen twice.

export type Letter =
  | { kind: "note"; dealId: number; body: string }
  | { kind: "step"; dealId: number; body: Shape<"NewNextStep"> }
  | { kind: "log"; body: Shape<"NewActivity"> }
  | { kind: "completion"; activity: StepOfDeal; body: Shape<"Completion"> };
type StepOfDeal = Pick<Shape<"Activity">, "id" | "version" | "subject" | "deal_id">;

export interface Kept {
  key: string;
  userId: number;
  at: string;
  letter: Letter;
  // Why the server would not have it; absent: it waits.
  refused?: { status: number; message: string };
}

export const keptCode = "client.kept";
export const isKept = (problem: unknown): boolean =>
  problem instanceof Problem && problem.code === keptCode;

const storageKey = "stagecoach.outbox";
const keptMax = 50;
const bytesMax = 500_000;

function send(letter: Letter, key: string): Promise<unknown> {
  switch (letter.kind) {
    case "note":
      return postNote(letter.dealId, letter.body, key);
    case "step":
      return putNextStep(letter.dealId, letter.body, key);
    case "log":
      return postActivity(letter.body, key);
    case "completion":
      return completeActivity(letter.activity, letter.body, key);
  }
}

// A proxy without a server behind it answers so.
const isLost = (problem: unknown): boolean =>
  problem instanceof Problem &&
  (problem.code === offlineCode || problem.status === 502 || problem.status === 504);

export class Outbox {
  private text = "";
  private kept: Kept[] = [];
  private sending = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly post = send) {}

  // The same list as long as nothing changed, in whatever tab.
  all = (): Kept[] => {
    const text = localStorage.getItem(storageKey) ?? "[]";
    if (text !== this.text) {
      this.text = text;
      try {
        this.kept = JSON.parse(text) as Kept[];
      } catch {
        this.kept = [];
      }
    }
    return this.kept;
  };

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    window.addEventListener("storage", listener);
    return () => {
      this.listeners.delete(listener);
      window.removeEventListener("storage", listener);
    };
  };

  // Sends it or, where the server cannot be reached, keeps it and throws a problem of its own code.
  // Where it cannot be kept the first problem stands, and what was typed stays where it is.
  async sendOrKeep<T>(userId: number, letter: Letter): Promise<T> {
    const key = newKey();
    try {
      return (await this.post(letter, key)) as T;
    } catch (problem) {
      const entry = { key, userId, at: new Date().toISOString(), letter };
      if (!isLost(problem) || !this.put([...this.all(), entry])) throw problem;
      throw new Problem(0, keptCode, "", null, [], {});
    }
  }

  drop(key: string): void {
    this.put(this.all().filter((each) => each.key !== key));
  }

  // Once more, as if it had just been written: over the version that is there now.
  again(entry: Kept, version?: number): void {
    const { refused: _, ...waiting } = entry;
    const { letter } = entry;
    if (version !== undefined && letter.kind === "completion")
      waiting.letter = { ...letter, activity: { ...letter.activity, version } };
    // Another request than the first, so another key.
    const fresh = { ...waiting, key: newKey() };
    this.put(this.all().map((each) => (each.key === entry.key ? fresh : each)));
  }

  // Returns how many went out.
  async flush(userId: number): Promise<number> {
    if (this.sending) return 0;
    this.sending = true;
    let sent = 0;
    try {
      for (const entry of this.all().filter((each) => each.userId === userId && !each.refused)) {
        try {
          await this.post(entry.letter, entry.key);
          this.drop(entry.key);
          sent += 1;
        } catch (problem) {
          if (!(problem instanceof Problem) || isLost(problem) || problem.status === 401) break;
          if (problem.status >= 500 || problem.status === 429) break;
          this.refuse(entry.key, { status: problem.status, message: problem.message });
        }
      }
    } finally {
      this.sending = false;
    }
    return sent;
  }

  private refuse(key: string, refused: NonNullable<Kept["refused"]>): void {
    this.put(this.all().map((each) => (each.key === key ? { ...each, refused } : each)));
  }

  // False: there is no room, or no storage.
  private put(kept: Kept[]): boolean {
    const text = JSON.stringify(kept);
    if (kept.length > keptMax || text.length > bytesMax) return false;
    try {
      localStorage.setItem(storageKey, text);
    } catch {
      return false;
    }
    for (const listener of this.listeners) listener();
    return true;
  }
}

export const outbox = new Outbox();
