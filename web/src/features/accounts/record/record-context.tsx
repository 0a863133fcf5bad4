import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Problem } from "@/api/http";
import { ConflictDialog } from "@/components/conflict-dialog";
import { MayEdit } from "@/components/inline-field";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

interface Versioned {
  id: number;
  version: number;
}

// How to say what a change was about, should somebody have saved first.
export interface ChangeWords<T> {
  what: string;
  mine: string;
  theirs: (record: T) => string;
}

// How a kind of record is read and written.
export interface RecordApi<T extends Versioned, Body> {
  kind: "account" | "contact";
  get: (id: number) => Promise<T>;
  patch: (record: T, body: Body) => Promise<T>;
}

export type Write<T, Body> = (body: Body, words: ChangeWords<T>, back?: Body) => Promise<boolean>;

// Saves fields of a record. A conflict shows both values; `back` is what an undo saves again.
export function useRecordWrite<T extends Versioned, Body>(
  record: T,
  api: RecordApi<T, Body>,
): { write: Write<T, Body>; conflict: ReactNode } {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [clash, setClash] = useState<{
    words: ChangeWords<T>;
    theirs: T;
    body: Body;
    // Closes the editor that the change was made in.
    decided: (closes: boolean) => void;
  } | null>(null);
  const key = [api.kind, record.id];

  const save = async (current: T, body: Body, what: string, back?: Body) => {
    const saved = await api.patch(current, body);
    queryClient.setQueryData(key, saved);
    for (const stale of [key, ["accounts"], ["contacts"]])
      void queryClient.invalidateQueries({ queryKey: stale });
    const undo = async () => {
      try {
        queryClient.setQueryData(key, await api.patch(saved, back!));
        await queryClient.invalidateQueries();
        toast(t("common.undone"));
      } catch (problem) {
        toastProblem(problem);
      }
    };
    toast(t("common.savedWhat", { what }), back === undefined ? undefined : undo);
  };
  const write: Write<T, Body> = async (body, words, back) => {
    try {
      await save(record, body, words.what, back);
      return true;
    } catch (problem) {
      const stale = problem instanceof Problem && problem.status === 412;
      const theirs = stale ? await api.get(record.id).catch(() => null) : null;
      if (theirs) return new Promise((decided) => setClash({ words, theirs, body, decided }));
      toastProblem(problem);
      return false;
    }
  };
  const conflict = clash && (
    <ConflictDialog
      clashes={[
        {
          what: clash.words.what,
          mine: clash.words.mine || "–",
          theirs: clash.words.theirs(clash.theirs) || "–",
        },
      ]}
      onTheirs={() => {
        queryClient.setQueryData(key, clash.theirs);
        setClash(null);
        clash.decided(true);
      }}
      onMine={() => {
        setClash(null);
        save(clash.theirs, clash.body, clash.words.what)
          .then(() => clash.decided(true))
          .catch((problem) => {
            toastProblem(problem);
            clash.decided(false);
          });
      }}
    />
  );
  return { write, conflict };
}

export function EditableRecord({
  mayEdit,
  conflict,
  children,
}: {
  mayEdit: boolean;
  conflict: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <MayEdit value={mayEdit}>{children}</MayEdit>
      {conflict}
    </>
  );
}
