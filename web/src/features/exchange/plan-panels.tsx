import { IconDownload } from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import classes from "@/features/exchange/exchange.module.css";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";

export function NearMisses({ plan }: { plan: Shape<"ImportPlan"> }) {
  const { t } = useT();
  if (plan.near_misses.length === 0) return null;
  return (
    <section className={`panel ${classes.gapTop}`} aria-labelledby="near-misses">
      <div className="panel-head">
        <h2 className="section-title" id="near-misses">
          {t("import.nearMisses")}
        </h2>
        <span className="faint">{t("import.nearMissesWhy")}</span>
      </div>
      <ul className={classes.warnings}>
        {plan.near_misses.map((miss) => (
          <li key={`${miss.field}${miss.value}`}>
            <strong>{miss.value}</strong>{" "}
            {miss.applied
              ? t("import.isTaken", { suggestion: miss.suggestion })
              : t("import.isKept")}
            <span className="faint"> · {t("import.times", { count: miss.count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Rejects({ plan }: { plan: Shape<"ImportPlan"> }) {
  const { t, lang } = useT();
  if (plan.counts.rejected === 0) return null;
  return (
    <section className={`panel ${classes.gapTop}`} aria-labelledby="rejects">
      <div className="panel-head">
        <h2 className="section-title" id="rejects">
          {t("import.rejects")}
        </h2>
        <span className={`faint ${classes.wide}`}>{t("import.rejectsWhy")}</span>
        <span className="spring" />
        <a className="button-link" href={`/api/imports/${plan.id}/rejects.csv`} download>
          <IconDownload size={15} stroke={1.8} aria-hidden />{" "}
          {t("import.download", { count: formatNumber(lang, plan.counts.rejected) as never })}
        </a>
      </div>
      <div
        className={`table-wrap ${classes.rejects}`}
        tabIndex={0}
        role="group"
        aria-labelledby="rejects"
      >
        <table className="table">
          <thead>
            <tr>
              <th scope="col" className="right">
                {t("import.line")}
              </th>
              <th scope="col">{t("import.field")}</th>
              <th scope="col">{t("import.value")}</th>
              <th scope="col">{t("import.reason")}</th>
            </tr>
          </thead>
          <tbody>
            {plan.rejects.map((reject, at) => (
              <tr key={`${reject.file}${reject.line}${reject.column}${at}`}>
                <td className="right num" title={reject.file}>
                  {formatNumber(lang, reject.line)}
                </td>
                <td>{reject.column}</td>
                <td className={classes.samples}>{reject.value}</td>
                <td>{reject.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
