import { IconTelescope } from "@tabler/icons-react";
import { useOutlook } from "@/api/deals/outlook";
import type { Shape } from "@/api/types";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/outlook/outlook-panel.module.css";
import { useT } from "@/i18n";
import { formatDateShort, formatPercent } from "@/lib/format";

// Whether the deal will be won, when, and why that is said.
export function OutlookPanel() {
  const { t } = useT();
  const { deal } = useDealPage();
  const outlook = useOutlook(deal.id).data;
  if (!outlook || outlook.silence === "closed") return null;
  return (
    <section className="panel" aria-labelledby="outlook">
      <div className="panel-head">
        <IconTelescope size={17} stroke={1.7} className="tone-accent" aria-hidden />
        <h2 className="section-title" id="outlook">
          {t("outlook.title")}
        </h2>
      </div>
      <div className={`panel-body ${classes.outlook}`}>
        {outlook.won !== null && <Chances outlook={outlook} />}
        {outlook.close && <CloseRange close={outlook.close} />}
        <ul className={classes.reasons}>
          {outlook.reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Chances({ outlook }: { outlook: Shape<"OutlookAnswer"> }) {
  const { t, lang } = useT();
  const parts = (["won", "lost", "unresolved"] as const).map((what) => ({
    what,
    share: outlook[what] ?? 0,
  }));
  return (
    <>
      <p className={classes.chance}>
        <strong className="num">{formatPercent(lang, outlook.won ?? 0)}</strong>{" "}
        {t("outlook.likely")}
        {outlook.rotten && (
          <span className="tag" data-tone="bad">
            {t("outlook.rotten")}
          </span>
        )}
      </p>
      <div className={classes.bar} aria-hidden>
        {parts.map(({ what, share }) => (
          <span key={what} data-what={what} style={{ flexGrow: share }} />
        ))}
      </div>
      <dl className={classes.legend}>
        {parts.map(({ what, share }) => (
          <div key={what} data-what={what}>
            <dt>{t(`outlook.${what}`)}</dt>
            <dd className="num">{formatPercent(lang, share)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function CloseRange({ close }: { close: Shape<"CloseRange"> }) {
  const { t, lang } = useT();
  return (
    <p className={classes.close}>
      {t("outlook.close", { likely: formatDateShort(lang, close.likely) })}{" "}
      <span className="soft">
        {t("outlook.range", {
          early: formatDateShort(lang, close.early),
          late: formatDateShort(lang, close.late),
        })}
      </span>
    </p>
  );
}
