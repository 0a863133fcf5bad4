import { notifications } from "@mantine/notifications";
import { Problem, offlineCode } from "@/api/http";
import { i18n } from "@/i18n";

const undoWaitMs = 10_000;

export interface ToastUndo {
  run: () => void | Promise<void>;
}

// The newest thing that can still be taken back, for Ctrl-Z.
let latest: { id: string; undo: ToastUndo; until: number } | null = null;

export const canUndo = () => latest !== null && Date.now() < latest.until;

export function undoLatest(): void {
  if (!latest || !canUndo()) return;
  const { id, undo } = latest;
  latest = null;
  notifications.hide(id);
  void undo.run();
}

export function toast(message: string, undo?: ToastUndo): void {
  const id = notifications.show({
    message: undo ? (
      <span className="toast-line">
        <span>{message}</span>
        <button
          type="button"
          className="toast-undo"
          onClick={() => {
            if (latest?.id === id) latest = null;
            notifications.hide(id);
            void undo.run();
          }}
        >
          {i18n.t("common.undo")}
        </button>
      </span>
    ) : (
      message
    ),
    autoClose: undo ? undoWaitMs : 4000,
    color: "petrol",
    closeButtonProps: { "aria-label": i18n.t("common.close") },
    withBorder: true,
  });
  if (undo) latest = { id, undo, until: Date.now() + undoWaitMs };
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
  notifications.show({
    title: i18n.t("errors.title"),
    message: problemText(problem),
    autoClose: 8000,
    color: "red",
    closeButtonProps: { "aria-label": i18n.t("common.close") },
    withBorder: true,
  });
}
