import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { Problem } from "@/api/http";
import { draftQuery, putDraft } from "@/api/pipeline/drafts";
import type { Shape } from "@/api/types";
import { asInput, type Pipeline } from "@/features/pipelines/edit-pipeline";

type View = Shape<"PipelineDraftView">;

const restMs = 600;

export interface Editing {
  view: View;
  pipeline: Pipeline;
  // Nothing typed is waiting to be saved.
  settled: boolean;
  problem: unknown;
  // Somebody else saved first; theirs is what is stored.
  clash: View | null;
  edit: (next: Pipeline) => void;
  // Takes what the server answered for what is here.
  adopt: (view: View) => void;
  keepMine: () => void;
}

// One draft under editing: saved by itself after a short rest, one request at a time, and never over
// what somebody else saved meanwhile. What others saved shows at once where nothing of ours is in
// the way.
export function useDraft(id: number): Editing {
  const queryClient = useQueryClient();
  const view = useSuspenseQuery(draftQuery(id)).data;
  const [edited, setEdited] = useState<Pipeline | null>(null);
  // The version of the draft that the edits stand on.
  const [seen, setSeen] = useState(0);
  const [dirty, setDirty] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [clash, setClash] = useState<View | null>(null);
  const saving = useRef(false);
  const latest = useRef<Pipeline | null>(null);
  // At once, where the state follows with the next drawing only.
  const base = useRef(0);
  const standOn = useCallback((version: number) => {
    base.current = version;
    setSeen(version);
  }, []);
  const mine = edited !== null && (dirty || view.version <= seen) ? edited : null;
  const pipeline = mine ?? view.definition;

  const adopt = (next: View) => {
    queryClient.setQueryData(draftQuery(id).queryKey, next);
    setEdited(null);
    setDirty(false);
    setProblem(null);
    setClash(null);
  };

  const save = useCallback(async () => {
    const sent = latest.current;
    if (saving.current || !sent) return;
    saving.current = true;
    try {
      const next = await putDraft(id, base.current, asInput(sent));
      queryClient.setQueryData(draftQuery(id).queryKey, next);
      standOn(next.version);
      setProblem(null);
      if (latest.current === sent) setDirty(false);
    } catch (refusal) {
      const current = refusal instanceof Problem && refusal.details.current;
      if (refusal instanceof Problem && refusal.status === 412 && current)
        setClash(current as View);
      else setProblem(refusal);
    } finally {
      saving.current = false;
    }
  }, [id, queryClient, standOn]);

  useEffect(() => {
    if (!dirty || clash) return;
    const timer = setTimeout(() => void save(), restMs);
    return () => clearTimeout(timer);
  }, [dirty, edited, seen, clash, save]);

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [dirty]);

  return {
    view,
    pipeline,
    settled: !dirty,
    problem,
    clash,
    edit: (next) => {
      if (!mine) standOn(view.version);
      latest.current = next;
      setEdited(next);
      setDirty(true);
    },
    adopt,
    keepMine: () => {
      if (!clash) return;
      standOn(clash.version);
      setClash(null);
    },
  };
}

// What is wrong with a field, from the last save or from a refusal.
export function faultAt(
  { view, problem }: Pick<Editing, "view" | "problem">,
  path: string,
  local: (text: Shape<"Localized">) => string,
): string | undefined {
  const refused = problem instanceof Problem ? problem.fields : [];
  const found = refused.find((each) => each.field === path || each.field.startsWith(`${path}.`));
  if (found) return found.message;
  const fault = view.faults.find((each) => each.field === path);
  return fault && local(fault.message);
}
