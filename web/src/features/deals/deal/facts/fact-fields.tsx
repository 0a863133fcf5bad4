import { useState } from "react";
import { useAccounts } from "@/api/accounts/accounts";
import { patchDeal } from "@/api/deals/change-deal";
import { useCurrency } from "@/api/pipeline/pipelines";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { MoneyInput } from "@/components/money-input";
import { Picker, type PickerOption } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import {
  type Editing,
  InlineField,
  InlineForm,
  InlineText,
  type Save,
} from "@/features/deals/deal/inline-field";
import fields from "@/components/inline-field.module.css";
import { useT } from "@/i18n";
import { useDraft } from "@/lib/draft";
import { formatDate, formatMoney, formatPercent } from "@/lib/format";

type Deal = Shape<"DealDetail">;

// Saves one field of the deal; the page shows it at once.
export function useFieldChange() {
  const { write } = useDealPage();
  return (
    what: string,
    body: Shape<"PatchDeal">,
    shown: Partial<Deal>,
    text: (deal: Deal) => string | null,
    base: Deal,
  ) =>
    write(
      (current) => patchDeal(current, body),
      {
        what,
        mine: text({ ...base, ...shown }) || "–",
        theirs: (found) => text(found) || "–",
      },
      { base, optimistic: (current) => ({ ...current, ...shown }) },
    );
}

export function TextFact({
  field,
  multiline = false,
}: {
  field: "competitor" | "pains";
  multiline?: boolean;
}) {
  const { t } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const label = t(`deal.${field}`);
  return (
    <InlineText
      name={field}
      label={label}
      multiline={multiline}
      value={deal[field]}
      onSave={(text, base) =>
        change(label, { [field]: text }, { [field]: text }, (found) => found[field], base)
      }
    />
  );
}

export function CloseFact() {
  const { t, lang } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const label = t("deal.expectedClose");
  const text = ({ expected_close: date }: Deal) => (date ? formatDate(lang, date) : null);
  return (
    <InlineText
      name="expected_close"
      label={label}
      type="date"
      value={deal.expected_close}
      display={text(deal)}
      onSave={(date, base) => {
        const expected_close = date || null;
        return change(label, { expected_close }, { expected_close }, text, base);
      }}
    />
  );
}

// The stage's probability counts until the deal has one of its own.
export function ProbabilityFact() {
  const { t, lang } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const label = t("deal.probability");
  const percent = formatPercent(lang, deal.probability / 100);
  return (
    <InlineText
      name="probability"
      label={label}
      type="number"
      value={deal.own_probability === null ? "" : String(deal.own_probability)}
      display={deal.own_probability === null ? t("deal.probabilityOfStage", { percent }) : percent}
      onSave={(typed, base) => {
        const probability = typed === "" ? null : Number(typed);
        return change(
          label,
          { probability },
          { own_probability: probability, ...(probability === null ? {} : { probability }) },
          (found) =>
            found.own_probability === null
              ? null
              : formatPercent(lang, found.own_probability / 100),
          base,
        );
      }}
    />
  );
}

const categories = ["commit", "best_case", "pipeline", "omitted"] as const;

// The probability decides until somebody says how surely the deal is counted on.
export function CategoryFact() {
  const { t } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const label = t("forecast.ownCategory");
  const name = (category: Deal["forecast_category"]) => t(`forecast.category.${category}`);
  return (
    <InlinePick
      name="forecast_category"
      label={label}
      value={deal.own_forecast_category}
      display={
        deal.own_forecast_category
          ? name(deal.own_forecast_category)
          : t("forecast.byItsProbability", { category: name(deal.forecast_category) })
      }
      options={categories.map((each) => ({ value: each, label: name(each) }))}
      empty={t("forecast.followProbability")}
      onSave={(chosen, base) => {
        const own = categories.find((each) => each === chosen) ?? null;
        return change(
          label,
          { forecast_category: own },
          { own_forecast_category: own, ...(own ? { forecast_category: own } : {}) },
          (found) => found.own_forecast_category && name(found.own_forecast_category),
          base,
        );
      }}
    />
  );
}

