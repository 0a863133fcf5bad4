import { Link } from "@tanstack/react-router";
import { useAccountName } from "@/api/accounts/accounts";
import { useContactPages } from "@/api/accounts/contacts";
import { withQuery } from "@/api/http";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { VirtualTable } from "@/components/virtual-table";
import { RecordHead } from "@/features/accounts/lists/record-head";
import { RecordList, SetFilter } from "@/features/accounts/lists/record-list";
import classes from "@/features/accounts/lists/record-list.module.css";
import { useRecordFilters } from "@/features/accounts/lists/use-record-filters";
import { ConsentTag } from "@/features/accounts/record/consent-tag";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { consents, contactListQuery } from "@/lib/record-filters";

const columns = [
  { name: "name", sort: "name" },
  { name: "account", sort: null },
  { name: "title", sort: null },
  { name: "email", sort: null },
  { name: "phone", sort: null },
  { name: "consent", sort: null },
  { name: "owner", sort: null },
  { name: "updated", sort: "updated" },
] as const;

export function ContactsPage() {
  const { t } = useT();
  usePageTitle(t("contacts.title"));
  const [filters] = useRecordFilters();
  const pages = useContactPages(filters);
  const rows = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const owners = new Map(useUsers().map((user) => [user.id, user.name]));
  return (
    <RecordList
      title={t("contacts.title")}
      search={t("contacts.search")}
      file={withQuery("/api/contacts.csv", contactListQuery(filters))}
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
        head={columns.map(({ name, sort }) => (
          <RecordHead key={name} label={t(`record.${name}`)} sort={sort} />
        ))}
        columns={columns.length}
        renderRow={(contact, index) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            owner={owners.get(contact.owner_id)}
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
  index,
}: {
  contact: Shape<"ContactRow">;
  owner: string | undefined;
  index: number;
}) {
  const { lang } = useT();
  return (
    <tr aria-rowindex={index}>
      <td className={classes.name}>
        <Link to="/contacts/$contactId" params={{ contactId: contact.id }}>
          {contact.name}
        </Link>
      </td>
      <td className={classes.cell}>
        {contact.account_id !== null && (
          <Link
            to="/accounts/$accountId"
            params={{ accountId: contact.account_id }}
            className="button-link"
          >
            {contact.account_name}
          </Link>
        )}
      </td>
      <td className={classes.cell}>{contact.title}</td>
      <td className={classes.cell}>{contact.email}</td>
      <td className="num">{contact.phone}</td>
      <td>
        <ConsentTag consent={contact.consent} />
      </td>
      <td>{owner}</td>
      <td className="num">{formatInstant(lang, contact.updated_at)}</td>
    </tr>
  );
}
