import { useSyncExternalStore } from "react";

// One fact about this tab that several parts of the page react to.
export class Flag {
  private up = false;
  private readonly listeners = new Set<() => void>();

  get = (): boolean => this.up;

  set(up: boolean): void {
    if (up === this.up) return;
    this.up = up;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

export const useFlag = (flag: Flag): boolean => useSyncExternalStore(flag.subscribe, flag.get);

// The server does not answer.
export const serverLost = new Flag();
// The session of the person at the screen has ended; what they typed is still there.
export const sessionEnded = new Flag();
