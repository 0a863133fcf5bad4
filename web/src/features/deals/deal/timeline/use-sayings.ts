import { useCustomFields } from "@/api/custom-fields/custom-fields";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { useDealPage } from "@/features/deals/deal/deal-context";
import type { Sayings } from "@/features/deals/deal/timeline/change-words";
import { useT } from "@/i18n";
import { type FieldValue, valueText } from "@/lib/custom-fields";
import { formatDate, formatMoney, formatPercent } from "@/lib/format";

const itemsOf = (criterion: Shape<"Criterion">): Shape<"Criterion">[] => [
  criterion,
  ...(criterion.items ?? []).flatMap(itemsOf),
];

// How the changes of the deal on this page are said to its reader.
export function useSayings(): Sayings {
  const { t, lang, local } = useT();
  const { pipeline } = useDealPage();
  const users = useUsers();
  const labels: Record<string, string> = {
    name: t("fields.name"),
    account_id: t("deal.account"),
    owner_id: t("deal.owner"),
    amount: t("deal.amount"),
    expected_close: t("deal.expectedClose"),
    source: t("deal.source"),
    probability: t("deal.probability"),
    pains: t("deal.pains"),
    competitor: t("deal.competitor"),
    committee: t("committee.title"),
    product_lines: t("products.title"),
    "bant.budget": t("bant.budget"),
    "bant.authority": t("bant.authority"),
    "bant.need": t("bant.need"),
    "bant.timeline": t("bant.timeline"),
  };
  const criteria = pipeline.stages.flatMap((stage) => stage.exit_criteria.flatMap(itemsOf));
  const ofItem = (field: string) =>
    criteria.find((criterion) => `checklist.${criterion.key}` === field)?.label;
  const own = useCustomFields();
  const ownField = (key: string) => own.find((each) => each.key === key);
  const ofOwn = (field: string) => ownField(field.replace(/^fields\./, ""))?.label;
  return {
    label: (field) => labels[field] ?? (local(ofItem(field) ?? ofOwn(field)) || field),
    nothing: "–",
    money: (value) => formatMoney(lang, value),
    date: (value) => formatDate(lang, value),
    percent: (value) => formatPercent(lang, value / 100),
    person: (id) => users.find((user) => user.id === id)?.name ?? null,
    source: (key) => local(pipeline.sources.find((each) => each.key === key)?.label) || key,
    bant: ({ level, evidence }) =>
      [t(`bant.levels.${level}`), evidence].filter(Boolean).join(" · "),
    custom: (key, value) => {
      const field = ownField(key);
      return field ? valueText(field, value as FieldValue, { t, lang, local, users }) : null;
    },
    done: (done) => t(done ? "common.yes" : "common.no"),
  };
}
