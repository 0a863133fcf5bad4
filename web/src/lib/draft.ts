import { useState } from "react";

// What somebody has begun to type, kept by the tab until it is saved or given up: a reload, or the
// end of a session, loses nothing. Keyed by whose it is and what it is about.

const prefix = "draft:";

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(prefix + key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

function keep(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // A full or forbidden store: what was typed still stands in the field.
  }
}

export const hasDraft = (key: string): boolean => read(key) !== undefined;

export function forgetDraft(key: string): void {
  try {
    sessionStorage.removeItem(prefix + key);
  } catch {
    // There is nothing to forget.
  }
}

// State that begins with the draft where there is one, else with `initial`, and is kept at each
// change.
export function useDraft<T>(key: string, initial: T | (() => T)): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(
    () => read<T>(key) ?? (typeof initial === "function" ? (initial as () => T)() : initial),
  );
  return [
    value,
    (next) => {
      keep(key, next);
      setValue(next);
    },
  ];
}
