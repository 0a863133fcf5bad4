import { Link } from "@tanstack/react-router";
import { useAccountPages } from "@/api/accounts/accounts";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { VirtualTable } from "@/components/virtual-table";
import {
  type AccountColumn,
  accountsByItself,
  shownOf,
  useAccountFields,
  useRecordLabel,
} from "@/features/accounts/lists/record-columns";
import { RecordHead } from "@/features/accounts/lists/record-head";
import { RecordList, SetFilter } from "@/features/accounts/lists/record-list";
import classes from "@/features/accounts/lists/record-list.module.css";
import { useRecordFilters } from "@/features/accounts/lists/use-record-filters";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { accountColumns, accountListQuery } from "@/lib/record-filters";

// Those whose values narrow the list down when one clicks them.
const narrowing = ["region", "industry"] as const;
const sorts = { name: "name", created: "created", updated: "updated" } as const;

export function AccountsPage() {
  const { t } = useT();
  usePageTitle(t("accounts.title"));
  const [filters, change] = useRecordFilters();
  const pages = useAccountPages(filters);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const owners = new Map(useUsers().map((user) => [user.id, user.name]));
  const label = useRecordLabel();
  const fields = useAccountFields();
  const columns = shownOf(filters.columns, accountColumns, accountsByItself);
  return (
    <RecordList
      list="accounts"
      query={accountListQuery(filters)}
      fields={fields}
      columns={accountColumns.map((name) => ({ name, label: label(name) }))}
      shown={columns}
      byItself={accountsByItself}
      title={t("accounts.title")}
      search={t("accounts.search")}
      create="create-account"
      listed={pages}
      empty={rows.length === 0}
      noMatch={t("accounts.none")}
      emptyTitle={t("accounts.noneYet")}
      emptyWhy={t("accounts.noneYetWhy")}
      filters={narrowing.map(
        (name) =>
          filters[name] && (
            <SetFilter
              key={name}
              text={t("list.onlyThis", { column: t(`record.${name}`), value: filters[name] })}
              onClear={() => change({ [name]: undefined })}
            />
          ),
      )}
    >
      <VirtualTable
        label={t("accounts.title")}
        pages={pages}
        rows={rows}
        head={columns.map((name) => (
          <RecordHead
            key={name}
            label={label(name)}
            sort={name in sorts ? sorts[name as keyof typeof sorts] : null}
          />
        ))}
        columns={columns.length}
        renderRow={(account, index) => (
          <AccountRow
            key={account.id}
            account={account}
            owner={owners.get(account.owner_id)}
            columns={columns}
            index={index}
          />
        )}
      />
    </RecordList>
  );
}

function AccountRow({
  account,
  owner,
  columns,
  index,
}: {
  account: Shape<"Account">;
  owner: string | undefined;
  columns: AccountColumn[];
  index: number;
}) {
  return (
    <tr aria-rowindex={index}>
      {columns.map((column) => (
        <td key={column} className={cellClass[column]}>
          <AccountCell account={account} owner={owner} column={column} />
        </td>
      ))}
    </tr>
  );
}

const cellClass: Record<AccountColumn, string | undefined> = {
  name: classes.name,
  domain: classes.cell,
  phone: "num",
  region: classes.cell,
  industry: classes.cell,
  size: classes.cell,
  owner: undefined,
  created: "num",
  updated: "num",
};

function AccountCell({
  account,
  owner,
  column,
}: {
  account: Shape<"Account">;
  owner: string | undefined;
  column: AccountColumn;
}) {
  const { t, lang } = useT();
  const [, change] = useRecordFilters();
  switch (column) {
    case "name":
      return (
        <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
          {account.name}
        </Link>
      );
    case "owner":
      return owner;
    case "created":
      return formatInstant(lang, account.created_at);
    case "updated":
      return formatInstant(lang, account.updated_at);
    case "region":
    case "industry":
      return (
        account[column] && (
          <button
            type="button"
            className="button-link"
            title={t("list.showOnly", { value: account[column] })}
            onClick={() => change({ [column]: account[column] })}
          >
            {account[column]}
          </button>
        )
      );
    default:
      return account[column];
  }
}
