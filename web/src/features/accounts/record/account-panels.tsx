import { IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useContacts } from "@/api/accounts/contacts";
import { useDeals } from "@/api/deals/deals";
import { usePipelines } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { Lines } from "@/components/skeleton";
import CreateContact from "@/features/accounts/create/create-contact";
import classes from "@/features/accounts/record/record.module.css";
import { useT } from "@/i18n";
import { formatMoney } from "@/lib/format";

const tones = { open: undefined, on_hold: "warn", won: "good", lost: "bad" } as const;

// Its deals with their sums by status and currency.
export function AccountDeals({
  account,
  relations,
}: {
  account: Shape<"Account">;
  relations: Shape<"AccountRelations">;
}) {
  const { t, lang, local } = useT();
  const deals = useDeals({ account: account.id, sort: "-updated" });
  const rows = deals.data?.pages.flatMap((page) => page.items) ?? [];
  const stages = new Map(
    usePipelines().flatMap((each) => each.stages.map((stage) => [stage.id, stage] as const)),
  );
  return (
    <section className="panel" aria-labelledby="deals">
      <div className="panel-head">
        <h2 className="section-title" id="deals">
          {t("accounts.deals")}
        </h2>
        <span className="spring" />
        {rows.length > 0 && (
          <Link to="/deals" search={{ account: account.id }} className="button-link">
            {t("accounts.allDeals")}
          </Link>
        )}
      </div>
      {relations.deal_sums.length > 0 && (
        <ul className={classes.sums}>
          {relations.deal_sums.map((sum) => (
            <li key={`${sum.status}-${sum.amount?.currency}`}>
              <span className="tag" data-tone={tones[sum.status]}>
                {t("accounts.dealCount", {
                  count: sum.deals,
                  status: t(`deal.statuses.${sum.status}`),
                })}
              </span>{" "}
              <span className="num">{sum.amount ? formatMoney(lang, sum.amount) : ""}</span>
            </li>
          ))}
        </ul>
      )}
      {deals.isPending && (
        <div className="panel-body">
          <Lines count={3} />
        </div>
      )}
      {deals.isSuccess && rows.length === 0 && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("accounts.noDeals")}
        </p>
      )}
      <ul className={classes.rows}>
        {rows.map((deal) => (
          <li key={deal.id}>
            <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
              {deal.name}
            </Link>
            <span className="tag" data-tone={tones[deal.status]}>
              {local(stages.get(deal.stage_id)?.name)}
            </span>
            {deal.amount && <span className="num">{formatMoney(lang, deal.amount)}</span>}
            <span className="faint">{deal.owner.name}</span>
          </li>
        ))}
      </ul>
      {deals.hasNextPage && (
        <div className="panel-body">
          <button
            type="button"
            className="button-plain"
            disabled={deals.isFetchingNextPage}
            onClick={() => void deals.fetchNextPage()}
          >
            {t("common.more")}
          </button>
        </div>
      )}
    </section>
  );
}

export function AccountContacts({
  account,
  mayWrite,
}: {
  account: Shape<"Account">;
  mayWrite: boolean;
}) {
  const { t } = useT();
  const contacts = useContacts(account.id);
  const [adding, setAdding] = useState(false);
  return (
    <section className="panel" aria-labelledby="contacts">
      <div className="panel-head">
        <h2 className="section-title" id="contacts">
          {t("accounts.contacts")}
        </h2>
        <span className="spring" />
        {mayWrite && (
          <button type="button" className="button-link" onClick={() => setAdding(true)}>
            <IconPlus size={14} aria-hidden /> {t("accounts.addContact")}
          </button>
        )}
      </div>
      {contacts.length === 0 && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("accounts.noContacts")}
        </p>
      )}
      <ul className={classes.rows}>
        {contacts.map((contact) => (
          <li key={contact.id}>
            <Link to="/contacts/$contactId" params={{ contactId: contact.id }}>
              {contact.name}
            </Link>
            <span className="faint">
              {[contact.title, contact.email, contact.phone].filter((text) => text).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
      {adding && (
        <CreateContact
          account={{ id: account.id, name: account.name }}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
