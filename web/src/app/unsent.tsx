import { Button, Modal } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { activitiesQuery } from "@/api/activities/activities";
import { type Kept, outbox } from "@/api/outbox";
import { useMe } from "@/api/team/me";
import classes from "@/app/shell.module.css";
import { type Clash, ConflictDialog } from "@/components/conflict-dialog";
import { useT } from "@/i18n";
import { serverLost, useFlag } from "@/lib/flag";
import { formatInstant } from "@/lib/format";
import { toast } from "@/lib/toast";

const staleStatus = 412;
const againMs = 10_000;

// What waits for the server: sent when it is back, told of at the edge of the page until then.
export default function Unsent() {
  const { t } = useT();
  const { user } = useMe();
  const queryClient = useQueryClient();
  const lost = useFlag(serverLost);
  const [open, setOpen] = useState(false);
  const all = useSyncExternalStore(outbox.subscribe, outbox.all);
  const kept = all.filter((each) => each.userId === user.id);
  const waits = kept.some((each) => !each.refused);
  const refused = kept.find((each) => each.refused);

  const flush = useCallback(async () => {
    const sent = await outbox.flush(user.id);
    if (sent === 0) return;
    toast(t("outbox.sent", { number: sent }));
    await queryClient.invalidateQueries();
  }, [user.id, queryClient, t]);
  useEffect(() => {
    if (!waits) return;
    const tryIt = () => void flush();
    if (!lost) tryIt();
    const again = setInterval(tryIt, againMs);
    window.addEventListener("online", tryIt);
    return () => {
      clearInterval(again);
      window.removeEventListener("online", tryIt);
    };
  }, [lost, waits, flush]);

  if (kept.length === 0) return null;
  return (
    <>
      <button
        type="button"
        className={`${classes.notice} ${classes.unsent}`}
        onClick={() => setOpen(true)}
      >
        <IconCloudOff size={16} aria-hidden />
        {t("outbox.waiting", { number: kept.length })}
      </button>
      {refused?.refused?.status === staleStatus && <Changed entry={refused} />}
      {open && (
        <Modal
          opened
          onClose={() => setOpen(false)}
          title={t("outbox.title")}
          closeButtonProps={{ "aria-label": t("common.close") }}
        >
          <p className="soft">{t("outbox.why")}</p>
          <ul className={classes.letters}>
            {kept.map((entry) => (
              <Letter key={entry.key} entry={entry} />
            ))}
          </ul>
          <div className="form-actions">
            <Button onClick={() => void flush()}>{t("outbox.tryNow")}</Button>
          </div>
        </Modal>
      )}
    </>
  );
}

function useWords() {
  const { t } = useT();
  return ({ letter }: Kept): string => {
    switch (letter.kind) {
      case "note":
        return t("outbox.note", { text: letter.body });
      case "completion":
        return t("outbox.completion", { step: letter.activity.subject });
      default:
        return t(`outbox.${letter.kind}`, { text: letter.body.subject });
    }
  };
}

function Letter({ entry }: { entry: Kept }) {
  const { t, lang } = useT();
  const words = useWords()(entry);
  return (
    <li>
      <div>{words}</div>
      <div className="faint num">{formatInstant(lang, entry.at)}</div>
      {entry.refused && (
        <>
          <div className="form-error">{t("outbox.refused", { why: entry.refused.message })}</div>
          <button type="button" className="button-plain" onClick={() => outbox.again(entry)}>
            {t("outbox.sendAgain")}
          </button>
        </>
      )}
      <button
        type="button"
        className="button-plain"
        aria-label={`${t("outbox.discard")}: ${words}`}
        onClick={() => outbox.drop(entry.key)}
      >
        {t("outbox.discard")}
      </button>
    </li>
  );
}

// The step was changed by somebody while it waited to be finished: both, side by side.
function Changed({ entry }: { entry: Kept }) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const [now, setNow] = useState<{ version: number; words: string } | null>(null);
  const step = entry.letter.kind === "completion" ? entry.letter.activity : null;
  useEffect(() => {
    if (!step?.deal_id) return;
    void queryClient
      .fetchQuery({ ...activitiesQuery(step.deal_id), staleTime: 0 })
      .then(({ items }) => {
        const found = items.find((each) => each.id === step.id);
        if (!found) return;
        const due = found.due ? ` · ${formatInstant(lang, found.due)}` : "";
        setNow({ version: found.version, words: found.subject + due });
      })
      .catch(() => {});
  }, [step, queryClient, lang]);
  if (entry.letter.kind !== "completion" || !now) return null;
  const clash: Clash = {
    what: entry.letter.activity.subject,
    mine: [t("outbox.completion", { step: "" }), entry.letter.body.outcome]
      .filter(Boolean)
      .join(" "),
    theirs: now.words,
  };
  return (
    <ConflictDialog
      clashes={[clash]}
      onMine={() => outbox.again(entry, now.version)}
      onTheirs={() => outbox.drop(entry.key)}
    />
  );
}
