import { Problem, offlineCode } from "@/api/http";
import { i18n } from "@/i18n";

const shortMs = 4_000;
const problemMs = 8_000;
const undoMs = 10_000;
const shownMax = 4;

export interface Toast {
  id: number;
  tone: "done" | "problem";
  title?: string;
  message: string;
  // Takes back what the toast tells of.
  undo?: () => void | Promise<void>;
  until: number;
}

// What is told at the edge of the screen for a moment, newest last. Each waits for its time, and for
// longer while somebody points at it or holds the focus in it.
export class Toasts {
  private shown: Toast[] = [];
  private nextId = 1;
  private held = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly now = () => Date.now()) {}

  all = (): Toast[] => this.shown;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  add(told: Omit<Toast, "id" | "until">, forMs: number): void {
    const id = this.nextId++;
    this.show([...this.shown, { ...told, id, until: this.now() + forMs }].slice(-shownMax));
    this.wait(id, forMs);
  }

  close(id: number): void {
    this.show(this.shown.filter((each) => each.id !== id));
  }

  hold(held: boolean): void {
    this.held = held;
  }

  takeBack(told: Toast): void {
    this.close(told.id);
    void told.undo?.();
  }

  // The newest that can still be taken back.
  undoable = (): Toast | undefined =>
    this.shown.findLast((each) => each.undo && this.now() < each.until);

  private wait(id: number, forMs: number): void {
    setTimeout(() => {
      if (this.held) this.wait(id, 1_000);
      else this.close(id);
    }, forMs);
  }

  private show(toasts: Toast[]): void {
    this.shown = toasts;
    for (const listener of this.listeners) listener();
  }
}

export const toasts = new Toasts();

export const canUndo = () => toasts.undoable() !== undefined;

export function undoLatest(): void {
  const latest = toasts.undoable();
  if (latest) toasts.takeBack(latest);
}

export function toast(message: string, undo?: Toast["undo"]): void {
  if (undo) toasts.add({ tone: "done", message, undo }, undoMs);
  else toasts.add({ tone: "done", message }, shortMs);
}

// What a person is told when something was refused or failed. The request id is what support asks for.
export function problemText(problem: unknown): string {
  if (!(problem instanceof Problem)) return i18n.t("errors.unexpected");
  if (problem.code === offlineCode) return i18n.t("errors.offline");
  if (problem.status >= 500 && problem.requestId)
    return `${problem.message} (${problem.requestId})`;
  return problem.message;
}

export function toastProblem(problem: unknown): void {
  const title = i18n.t("errors.title");
  toasts.add({ tone: "problem", title, message: problemText(problem) }, problemMs);
}
