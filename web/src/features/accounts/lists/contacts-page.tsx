import { Link } from "@tanstack/react-router";
import { useAccountName } from "@/api/accounts/accounts";
import { useContactPages } from "@/api/accounts/contacts";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { VirtualTable } from "@/components/virtual-table";
import {
  type ContactColumn,
  contactsByItself,
  shownOf,
  useContactFields,
  useRecordLabel,
} from "@/features/accounts/lists/record-columns";
import { RecordHead } from "@/features/accounts/lists/record-head";
import { RecordList, SetFilter } from "@/features/accounts/lists/record-list";
import classes from "@/features/accounts/lists/record-list.module.css";
import { useRecordFilters } from "@/features/accounts/lists/use-record-filters";
import { ConsentTag } from "@/features/accounts/record/consent-tag";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { consents, contactColumns, contactListQuery } from "@/lib/record-filters";

const sorts = { name: "name", created: "created", updated: "updated" } as const;

export function ContactsPage() {
  const { t } = useT();
  usePageTitle(t("contacts.title"));
  const [filters] = useRecordFilters();
  const pages = useContactPages(filters);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const owners = new Map(useUsers().map((user) => [user.id, user.name]));
  const label = useRecordLabel();
  const fields = useContactFields();
  const columns = shownOf(filters.columns, contactColumns, contactsByItself);
  return (
    <RecordList
      list="contacts"
      query={contactListQuery(filters)}
      fields={fields}
      columns={contactColumns.map((name) => ({ name, label: label(name) }))}
      shown={columns}
      byItself={contactsByItself}
      title={t("contacts.title")}
      search={t("contacts.search")}
      create="create-contact"
      listed={pages}
      empty={rows.length === 0}
      noMatch={t("contacts.none")}
      emptyTitle={t("contacts.noneYet")}
      emptyWhy={t("contacts.noneYetWhy")}
      filters={<ContactFilters />}
    >
      <VirtualTable
        label={t("contacts.title")}
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
        renderRow={(contact, index) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            owner={owners.get(contact.owner_id)}
            columns={columns}
            index={index}
          />
        )}
      />
    </RecordList>
  );
}

function ContactFilters() {
  const { t } = useT();
  const [filters, change] = useRecordFilters();
  const account = useAccountName(filters.account ?? null);
  return (
    <>
      <Picker
        label={t("record.consent")}
        hideLabel
        empty={t("contacts.everyConsent")}
        value={filters.consent}
        options={consents.map((value) => ({ value, label: t(`record.consents.${value}`) }))}
        onChange={(chosen) => change({ consent: consents.find((each) => each === chosen) })}
      />
      {filters.account !== undefined && (
        <SetFilter
          text={t("filters.account", { name: account ?? `#${filters.account}` })}
          onClear={() => change({ account: undefined })}
        />
      )}
    </>
  );
}

function ContactRow({
  contact,
  owner,
  columns,
  index,
}: {
  contact: Shape<"ContactRow">;
  owner: string | undefined;
  columns: ContactColumn[];
  index: number;
}) {
  return (
    <tr aria-rowindex={index}>
      {columns.map((column) => (
        <td key={column} className={cellClass[column]}>
          <ContactCell contact={contact} owner={owner} column={column} />
        </td>
      ))}
    </tr>
  );
}

const cellClass: Record<ContactColumn, string | undefined> = {
  name: classes.name,
  account: classes.cell,
  title: classes.cell,
  email: classes.cell,
  phone: "num",
  consent: undefined,
  owner: undefined,
  created: "num",
  updated: "num",
};

function ContactCell({
  contact,
  owner,
  column,
}: {
  contact: Shape<"ContactRow">;
  owner: string | undefined;
  column: ContactColumn;
}) {
  const { lang } = useT();
  switch (column) {
    case "name":
      return (
        <Link to="/contacts/$contactId" params={{ contactId: contact.id }}>
          {contact.name}
        </Link>
      );
    case "account":
      return (
        contact.account_id !== null && (
          <Link
            to="/accounts/$accountId"
            params={{ accountId: contact.account_id }}
            className="button-link"
          >
            {contact.account_name}
          </Link>
        )
      );
    case "consent":
      return <ConsentTag consent={contact.consent} />;
    case "owner":
      return owner;
    case "created":
      return formatInstant(lang, contact.created_at);
    case "updated":
      return formatInstant(lang, contact.updated_at);
    default:
      return contact[column];
  }
}
