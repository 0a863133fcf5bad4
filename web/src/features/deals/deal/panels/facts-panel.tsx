import { useState } from "react";
import { useAccounts } from "@/api/accounts/accounts";
import { patchDeal } from "@/api/deals/change-deal";
import { useCurrency } from "@/api/pipeline/pipelines";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { MoneyInput } from "@/components/money-input";
import { Picker, type PickerOption } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import fields from "@/features/deals/deal/inline-field.module.css";
import classes from "@/features/deals/deal/panels/facts-panel.module.css";
import { InlineField, InlineForm, InlineText } from "@/features/deals/deal/inline-field";
import { useT } from "@/i18n";
import { formatDate, formatInstant, formatMoney, formatPercent } from "@/lib/format";

export function FactsPanel() {
  const { t, lang, local } = useT();
  const { deal, pipeline, write } = useDealPage();
  const users = useUsers();
  const sources = pipeline.sources.map((each) => ({ value: each.key, label: local(each.label) }));
  const nameOf = (options: PickerOption[], value: string | null) =>
    options.find((each) => each.value === value)?.label ?? value;
  const change = (
    label: string,
    body: Shape<"PatchDeal">,
    mine: string,
    theirs: (deal: Shape<"DealDetail">) => string | null,
  ) =>
    write((current) => patchDeal(current, body), {
      what: label,
      mine: mine || "–",
      theirs: (found) => theirs(found) || "–",
    });
  const { push, pull, slip } = deal.close_date_changes;
  return (
    <section className="panel" aria-labelledby="facts">
      <div className="panel-head">
        <h2 className="section-title" id="facts">
          {t("deal.facts")}
        </h2>
      </div>
      <dl className={classes.factList}>
        <Fact label={t("deal.amount")}>
          <InlineField
            label={t("deal.amount")}
            display={deal.amount ? formatMoney(lang, deal.amount) : null}
          >
            {(close) => <AmountEditor onClose={close} />}
          </InlineField>
        </Fact>
        <Fact label={t("deal.expectedClose")}>
          <InlineText
            label={t("deal.expectedClose")}
            type="date"
            value={deal.expected_close}
            display={deal.expected_close ? formatDate(lang, deal.expected_close) : null}
            onSave={(date) =>
              change(
                t("deal.expectedClose"),
                { expected_close: date || null },
                date,
                (found) => found.expected_close,
              )
            }
          />
          {push + pull + slip > 0 && (
            <span className={classes.factNote}>{t("deal.dateChanges", { push, pull, slip })}</span>
          )}
        </Fact>
        <Fact label={t("deal.probability")}>
          <span className={`${fields.inlineRead} num`}>
            {formatPercent(lang, deal.probability / 100)}
          </span>
        </Fact>
        <Fact label={t("deal.owner")}>
          <InlinePick
            label={t("deal.owner")}
            value={String(deal.owner.id)}
            display={deal.owner.name}
            options={users.map((user) => ({ value: String(user.id), label: user.name }))}
            onSave={(id) =>
              id
                ? change(
                    t("deal.owner"),
                    { owner_id: Number(id) },
                    users.find((user) => user.id === Number(id))?.name ?? "",
                    (found) => found.owner.name ?? null,
                  )
                : Promise.resolve(true)
            }
          />
        </Fact>
        <Fact label={t("deal.account")}>
          <AccountPick />
        </Fact>
        <Fact label={t("deal.source")}>
          <InlinePick
            label={t("deal.source")}
            value={deal.source}
            display={nameOf(sources, deal.source)}
            options={sources}
            empty={t("common.none")}
            onSave={(source) =>
              change(
                t("deal.source"),
                { source: source ?? "" },
                nameOf(sources, source) ?? "",
                (found) => nameOf(sources, found.source),
              )
            }
          />
        </Fact>
        <Fact label={t("deal.competitor")}>
          <InlineText
            label={t("deal.competitor")}
            value={deal.competitor}
            onSave={(competitor) =>
              change(t("deal.competitor"), { competitor }, competitor, (found) => found.competitor)
            }
          />
        </Fact>
        <Fact label={t("deal.pains")} wide>
          <InlineText
            label={t("deal.pains")}
            multiline
            value={deal.pains}
            onSave={(pains) => change(t("deal.pains"), { pains }, pains, (found) => found.pains)}
          />
        </Fact>
        {deal.outcome_reason && (
          <Fact label={t("deal.outcomeReason")}>
            <span className={fields.inlineRead}>
              {local(
                pipeline.loss_reasons.find((each) => each.key === deal.outcome_reason)?.label,
              ) || deal.outcome_reason}
            </span>
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

function Fact({
  label,
  wide,
  children,
}: {
  label: string;
  wide?: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className={classes.fact} data-wide={wide || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function AmountEditor({ onClose }: { onClose: () => void }) {
  const { t, lang } = useT();
  const { deal, write } = useDealPage();
  const currency = useCurrency();
  const [amount, setAmount] = useState(deal.amount);
  return (
    <InlineForm
      onClose={onClose}
      onSave={() =>
        write((current) => patchDeal(current, { amount }), {
          what: t("deal.amount"),
          mine: amount ? formatMoney(lang, amount) : "–",
          theirs: (found) => (found.amount ? formatMoney(lang, found.amount) : "–"),
        })
      }
    >
      <MoneyInput
        aria-label={t("deal.amount")}
        autoFocus
        currency={deal.amount?.currency ?? currency}
        value={deal.amount}
        onChange={setAmount}
      />
    </InlineForm>
  );
}

function InlinePick({
  label,
  value,
  display,
  options,
  empty,
  onSave,
}: {
  label: string;
  value: string | null;
  display: string | null | undefined;
  options: PickerOption[];
  empty?: string;
  onSave: (value: string | null) => Promise<boolean>;
}) {
  return (
    <InlineField label={label} display={display ?? null}>
      {(close) => (
        <Picker
          label={label}
          hideLabel
          value={value}
          options={options}
          {...(empty !== undefined ? { empty } : value ? {} : { empty: "–" })}
          onChange={(chosen) => {
            if (chosen !== value) void onSave(chosen);
            close();
          }}
        />
      )}
    </InlineField>
  );
}

function AccountPick() {
  const { t } = useT();
  const { deal, write } = useDealPage();
  return (
    <InlineField label={t("deal.account")} display={deal.account?.name ?? null}>
      {(close) => (
        <AccountEditor
          onClose={close}
          onSave={(account) =>
            write((current) => patchDeal(current, { account_id: account?.id ?? null }), {
              what: t("deal.account"),
              mine: account?.name ?? "–",
              theirs: (found) => found.account?.name ?? "–",
            })
          }
        />
      )}
    </InlineField>
  );
}

function AccountEditor({
  onClose,
  onSave,
}: {
  onClose: () => void;
  onSave: (account: Shape<"NamedAccount"> | null) => Promise<boolean>;
}) {
  const { t } = useT();
  const { deal } = useDealPage();
  const [q, setQ] = useState("");
  const found = useAccounts(q);
  const [chosen, setChosen] = useState<string | null>(
    deal.account ? String(deal.account.id) : null,
  );
  // The present one stays a choice, whatever is searched for.
  const other = found.filter((each) => each.id !== deal.account?.id);
  const known: Shape<"NamedAccount">[] = deal.account ? [deal.account, ...other] : other;
  return (
    <InlineForm
      onClose={onClose}
      onSave={() => onSave(known.find((each) => String(each.id) === chosen) ?? null)}
    >
      <input
        className={fields.input}
        type="search"
        aria-label={t("deal.findAccount")}
        placeholder={t("deal.findAccount")}
        autoFocus
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Picker
        label={t("deal.account")}
        hideLabel
        empty={t("common.none")}
        value={chosen}
        options={known.map((each) => ({
          value: String(each.id),
          label: each.name,
        }))}
        onChange={setChosen}
      />
    </InlineForm>
  );
}
