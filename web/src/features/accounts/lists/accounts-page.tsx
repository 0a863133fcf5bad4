import { Link } from "@tanstack/react-router";
import { useAccountPages } from "@/api/accounts/accounts";
import { withQuery } from "@/api/http";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { VirtualTable } from "@/components/virtual-table";
import { RecordHead } from "@/features/accounts/lists/record-head";
import { RecordList, SetFilter } from "@/features/accounts/lists/record-list";
import classes from "@/features/accounts/lists/record-list.module.css";
import { useRecordFilters } from "@/features/accounts/lists/use-record-filters";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { accountListQuery } from "@/lib/record-filters";

const columns = [
  { name: "name", sort: "name" },
  { name: "domain", sort: null },
  { name: "phone", sort: null },
  { name: "region", sort: null },
  { name: "industry", sort: null },
  { name: "owner", sort: null },
  { name: "updated", sort: "updated" },
] as const;
// Those whose values narrow the list down when one clicks them.
const narrowing = ["region", "industry"] as const;

export function AccountsPage() {
  const { t } = useT();
  usePageTitle(t("accounts.title"));
  const [filters, change] = useRecordFilters();
  const pages = useAccountPages(filters);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const owners = new Map(useUsers().map((user) => [user.id, user.name]));
  return (
    <RecordList
      title={t("accounts.title")}
      search={t("accounts.search")}
      file={withQuery("/api/accounts.csv", accountListQuery(filters))}
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
        head={columns.map(({ name, sort }) => (
          <RecordHead key={name} label={t(`record.${name}`)} sort={sort} />
        ))}
        columns={columns.length}
        renderRow={(account, index) => (
          <AccountRow
            key={account.id}
            account={account}
            owner={owners.get(account.owner_id)}
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
  index,
}: {
  account: Shape<"Account">;
  owner: string | undefined;
  index: number;
}) {
  const { t, lang } = useT();
  const [, change] = useRecordFilters();
  return (
    <tr aria-rowindex={index}>
      <td className={classes.name}>
        <Link to="/accounts/$accountId" params={{ accountId: account.id }}>
          {account.name}
        </Link>
      </td>
      <td className={classes.cell}>{account.domain}</td>
      <td className="num">{account.phone}</td>
      {narrowing.map((name) => (
        <td key={name} className={classes.cell}>
          {account[name] && (
            <button
              type="button"
              className="button-link"
              title={t("list.showOnly", { value: account[name] })}
              onClick={() => change({ [name]: account[name] })}
            >
              {account[name]}
            </button>
          )}
        </td>
      ))}
      <td>{owner}</td>
      <td className="num">{formatInstant(lang, account.updated_at)}</td>
    </tr>
  );
}
