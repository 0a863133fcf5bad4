import { Link } from "@tanstack/react-router";
import { useContactActivities } from "@/api/accounts/contacts";
import type { Shape } from "@/api/types";
import { ActivityIcon } from "@/components/activity-icon";
import { Lines } from "@/components/skeleton";
import classes from "@/features/accounts/record/record.module.css";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";

const stanceTones = {
  supporter: "good",
  neutral: undefined,
  opponent: "bad",
  unknown: undefined,
} as const;
type Stance = keyof typeof stanceTones;

// The deals in whose buying committee the person sits, and where they stand in each.
export function SeatsPanel({ seats }: { seats: Shape<"Seat">[] }) {
  const { t } = useT();
  return (
    <section className="panel" aria-labelledby="seats">
      <div className="panel-head">
        <h2 className="section-title" id="seats">
          {t("contacts.seats")}
        </h2>
      </div>
      {seats.length === 0 && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("contacts.noSeats")}
        </p>
      )}
      <ul className={classes.rows}>
        {seats.map((seat) => (
          <li key={seat.deal_id}>
            <Link to="/deals/$dealId" params={{ dealId: seat.deal_id }}>
              {seat.deal_name}
            </Link>
            <span className="tag">{t(`committee.roles.${seat.role}`)}</span>
            <span className="tag" data-tone={stanceTones[seat.stance as Stance]}>
              {t(`committee.stances.${seat.stance as Stance}`)}
            </span>
            <span className="faint">
              {t(`deal.statuses.${seat.status}`)} ·{" "}
              {t("committee.influenceOf", { n: seat.influence })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ContactActivities({ id }: { id: number }) {
  const { t, lang } = useT();
  const activities = useContactActivities(id);
  return (
    <section className="panel" aria-labelledby="activities">
      <div className="panel-head">
        <h2 className="section-title" id="activities">
          {t("contacts.activities")}
        </h2>
      </div>
      {!activities && (
        <div className="panel-body">
          <Lines count={3} />
        </div>
      )}
      {activities?.length === 0 && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("contacts.noActivities")}
        </p>
      )}
      <ul className={classes.rows}>
        {activities?.map((activity) => (
          <li key={activity.id}>
            <ActivityIcon kind={activity.kind} />
            <span>{activity.subject}</span>
            <span className="faint num">
              {formatInstant(lang, activity.done_at ?? activity.due ?? activity.created_at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
