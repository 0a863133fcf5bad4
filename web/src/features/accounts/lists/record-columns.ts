import { useUsers } from "@/api/team/users";
import type { FieldChoice } from "@/components/lists/filter-condition";
import { useT } from "@/i18n";
import { accountColumns, consents, contactColumns } from "@/lib/record-filters";

export type AccountColumn = (typeof accountColumns)[number];
export type ContactColumn = (typeof contactColumns)[number];

// Those of the lists by themselves.
export const accountsByItself: readonly AccountColumn[] = [
  "name",
  "domain",
  "phone",
  "region",
  "industry",
  "owner",
  "updated",
];
export const contactsByItself: readonly ContactColumn[] = [
  "name",
  "account",
  "title",
  "email",
  "phone",
  "consent",
  "owner",
  "updated",
];

// The columns that the address names, or those of the list by itself; the name is always there.
export function shownOf<Column extends string>(
  text: string | undefined,
  known: readonly Column[],
  byItself: readonly Column[],
): Column[] {
  const named = text?.split(".") ?? [];
  const shown = known.filter((column) => named.includes(column));
  if (!shown.length) return [...byItself];
  shown.sort((a, b) => named.indexOf(a) - named.indexOf(b));
  const first = known[0]!;
  return [first, ...shown.filter((column) => column !== first)];
}

export function useRecordLabel(): (column: AccountColumn | ContactColumn) => string {
  const { t } = useT();
  return (column) =>
    column === "size" || column === "created" ? t(`lists.fields.${column}`) : t(`record.${column}`);
}

function useCommonFields(): { owner: FieldChoice; times: FieldChoice[]; text: FieldChoice } {
  const { t } = useT();
  const people = useUsers().map((user) => ({ value: String(user.id), label: user.name }));
  return {
    text: { name: "text", label: t("lists.fields.text"), kind: "search" },
    owner: {
      name: "owner_id",
      label: t("filters.owner"),
      kind: "options",
      optional: false,
      options: [{ value: "me", label: t("lists.me") }, ...people],
    },
    times: (["created", "updated"] as const).map((name) => ({
      name,
      label: t(`lists.fields.${name}`),
      kind: "day",
      optional: false,
    })),
  };
}

export function useAccountFields(): FieldChoice[] {
  const label = useRecordLabel();
  const { text, owner, times } = useCommonFields();
  const words = (["region", "industry", "size", "domain", "phone"] as const).map(
    (name): FieldChoice => ({ name, label: label(name), kind: "text" }),
  );
  return [text, owner, ...words, ...times];
}

export function useContactFields(): FieldChoice[] {
  const { t } = useT();
  const label = useRecordLabel();
  const { text, owner, times } = useCommonFields();
  const words = (["title", "email", "phone"] as const).map((name): FieldChoice => ({
    name,
    label: label(name),
    kind: "text",
  }));
  const consent: FieldChoice = {
    name: "consent",
    label: label("consent"),
    kind: "options",
    optional: false,
    options: consents.map((value) => ({ value, label: t(`record.consents.${value}`) })),
  };
  return [text, owner, consent, ...words, ...times];
}
