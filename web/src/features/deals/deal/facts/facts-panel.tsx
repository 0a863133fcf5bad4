import type { ReactNode } from "react";
import { useDealPage } from "@/features/deals/deal/deal-context";
import {
  AccountFact,
  AmountFact,
  CategoryFact,
  CloseFact,
  OwnerFact,
  ProbabilityFact,
  SourceFact,
  TextFact,
} from "@/features/deals/deal/facts/fact-fields";
import classes from "@/features/deals/deal/facts/facts-panel.module.css";
import fields from "@/components/inline-field.module.css";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";

export function FactsPanel() {
  const { t, lang, local } = useT();
  const { deal, pipeline } = useDealPage();
  const { push, pull, slip } = deal.close_date_changes;
  const reason = pipeline.loss_reasons.find((each) => each.key === deal.outcome_reason);
  return (
    <section className="panel" aria-labelledby="facts">
      <div className="panel-head">
        <h2 className="section-title" id="facts">
          {t("deal.facts")}
        </h2>
      </div>
      <dl className={classes.factList}>
        <Fact label={t("deal.amount")}>
          <AmountFact />
        </Fact>
        <Fact label={t("deal.expectedClose")}>
          <CloseFact />
          {push + pull + slip > 0 && (
            <span className={classes.factNote}>{t("deal.dateChanges", { push, pull, slip })}</span>
          )}
        </Fact>
        <Fact label={t("deal.probability")}>
          <ProbabilityFact />
        </Fact>
        {deal.status === "open" && (
          <Fact label={t("forecast.ownCategory")}>
            <CategoryFact />
          </Fact>
        )}
        <Fact label={t("deal.owner")}>
          <OwnerFact />
        </Fact>
        <Fact label={t("deal.account")}>
          <AccountFact />
        </Fact>
        <Fact label={t("deal.source")}>
          <SourceFact />
        </Fact>
        <Fact label={t("deal.competitor")}>
          <TextFact field="competitor" />
        </Fact>
        <Fact label={t("deal.pains")} wide>
          <TextFact field="pains" multiline />
        </Fact>
        {deal.outcome_reason && (
          <Fact label={t("deal.outcomeReason")}>
            <span className={fields.inlineRead}>{local(reason?.label) || deal.outcome_reason}</span>
          </Fact>
        )}
        <Fact label={t("deal.created")}>
          <span className={fields.inlineRead}>{formatInstant(lang, deal.created_at)}</span>
        </Fact>
        {deal.closed_at && (
          <Fact label={t("deal.closed")}>
            <span className={fields.inlineRead}>{formatInstant(lang, deal.closed_at)}</span>
          </Fact>
        )}
      </dl>
    </section>
  );
}

function Fact({ label, wide, children }: { label: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={classes.fact} data-wide={wide || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
