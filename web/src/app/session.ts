import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useCallback } from "react";
import { meQuery, patchMe } from "@/api/team/me";
import { signOut } from "@/api/team/session";
import type { Shape } from "@/api/types";
import { type Lang, setLang } from "@/i18n";
import { sessionEnded } from "@/lib/flag";
import { toastProblem } from "@/lib/toast";

// Switches at once on this screen, and on the server so that its sentences follow.
export function useSwitchLang() {
  const queryClient = useQueryClient();
  return useCallback(
    (lang: Lang) => {
      setLang(lang);
      if (!queryClient.getQueryData(meQuery.queryKey)) return;
      queryClient.setQueryData<Shape<"Me"> | null>(
        meQuery.queryKey,
        (me) => me && { ...me, user: { ...me.user, lang } },
      );
      patchMe({ lang })
        .then(() => queryClient.invalidateQueries())
        .catch(toastProblem);
    },
    [queryClient],
  );
}

// To the sign-in page, with nothing kept of what was answered for the one who leaves.
export function useLeave() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useCallback(async () => {
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, null);
    sessionEnded.set(false);
    await router.invalidate();
  }, [queryClient, router]);
}

export function useSignOut() {
  const leave = useLeave();
  return useCallback(async () => {
    try {
      await signOut();
    } catch (problem) {
      toastProblem(problem);
      return;
    }
    await leave();
  }, [leave]);
}
