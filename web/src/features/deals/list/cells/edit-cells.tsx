import { useState } from "react";
import { useCurrency } from "@/api/pipeline/pipelines";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { InlineField, InlineForm } from "@/components/inline-field";
import fields from "@/components/inline-field.module.css";
import { MoneyInput } from "@/components/money-input";
import { Picker, type PickerOption } from "@/components/picker";
import { type CellChange, useCellWrite } from "@/features/deals/list/cells/cell-writer";
import { useT } from "@/i18n";
import { formatDate, formatMoney } from "@/lib/format";

type Deal = Shape<"DealCard">;

// What an editor saves, it saves over the deal as it was when the editor opened.
interface Editor {
  deal: Deal;
  label: string;
  onClose: () => void;
}

export function OwnerCell({ deal, label }: { deal: Deal; label: string }) {
  const users = useUsers().filter((user) => user.active || user.id === deal.owner.id);
  return (
    <InlineField label={`${label}, ${deal.name}`} display={deal.owner.name}>
      {(close) => (
        <PickEditor
          {...{ deal, label, onClose: close }}
          value={String(deal.owner.id)}
          options={users.map((user) => ({ value: String(user.id), label: user.name }))}
          changeTo={(chosen, base) => ({
            body: { owner_id: Number(chosen) },
            back: { owner_id: base.owner.id },
            text: (found) => found.owner.name,
            mine: users.find((user) => String(user.id) === chosen)?.name ?? "",
          })}
        />
      )}
    </InlineField>
  );
}

export function SourceCell({
  deal,
  pipeline,
  label,
}: {
  deal: Deal;
  pipeline: Shape<"Pipeline">;
  label: string;
}) {
  const { local } = useT();
  const named = (key: string) =>
    local(pipeline.sources.find((each) => each.key === key)?.label) || key;
  return (
    <InlineField label={`${label}, ${deal.name}`} display={named(deal.source)}>
      {(close) => (
        <PickEditor
          {...{ deal, label, onClose: close }}
          value={deal.source}
          empty="–"
          options={pipeline.sources.map((each) => ({ value: each.key, label: local(each.label) }))}
          changeTo={(chosen, base) => ({
            body: { source: chosen },
            back: { source: base.source },
            text: (found) => named(found.source),
            mine: named(chosen),
          })}
        />
      )}
    </InlineField>
  );
}

function PickEditor({
  deal,
  label,
  onClose,
  value,
  empty,
  options,
  changeTo,
}: Editor & {
  value: string;
  empty?: string;
  options: PickerOption[];
  changeTo: (chosen: string, base: Deal) => Omit<CellChange, "what">;
}) {
  const write = useCellWrite();
  const [base] = useState(deal);
  return (
    <Picker
      label={label}
      hideLabel
      value={value}
      options={options}
      {...(empty === undefined ? {} : { empty })}
      onChange={(chosen) => {
        if ((chosen ?? "") !== value)
          void write(base, { what: label, ...changeTo(chosen ?? "", base) });
        onClose();
      }}
    />
  );
}

export function CloseCell({ deal, label }: { deal: Deal; label: string }) {
  const { lang } = useT();
  return (
    <InlineField
      label={`${label}, ${deal.name}`}
      display={deal.expected_close ? formatDate(lang, deal.expected_close) : ""}
    >
      {(close) => <CloseEditor {...{ deal, label, onClose: close }} />}
    </InlineField>
  );
}

function CloseEditor({ deal, label, onClose }: Editor) {
  const { lang } = useT();
  const write = useCellWrite();
  const [base] = useState(deal);
  const [date, setDate] = useState(deal.expected_close ?? "");
  const shown = (day: string | null) => (day ? formatDate(lang, day) : "");
  return (
    <InlineForm
      onClose={onClose}
      onSave={() =>
        write(base, {
          what: label,
          body: { expected_close: date || null },
          back: { expected_close: base.expected_close },
          text: (found) => shown(found.expected_close),
          mine: shown(date),
        })
      }
    >
      <input
        type="date"
        autoFocus
        aria-label={label}
        className={fields.input}
        value={date}
        onChange={(event) => setDate(event.target.value)}
      />
    </InlineForm>
  );
}

export function AmountCell({ deal, label }: { deal: Deal; label: string }) {
  const { lang } = useT();
  return (
    <InlineField
      label={`${label}, ${deal.name}`}
      display={deal.amount ? formatMoney(lang, deal.amount) : ""}
    >
      {(close) => <AmountEditor {...{ deal, label, onClose: close }} />}
    </InlineField>
  );
}

function AmountEditor({ deal, label, onClose }: Editor) {
  const { lang } = useT();
  const write = useCellWrite();
  const ownCurrency = useCurrency();
  const [base] = useState(deal);
  const [amount, setAmount] = useState(deal.amount);
  const shown = (money: Deal["amount"]) => (money ? formatMoney(lang, money) : "");
  return (
    <InlineForm
      onClose={onClose}
      onSave={() =>
        write(base, {
          what: label,
          body: { amount },
          back: { amount: base.amount },
          text: (found) => shown(found.amount),
          mine: shown(amount),
        })
      }
    >
      <MoneyInput
        aria-label={label}
        autoFocus
        value={base.amount}
        currency={base.amount?.currency ?? ownCurrency}
        onChange={setAmount}
      />
    </InlineForm>
  );
}
