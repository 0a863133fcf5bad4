import { IconAlertCircle, IconCircleDashed } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { ActivityIcon } from "@/components/activity-icon";
import { AgeChip } from "@/components/age-chip";
import { GateBar } from "@/components/gate-bar";
import {
  AmountCell,
  CloseCell,
  OwnerCell,
  SourceCell,
} from "@/features/deals/list/cells/edit-cells";
import { columnOf } from "@/features/deals/list/custom-columns";
import type { DealColumn, ListColumn } from "@/features/deals/list/deal-columns";
import bulk from "@/features/deals/list/bulk/bulk.module.css";
import classes from "@/features/deals/list/deals-page.module.css";
import { useT } from "@/i18n";
import { type CustomField, valueText } from "@/lib/custom-fields";
import { dayOf, formatDue, formatInstant } from "@/lib/format";
import { isCustomColumn } from "@/lib/kept-list";

const tones = { open: undefined, on_hold: "warn", won: "good", lost: "bad" } as const;
const cellClass: Partial<Record<ListColumn, string>> = {
  name: classes.name,
  amount: "right num",
  probability: "right num",
  next_step: classes.next,
  expected_close: "num",
  created: "num",
  updated: "num",
};

// Whether it stands on the right, as numbers and amounts do.
export function isRight(column: ListColumn, fields: CustomField[]): boolean {
  if (column === "amount" || column === "probability") return true;
  const kind = fields.find((each) => columnOf(each) === column)?.kind;
  return kind === "number" || kind === "money";
}

export const DealRow = memo(function DealRow({
  deal,
  pipeline,
  columns,
  fields,
  index,
  selected,
  onSelect,
}: {
  deal: Shape<"DealCard">;
  pipeline: Shape<"Pipeline">;
  columns: ListColumn[];
  fields: CustomField[];
  index: number;
  selected: boolean;
  // Absent for who may change nothing.
  onSelect?: (id: number) => void;
}) {
  const { t } = useT();
  return (
    <tr aria-rowindex={index} data-selected={selected || undefined}>
      {onSelect && (
        <td className={bulk.check}>
          <label>
            <span className="sr-only">{t("bulk.select", { deal: deal.name })}</span>
            <input type="checkbox" checked={selected} onChange={() => onSelect(deal.id)} />
          </label>
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column}
          className={cellClass[column] ?? (isRight(column, fields) ? "right num" : "")}
        >
          {isCustomColumn(column) ? (
            <FieldCell deal={deal} field={fields.find((each) => columnOf(each) === column)} />
          ) : (
            <Cell
              deal={deal}
              pipeline={pipeline}
              column={column}
              withAccount={!columns.includes("account")}
            />
          )}
        </td>
      ))}
    </tr>
  );
});

function FieldCell({ deal, field }: { deal: Shape<"DealCard">; field: CustomField | undefined }) {
  const words = useT();
  const users = useUsers();
  if (!field) return null;
  const text = valueText(field, deal.fields[field.key], { ...words, users });
  if (!text) return null;
  return (
    <span className={classes.own} title={text}>
      {field.kind === "link" ? (
        <a href={text} target="_blank" rel="noreferrer">
          {text}
        </a>
      ) : (
        text
      )}
    </span>
  );
}

function Cell({
  deal,
  pipeline,
  column,
  withAccount,
}: {
  deal: Shape<"DealCard">;
  pipeline: Shape<"Pipeline">;
  column: DealColumn;
  withAccount: boolean;
}) {
  const { t, lang, local } = useT();
  const alive = deal.status === "open" || deal.status === "on_hold";
  switch (column) {
    case "name":
      return (
        <>
          <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
            {deal.name}
          </Link>
          {withAccount && deal.account && <span className="faint">{deal.account.name}</span>}
        </>
      );
    case "account":
      return (
        deal.account && (
          <Link
            to="/accounts/$accountId"
            params={{ accountId: deal.account.id }}
            className="button-link"
          >
            {deal.account.name}
          </Link>
        )
      );
    case "stage":
      return (
        <span className="tag" data-tone={tones[deal.status]}>
          {local(pipeline.stages.find((stage) => stage.id === deal.stage_id)?.name)}
        </span>
      );
    case "next_step":
      return <NextStep deal={deal} alive={alive} />;
    case "age":
      return alive && <AgeChip age={deal.age} />;
    case "gate":
      return <GateBar met={deal.gate.met} total={deal.gate.total} />;
    case "amount":
      return <AmountCell deal={deal} label={t("deals.table.amount")} />;
    case "expected_close":
      return <CloseCell deal={deal} label={t("deals.table.close")} />;
    case "pipeline":
      return local(pipeline.name);
    case "status":
      return t(`deal.statuses.${deal.status}`);
    case "probability":
      return `${deal.probability}%`;
    case "owner":
      return <OwnerCell deal={deal} label={t("deals.table.owner")} />;
    case "source":
      return <SourceCell deal={deal} pipeline={pipeline} label={t("filters.source")} />;
    case "waiting":
      return t(`waiting.whom.${deal.waiting.on}`);
    case "created":
      return formatInstant(lang, deal.created_at);
    case "updated":
      return formatInstant(lang, deal.updated_at);
  }
}

function NextStep({ deal, alive }: { deal: Shape<"DealCard">; alive: boolean }) {
  const { t, lang } = useT();
  const step = deal.next_step;
  if (!step)
    return (
      alive && (
        <span className="tone-bad">
          <IconCircleDashed size={14} stroke={2} aria-hidden /> {t("board.noNextStep")}
        </span>
      )
    );
  return (
    <span className={step.overdue ? "tone-bad" : undefined}>
      {step.overdue ? (
        <IconAlertCircle size={14} stroke={2} aria-label={t("board.overdue")} />
      ) : (
        <ActivityIcon kind={step.kind} />
      )}
      <span className={classes.subject}>{step.subject}</span>
      {step.due && <span className="num">{formatDue(lang, dayOf(step.due))}</span>}
    </span>
  );
}
