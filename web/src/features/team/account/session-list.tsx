import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { endSession, endSessions, sessionsQuery } from "@/api/team/sessions";
import type { Shape } from "@/api/types";
import classes from "@/features/team/account/account.module.css";
import { useT } from "@/i18n";
import { agentName } from "@/lib/agent";
import { formatInstant } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

// Where somebody is signed in; null = oneself.
export function SessionList({ userId }: { userId: number | null }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const sessions = useQuery(sessionsQuery(userId)).data?.items;
  const ended = {
    onSuccess: () => toast(t("account.sessionEnded")),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["sessions"] }),
  };
  const endOne = useMutation({ mutationFn: endSession, ...ended });
  const endAll = useMutation({ mutationFn: () => endSessions(userId), ...ended });
  if (!sessions) return null;
  const others = sessions.filter((session) => !session.current);
  if (sessions.length === 0) return <p className="faint">{t("account.noSessions")}</p>;
  return (
    <>
      <ul className={classes.list}>
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} onEnd={() => endOne.mutate(session.id)} />
        ))}
      </ul>
      {others.length > 1 && (
        <button type="button" className="button-plain" onClick={() => endAll.mutate()}>
          {t(userId === null ? "account.endOthers" : "account.endAll")}
        </button>
      )}
    </>
  );
}

function SessionLine({ session, onEnd }: { session: Shape<"SessionView">; onEnd: () => void }) {
  const { t, lang } = useT();
  const name = agentName(session.agent) || session.agent || t("account.unknownBrowser");
  return (
    <li className={classes.line}>
      <div className={classes.what}>
        <strong>{name}</strong>{" "}
        {session.current && (
          <span className="tag" data-tone="good">
            {t("account.thisBrowser")}
          </span>
        )}
        <div className="faint">
          {t("account.seen", {
            first: formatInstant(lang, session.created_at),
            last: formatInstant(lang, session.seen_at),
          })}
          {session.address && ` · ${session.address}`}
        </div>
      </div>
      {!session.current && (
        <button
          type="button"
          className="button-plain"
          aria-label={t("account.endSessionOf", { name })}
          onClick={onEnd}
        >
          {t("account.endSession")}
        </button>
      )}
    </li>
  );
}