export function AmountFact() {
  const { t, lang } = useT();
  const { deal } = useDealPage();
  const text = ({ amount }: Deal) => (amount ? formatMoney(lang, amount) : null);
  return (
    <InlineField name="amount" label={t("deal.amount")} display={text(deal)}>
      {(editing) => <AmountEditor editing={editing} text={text} />}
    </InlineField>
  );
}

function AmountEditor({
  editing,
  text,
}: {
  editing: Editing;
  text: (deal: Deal) => string | null;
}) {
  const { t } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const currency = useCurrency();
  const [amount, setAmount] = useDraft(editing.draft, deal.amount);
  const [shown] = useState(amount);
  return (
    <InlineForm
      editing={editing}
      onClose={editing.close}
      onSave={(base) => change(t("deal.amount"), { amount }, { amount }, text, base)}
    >
      <MoneyInput
        aria-label={t("deal.amount")}
        autoFocus
        currency={deal.amount?.currency ?? currency}
        value={shown}
        onChange={setAmount}
      />
    </InlineForm>
  );
}

export function OwnerFact() {
  const { t } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const users = useUsers().filter((user) => user.active || user.id === deal.owner.id);
  return (
    <InlinePick
      name="owner"
      label={t("deal.owner")}
      value={String(deal.owner.id)}
      display={deal.owner.name}
      options={users.map((user) => ({ value: String(user.id), label: user.name }))}
      onSave={(id, base) => {
        const owner = users.find((user) => String(user.id) === id);
        if (!owner) return Promise.resolve(true);
        return change(
          t("deal.owner"),
          { owner_id: owner.id },
          { owner: { id: owner.id, name: owner.name } },
          (found) => found.owner.name,
          base,
        );
      }}
    />
  );
}

export function SourceFact() {
  const { t, local } = useT();
  const { deal, pipeline } = useDealPage();
  const change = useFieldChange();
  const sources = pipeline.sources.map((each) => ({ value: each.key, label: local(each.label) }));
  const text = ({ source }: Deal) => sources.find((each) => each.value === source)?.label ?? source;
  return (
    <InlinePick
      name="source"
      label={t("deal.source")}
      value={deal.source}
      display={text(deal)}
      options={sources}
      empty={t("common.none")}
      onSave={(chosen, base) => {
        const source = chosen ?? "";
        return change(t("deal.source"), { source }, { source }, text, base);
      }}
    />
  );
}

export function InlinePick({
  name,
  label,
  value,
  display,
  options,
  empty,
  onSave,
}: {
  name: string;
  label: string;
  value: string | null;
  display: string | null | undefined;
  options: PickerOption[];
  empty?: string;
  onSave: Save<string | null>;
}) {
  const { deal } = useDealPage();
  return (
    <InlineField name={name} label={label} display={display ?? null}>
      {({ close }) => (
        <Picker
          label={label}
          hideLabel
          value={value}
          options={options}
          {...(empty !== undefined ? { empty } : value ? {} : { empty: "–" })}
          onChange={(chosen) => {
            if (chosen !== value) void onSave(chosen, deal);
            close();
          }}
        />
      )}
    </InlineField>
  );
}

export function AccountFact() {
  const { t } = useT();
  const { deal } = useDealPage();
  return (
    <InlineField name="account" label={t("deal.account")} display={deal.account?.name ?? null}>
      {(editing) => <AccountEditor editing={editing} />}
    </InlineField>
  );
}

function AccountEditor({ editing }: { editing: Editing }) {
  const { t } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const [q, setQ] = useState("");
  const found = useAccounts(q);
  const [chosen, setChosen] = useDraft<string | null>(
    editing.draft,
    deal.account ? String(deal.account.id) : null,
  );
  // The present one stays a choice, whatever is searched for.
  const other = found.filter((each) => each.id !== deal.account?.id);
  const known: Shape<"NamedAccount">[] = deal.account ? [deal.account, ...other] : other;
  return (
    <InlineForm
      editing={editing}
      onClose={editing.close}
      onSave={(base) => {
        const account = known.find((each) => String(each.id) === chosen) ?? null;
        return change(
          t("deal.account"),
          { account_id: account?.id ?? null },
          { account: account && { id: account.id, name: account.name } },
          ({ account: of }) => of?.name ?? null,
          base,
        );
      }}
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
        options={known.map((each) => ({ value: String(each.id), label: each.name }))}
        onChange={setChosen}
      />
    </InlineForm>
  );
}
