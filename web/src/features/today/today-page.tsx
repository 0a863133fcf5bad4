import { IconSunHigh } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMe } from "@/api/team/me";
import { useUsers } from "@/api/team/users";
import { type DayOf, useToday } from "@/api/today/today";
import type { Shape } from "@/api/types";
import { EmptyWorkspace } from "@/components/empty-workspace";
import { ErrorPanel } from "@/components/error-panel";
import { Picker } from "@/components/picker";
import { Lines } from "@/components/skeleton";
import { Agenda } from "@/features/today/agenda";
import { Approvals } from "@/features/today/approvals";
import { AtRisk } from "@/features/today/at-risk";
import { StepList } from "@/features/today/step-list";
import classes from "@/features/today/today.module.css";
import { FirstHour } from "@/features/tour/first-hour";
import { useT } from "@/i18n";
import { formatCounted, formatDate, today } from "@/lib/format";

const counters = ["overdue", "due_today", "no_next_step", "over_standard", "idle"] as const;
const countedMax = 999;

export function TodayPage() {
  const { t, lang } = useT();
  const me = useMe();
  const chosen: DayOf = useSearch({ strict: false });
  // Who leads others starts with everybody's day, who sells with his own.
  const leads = me.user.role === "owner" || me.user.role === "manager";
  const of: DayOf = chosen.owner || chosen.scope ? chosen : { scope: leads ? "team" : "mine" };
  const navigate = useNavigate();
  const { data: day, error, refetch } = useToday(of);
  const show = (next: DayOf) => void navigate({ to: "/today", search: next });
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className="page-title">
          {t("nav.today")} <span className="faint">{formatDate(lang, today())}</span>
        </h1>
        {me.user.visibility !== "own" && <Whose of={of} onChange={show} />}
      </div>
      {error && !day && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!day && !error && (
        <div className="page">
          <Lines count={8} />
        </div>
      )}
      {day && !day.any_deals && <EmptyWorkspace />}
      {day?.any_deals && (
        <>
          <FirstHour />
          <Counters counts={day.counters} of={of} />
          <div className={classes.columns}>
            <StepList items={day.steps} />
            <div className={classes.aside}>
              <Approvals items={day.approvals} />
              <AtRisk items={day.at_risk} />
              <Agenda items={day.agenda} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}

function Whose({ of, onChange }: { of: DayOf; onChange: (of: DayOf) => void }) {
  const { t } = useT();
  const users = useUsers();
  const value = of.owner ? String(of.owner) : (of.scope ?? "mine");
  return (
    <Picker
      label={t("today.whose")}
      hideLabel
      value={value}
      options={[
        { value: "mine", label: t("today.mine") },
        { value: "team", label: t("today.team") },
        ...users.map((user) => ({ value: String(user.id), label: user.name })),
      ]}
      onChange={(chosen) =>
        onChange(
          chosen === "mine" || chosen === "team" ? { scope: chosen } : { owner: Number(chosen) },
        )
      }
    />
  );
}

// A deal that has stood too long is looked for among the oldest.
function longestFirst(concern: (typeof counters)[number]) {
  return concern === "over_standard" || concern === "idle" ? { sort: "stage_entered" } : {};
}

// Each counter is the list of what it counts.
function Counters({ counts, of }: { counts: Shape<"TodayCounters">; of: DayOf }) {
  const { t, lang } = useT();
  const me = useMe();
  const owner = of.owner ?? (of.scope === "team" ? undefined : me.user.id);
  return (
    <ul className={classes.counters} aria-label={t("today.counters")}>
      {counters.map((concern) => (
        <li key={concern}>
          <Link
            to="/deals"
            search={{ concern, ...(owner && { owner }), ...longestFirst(concern) }}
            className={classes.counter}
            data-urgent={(counts[concern] > 0 && concern !== "due_today") || undefined}
          >
            <strong className="num">{formatCounted(lang, counts[concern], countedMax)}</strong>
            <span>{t(`concern.${concern}`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

export function NothingToDo() {
  const { t } = useT();
  return (
    <div className="centered-page" role="status">
      <IconSunHigh size={36} stroke={1.3} className="tone-accent" aria-hidden />
      <h2 className="page-title">{t("today.emptyTitle")}</h2>
      <p className="soft">{t("today.emptyWhy")}</p>
    </div>
  );
}
