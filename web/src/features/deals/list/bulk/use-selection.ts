import { useCallback, useState } from "react";

export const selectedMax = 500;

export interface Selection {
  ids: ReadonlySet<number>;
  // All that the list shows, whether it was loaded or not.
  all: boolean;
  toggle: (id: number) => void;
  take: (ids: number[]) => void;
  takeAll: () => void;
  clear: () => void;
}

// Which rows of a list are selected. Another list begins with none: `of` says which list it is.
export function useSelection(of: string): Selection {
  const [kept, setKept] = useState({
    of,
    ids: new Set<number>() as ReadonlySet<number>,
    all: false,
  });
  const now = kept.of === of ? kept : { of, ids: new Set<number>(), all: false };
  const toggle = useCallback(
    (id: number) =>
      setKept((before) => {
        const ids = new Set(before.of === of ? before.ids : []);
        if (!ids.delete(id) && ids.size < selectedMax) ids.add(id);
        return { of, ids, all: false };
      }),
    [of],
  );
  const take = useCallback(
    (ids: number[]) => setKept({ of, ids: new Set(ids.slice(0, selectedMax)), all: false }),
    [of],
  );
  return {
    ids: now.ids,
    all: now.all,
    toggle,
    take,
    takeAll: () => setKept({ of, ids: new Set(), all: true }),
    clear: () => setKept({ of, ids: new Set(), all: false }),
  };
}
