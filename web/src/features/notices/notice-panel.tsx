import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { noticesQuery, postAllRead, putRead } from "@/api/notices/notices";
import type { Shape } from "@/api/types";
import { Lines } from "@/components/skeleton";
import classes from "@/features/notices/notices.module.css";
import { noticesByDay, noticeText } from "@/features/notices/notice-words";
import { useT } from "@/i18n";
import { formatDate, formatTime } from "@/lib/format";
import { toastProblem } from "@/lib/toast";

// The newest first, by day; each leads to what it is about, and is read by that.
export default function NoticePanel({ onClose }: { onClose: () => void }) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const list = useInfiniteQuery(noticesQuery);
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const reread = {
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["notices"] }),
  };
  const readOne = useMutation({ mutationFn: putRead, ...reread });
  const readAll = useMutation({ mutationFn: postAllRead, ...reread });
  const newest = items[0];
  return (
    <section className={classes.panel} aria-label={t("notices.title")}>
      <header className={classes.head}>
        <h2 className="section-title">{t("notices.title")}</h2>
        {newest && items.some((each) => !each.read) && (
          <button type="button" className="button-link" onClick={() => readAll.mutate(newest.id)}>
            {t("notices.allRead")}
          </button>
        )}
        <Link to="/account" hash="notifications" className="button-link" onClick={onClose}>
          {t("notices.settings")}
        </Link>
      </header>
      {/* What scrolls can be reached by keyboard, also while nothing in it can. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t("notices.title")}>
        {list.isPending && <Lines />}
        {list.isSuccess && items.length === 0 && (
          <p className={`faint ${classes.empty}`}>{t("notices.empty")}</p>
        )}
        {noticesByDay(items).map(([day, here]) => (
          <div key={day}>
            <h3 className={classes.day}>{formatDate(lang, day)}</h3>
            <ul className={classes.list}>
              {here.map((notice) => (
                <li key={notice.id}>
                  <NoticeLine
                    notice={notice}
                    onRead={() => {
                      if (!notice.read) readOne.mutate(notice.id);
                      if (!notice.hidden) onClose();
                    }}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
        {list.hasNextPage && (
          <button
            type="button"
            className={`button-link ${classes.more}`}
            onClick={() => void list.fetchNextPage()}
          >
            {t("common.more")}
          </button>
        )}
      </div>
    </section>
  );
}

function NoticeLine({ notice, onRead }: { notice: Shape<"Notice">; onRead: () => void }) {
  const { t, lang } = useT();
  const about = notice.deal?.name ?? notice.account?.name;
  const words = (
    <>
      <span className={classes.dot} data-unread={!notice.read || undefined} aria-hidden />
      <span className={classes.words}>
        {!notice.read && <span className="sr-only">{t("notices.isUnread")}: </span>}
        <span>{noticeText(t, notice)}</span>
        <span className="faint">
          {about && `${about} · `}
          <span className="num">{formatTime(lang, notice.at)}</span>
        </span>
      </span>
    </>
  );
  const shared = { className: classes.line, onClick: onRead, "data-unread": !notice.read };
  if (notice.hidden)
    return (
      <button type="button" {...shared}>
        {words}
      </button>
    );
  if (notice.deal)
    return (
      <Link to="/deals/$dealId" params={{ dealId: notice.deal.id }} {...shared}>
        {words}
      </Link>
    );
  if (notice.account)
    return (
      <Link to="/accounts/$accountId" params={{ accountId: notice.account.id }} {...shared}>
        {words}
      </Link>
    );
  return (
    <Link to="/today" {...shared}>
      {words}
    </Link>
  );
}
