import { Link } from "@tanstack/react-router";
import type { Shape } from "@/api/types";
import { AgeChip } from "@/components/age-chip";
import { ConcernTag } from "@/components/concern-tag";
import classes from "@/features/today/today.module.css";
import { useT } from "@/i18n";
import { dayOf, formatDue, formatMoney } from "@/lib/format";

// Deals whose next step lies ahead, and which wait for too long all the same.
export function AtRisk({ items }: { items: Shape<"TodayItem">[] }) {
  const { t, lang } = useT();
  return (
    <section className="panel" aria-labelledby="at-risk">
      <div className="panel-head">
        <h2 className="section-title" id="at-risk">
          {t("today.atRisk")}
        </h2>
      </div>
      {items.length === 0 && (
        <p className={`panel-body faint ${classes.none}`}>{t("today.noRisk")}</p>
      )}
      <ul className={classes.risks}>
        {items.map(
          ({ deal }) =>
            deal && (
              <li key={deal.id} className={classes.risk}>
                <span className={classes.about}>
                  <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
                    {deal.name}
                  </Link>
                  {deal.amount && <span className="num">{formatMoney(lang, deal.amount)}</span>}
                </span>
                <span className={classes.why}>
                  <AgeChip age={deal.age} />
                  {/* The age says by itself that it is over. */}
                  {deal.concerns
                    .filter((concern) => concern.kind !== "over_standard")
                    .map((concern) => (
                      <ConcernTag key={concern.kind} concern={concern} />
                    ))}
                </span>
                {deal.next_step && (
                  <span className="faint">
                    {t("today.thenNext", {
                      step: deal.next_step.subject,
                      when: formatDue(lang, dayOf(deal.next_step.due)),
                    })}
                  </span>
                )}
              </li>
            ),
        )}
      </ul>
    </section>
  );
}
