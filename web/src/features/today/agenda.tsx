import { Link } from "@tanstack/react-router";
import type { Shape } from "@/api/types";
import { ActivityIcon } from "@/components/activity-icon";
import classes from "@/features/today/today.module.css";
import { useT } from "@/i18n";
import { formatTime } from "@/lib/format";

// What has an hour today: calls, meetings, demos.
export function Agenda({ items }: { items: Shape<"TodayItem">[] }) {
  const { t, lang } = useT();
  return (
    <section className="panel" aria-labelledby="agenda">
      <div className="panel-head">
        <h2 className="section-title" id="agenda">
          {t("today.agenda")}
        </h2>
      </div>
      {items.length === 0 && (
        <p className={`panel-body faint ${classes.none}`}>{t("today.noAgenda")}</p>
      )}
      <ul className={classes.risks}>
        {items.map(
          ({ activity, deal }) =>
            activity && (
              <li key={activity.id} className={classes.appointment}>
                <time className="num" dateTime={activity.due ?? undefined}>
                  {activity.due && formatTime(lang, activity.due)}
                </time>
                <ActivityIcon kind={activity.kind} />
                <span>
                  {activity.subject}
                  {deal && (
                    <>
                      {" · "}
                      <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
                        {deal.name}
                      </Link>
                    </>
                  )}
                </span>
              </li>
            ),
        )}
      </ul>
    </section>
  );
}
