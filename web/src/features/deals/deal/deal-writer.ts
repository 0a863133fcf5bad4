import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { getDeal } from "@/api/deals/deal";
import { latestUndoable, undoEvent } from "@/api/deals/timeline";
import { Problem } from "@/api/http";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

type Deal = Shape<"DealDetail">;

// How to say what a change was about, should somebody have saved first.
export interface ChangeWords {
  what: string;
  mine: string;
  theirs: (deal: Deal) => string;
}
export type Send = (deal: Deal) => Promise<Deal | void>;
export interface WriteOptions {
  // The deal as it was when the person began; absent: as it is on the page now.
  base?: Deal;
  // What the page shows until the server has answered.
  optimistic?: (deal: Deal) => Deal;
}
// Saves, and answers whether it is settled: saved, or given up for what somebody else saved.
// Conflicts and refusals are shown by the page.
export type Write = (send: Send, words?: ChangeWords, options?: WriteOptions) => Promise<boolean>;

// Two people changed the same thing: which shall hold?
export interface Conflict {
  words: ChangeWords;
  theirs: Deal;
  decide: (choice: "mine" | "theirs") => void;
}

export const refreshDeal = (queryClient: QueryClient, id: number) =>
  Promise.all(
    [["deal", id], ["board"], ["deals"], ["today"]].map((queryKey) =>
      queryClient.invalidateQueries({ queryKey }),
    ),
  );

// The versions that this page itself brought about: what a person saw at one of them he saw at all.
function useOwnVersions() {
  const next = useRef(new Map<number, number>());
  return {
    note: (seen: Deal, saved: Deal) => {
      // One more than was seen: nobody else saved in between.
      if (saved.version === seen.version + 1) next.current.set(seen.version, saved.version);
    },
    newestOf: (deal: Deal): Deal => {
      let version = deal.version;
      for (let later = next.current.get(version); later; later = next.current.get(version))
        version = later;
      return { ...deal, version };
    },
  };
}

// Writes go one after another, each against the version its author saw. Where somebody else changed
// something other meanwhile, both changes stand; where he changed the same, a person decides.
export function useDealWriter(deal: Deal): { write: Write; conflict: Conflict | null } {
  const { t } = useT();
  const queryClient = useQueryClient();
  const own = useOwnVersions();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const key = ["deal", deal.id];

  const undo = async (seq: Promise<number | null>) => {
    try {
      const found = await seq;
      if (found === null) return;
      await undoEvent(found);
      await refreshDeal(queryClient, deal.id);
      toast(t("common.undone"));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  const save = async (seen: Deal, send: Send, what?: string) => {
    const saved = await send(seen);
    if (saved) {
      own.note(seen, saved);
      queryClient.setQueryData(key, saved);
    }
    void refreshDeal(queryClient, deal.id);
    const seq = latestUndoable(deal.id).catch(() => null);
    toast(what ? t("common.savedWhat", { what }) : t("common.saved"), () => undo(seq));
  };
  const ask = (words: ChangeWords, theirs: Deal) =>
    new Promise<"mine" | "theirs">((resolve) => {
      setConflict({
        words,
        theirs,
        decide: (choice) => {
          setConflict(null);
          resolve(choice);
        },
      });
    });
  // Saves once more on what somebody else saved, unless he changed the same and his is to stay.
  const settle = async (base: Deal, send: Send, words: ChangeWords): Promise<void> => {
    const theirs = await getDeal(deal.id);
    queryClient.setQueryData(key, theirs);
    const untouched = words.theirs(theirs) === words.theirs(base);
    if (!untouched && (await ask(words, theirs)) === "theirs") return;
    try {
      await save(theirs, send, words.what);
    } catch (problem) {
      if (!isStale(problem)) throw problem;
      await settle(theirs, send, words);
    }
  };
  const write: Write = (send, words, { base = deal, optimistic } = {}) => {
    const before = queryClient.getQueryData<Deal>(key) ?? deal;
    const shown = optimistic?.(before);
    if (shown) {
      void queryClient.cancelQueries({ queryKey: key, exact: true });
      queryClient.setQueryData(key, shown);
    }
    const attempt = async (): Promise<boolean> => {
      try {
        await save(own.newestOf(base), send, words?.what);
        return true;
      } catch (problem) {
        try {
          if (!isStale(problem) || !words) throw problem;
          await settle(base, send, words);
          return true;
        } catch (failure) {
          // What was shown ahead of the answer is taken back where everybody sees it go.
          if (shown && queryClient.getQueryData(key) === shown)
            queryClient.setQueryData(key, before);
          void refreshDeal(queryClient, deal.id);
          toastProblem(failure);
          return false;
        }
      }
    };
    const settled = queue.current.then(attempt);
    queue.current = settled;
    return settled;
  };
  return { write, conflict };
}

const isStale = (problem: unknown) => problem instanceof Problem && problem.status === 412;
