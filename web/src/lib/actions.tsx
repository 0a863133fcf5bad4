import { useEffect, useMemo, useSyncExternalStore, type ComponentType } from "react";

// One registry of what a person can do here and now. A button, a key and a line of the palette are
// three faces of the same action, so they never disagree.
export interface Action {
  id: string;
  label: string;
  group: "go" | "do" | "view";
  // "c", "?", "[", "mod+k", or a sequence such as "g b".
  shortcut?: string;
  // Heard even while somebody types or a dialog is open; only for keys that mean nothing there.
  everywhere?: boolean;
  icon?: ComponentType<{ size?: number; stroke?: number }>;
  // Whether it applies at this moment; absent means always.
  when?: () => boolean;
  run: () => void;
}

type Listener = () => void;

export class ActionRegistry {
  private readonly layers = new Map<symbol, Action[]>();
  private readonly listeners = new Set<Listener>();
  private merged: Action[] = [];

  // Later layers win over earlier ones with the same id. Returns what takes the layer away again.
  add(actions: Action[]): () => void {
    const layer = Symbol("actions");
    this.layers.set(layer, actions);
    this.publish();
    return () => {
      this.layers.delete(layer);
      this.publish();
    };
  }

  // Everything registered, newest definition of each id.
  all = (): Action[] => this.merged;

  available(): Action[] {
    return this.merged.filter((action) => action.when?.() ?? true);
  }

  find(id: string): Action | undefined {
    return this.available().find((action) => action.id === id);
  }

  subscribe = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private publish(): void {
    const byId = new Map<string, Action>();
    for (const layer of this.layers.values())
      for (const action of layer) byId.set(action.id, action);
    this.merged = [...byId.values()];
    for (const listener of this.listeners) listener();
  }
}

export const registry = new ActionRegistry();

// Registers while the component is mounted. `actions` must be memoised.
export function useActions(actions: Action[]): void {
  useEffect(() => registry.add(actions), [actions]);
}

export function useAllActions(): Action[] {
  return useSyncExternalStore(registry.subscribe, registry.all);
}

export function useAction(id: string): Action | undefined {
  const actions = useAllActions();
  return useMemo(() => actions.find((action) => action.id === id), [actions, id]);
}
