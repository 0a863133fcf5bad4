import { useCurrency } from "@/api/pipeline/pipelines";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import type { FieldChoice } from "@/components/lists/filter-condition";
import { useFieldConditions } from "@/features/deals/list/custom-columns";
import { useT } from "@/i18n";
import { concerns, statuses } from "@/lib/deal-filters";

const waits = ["us", "customer", "approval", "legal"] as const;

// What deals may be asked for in groups of conditions.
export function useDealFields(pipeline: Shape<"Pipeline">): FieldChoice[] {
  const { t, local } = useT();
  const users = useUsers();
  const currency = useCurrency();
  const people = [
    { value: "me", label: t("lists.me") },
    ...users.map((user) => ({ value: String(user.id), label: user.name })),
  ];
  const ownFields = useFieldConditions(people);
  return [
    { name: "text", label: t("lists.fields.text"), kind: "search" },
    {
      name: "stage_id",
      label: t("filters.stage"),
      kind: "options",
      optional: false,
      options: pipeline.stages.map((stage) => ({
        value: String(stage.id),
        label: local(stage.name),
      })),
    },
    {
      name: "status",
      label: t("filters.status"),
      kind: "options",
      optional: false,
      options: statuses.map((value) => ({ value, label: t(`deal.statuses.${value}`) })),
    },
    {
      name: "owner_id",
      label: t("filters.owner"),
      kind: "options",
      optional: false,
      options: people,
    },
    { name: "amount", label: t("deals.table.amount"), kind: "money", currency },
    {
      name: "source",
      label: t("filters.source"),
      kind: "options",
      options: pipeline.sources.map(({ key, label }) => ({ value: key, label: local(label) })),
    },
    {
      name: "concern",
      label: t("filters.concern"),
      kind: "options",
      optional: false,
      options: concerns.map((value) => ({ value, label: t(`concern.${value}`) })),
    },
    {
      name: "waiting_on",
      label: t("lists.fields.waiting"),
      kind: "options",
      optional: false,
      options: waits.map((value) => ({ value, label: t(`waiting.whom.${value}`) })),
    },
    { name: "expected_close", label: t("deals.table.close"), kind: "day" },
    { name: "next_step_due", label: t("lists.fields.next_step_due"), kind: "day" },
    {
      name: "stage_entered",
      label: t("lists.fields.stage_entered"),
      kind: "day",
      optional: false,
    },
    { name: "created", label: t("lists.fields.created"), kind: "day", optional: false },
    { name: "updated", label: t("lists.fields.updated"), kind: "day", optional: false },
    { name: "closed", label: t("lists.fields.closed"), kind: "day" },
    ...ownFields,
  ];
}
