import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { calendarFeedQuery, deleteCalendarFeed, postCalendarFeed } from "@/api/team/calendar-feed";
import { CopyField } from "@/components/copy-field";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

// The secret address of one's calendar: shown when it is made, never again.
export function CalendarPanel() {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const feed = useQuery(calendarFeedQuery).data;
  const settled = {
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: calendarFeedQuery.queryKey }),
  };
  const make = useMutation({ mutationFn: postCalendarFeed, ...settled });
  const end = useMutation({
    mutationFn: deleteCalendarFeed,
    ...settled,
    onSuccess: () => {
      make.reset();
      toast(t("calendar.ended"));
    },
  });
  if (!feed) return null;
  return (
    <div className="form">
      {make.data && (
        <>
          <p className="soft" style={{ margin: 0 }}>
            {t("calendar.once")}
          </p>
          <CopyField
            label={t("calendar.address")}
            text={`${location.origin}/api/calendar/${make.data.file}`}
          />
        </>
      )}
      {feed.made_at && !make.data && (
        <p className="soft" style={{ margin: 0 }}>
          {t("calendar.since", { when: formatInstant(lang, feed.made_at) })}
        </p>
      )}
      <div className="form-actions" style={{ justifyContent: "flex-start" }}>
        <Button
          variant={feed.made_at ? "default" : "filled"}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t(feed.made_at ? "calendar.renew" : "calendar.make")}
        </Button>
        {feed.made_at && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
            {t("calendar.end")}
          </Button>
        )}
      </div>
    </div>
  );
}
