import type { Action, ActionRegistry } from "@/lib/actions";

const sequenceWaitMs = 900;

interface Typed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  keyCode?: number;
  target: EventTarget | null;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "submit", "range", "file"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

// The name of a key press as actions spell it, or null for what no shortcut may use.
export function chordOf(event: Typed): string | null {
  // During composition the keys belong to the input method, not to us.
  if (event.isComposing || event.keyCode === 229 || event.key === "Process") return null;
  if (event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return event.ctrlKey || event.metaKey ? `mod+${key}` : key;
}

// Turns key presses into actions, remembering the first key of a sequence for a moment.
export class ShortcutReader {
  private first: string | null = null;
  private firstAt = 0;

  constructor(private readonly actions: Pick<ActionRegistry, "available">) {}

  read(event: Typed, dialogOpen: boolean, nowMs = Date.now()): Action | null {
    const chord = chordOf(event);
    if (!chord) return null;
    const available = this.actions.available();
    if (isTyping(event.target) || dialogOpen) {
      this.first = null;
      return available.find((action) => action.everywhere && action.shortcut === chord) ?? null;
    }
    if (this.first && nowMs - this.firstAt <= sequenceWaitMs) {
      const sequence = `${this.first} ${chord}`;
      this.first = null;
      const match = available.find((action) => action.shortcut === sequence);
      if (match) return match;
    }
    const match = available.find((action) => action.shortcut === chord);
    if (match) return match;
    if (available.some((action) => action.shortcut?.startsWith(`${chord} `))) {
      this.first = chord;
      this.firstAt = nowMs;
    }
    return null;
  }
}

const isMac = typeof navigator !== "undefined" && /Mac|iP(hone|ad)/.test(navigator.platform);

// How the key caps read: "g b" -> ["G", "B"], "mod+k" -> ["Ctrl", "K"].
export function keyCaps(shortcut: string): string[] {
  return shortcut
    .split(/[ +]/)
    .map((key) =>
      key === "mod" ? (isMac ? "⌘" : "Ctrl") : key.length === 1 ? key.toUpperCase() : key,
    );
}
