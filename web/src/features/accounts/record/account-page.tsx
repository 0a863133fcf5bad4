import { useParams } from "@tanstack/react-router";
import { Suspense } from "react";
import {
  deleteAccount,
  getAccount,
  patchAccount,
  restoreAccount,
  useAccount,
  useAccountRelations,
} from "@/api/accounts/accounts";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { Fact, FactList } from "@/components/fact-list";
import fields from "@/components/inline-field.module.css";
import { PageSkeleton } from "@/components/skeleton";
import { AccountFact } from "@/features/accounts/record/account-fact";
import { AccountContacts, AccountDeals } from "@/features/accounts/record/account-panels";
import { TextFact } from "@/features/accounts/record/field";
import { HistoryPanel } from "@/features/accounts/record/history-panel";
import { OwnerFact } from "@/features/accounts/record/owner-fact";
import {
  EditableRecord,
  useRecordWrite,
  type Write,
} from "@/features/accounts/record/record-context";
import { RecordHead } from "@/features/accounts/record/record-head";
import classes from "@/features/accounts/record/record.module.css";
import { TreePanel } from "@/features/accounts/record/tree-panel";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";

type Account = Shape<"Account">;
type Input = Shape<"AccountInput">;

const texts = ["domain", "phone", "region", "industry", "size"] as const;

export function AccountPage() {
  const { accountId } = useParams({ from: "/app/accounts/$accountId" });
  return (
    <Suspense fallback={<PageSkeleton />}>
      <LoadedAccount key={accountId} id={accountId} />
    </Suspense>
  );
}

function LoadedAccount({ id }: { id: number }) {
  const { t } = useT();
  const account = useAccount(id);
  const relations = useAccountRelations(id);
  usePageTitle(account.name);
  const mayWrite = useMay("accounts.write") && relations.may_write;
  const { write, conflict } = useRecordWrite<Account, Input>(account, {
    kind: "account",
    get: getAccount,
    patch: patchAccount,
  });
  return (
    <EditableRecord mayEdit={mayWrite} conflict={conflict}>
      <div className={`page ${classes.page}`}>
        <RecordHead
          kind="account"
          back={t("accounts.back")}
          record={account}
          tags={[account.region, account.industry]
            .filter((text) => text)
            .map((text) => (
              <span key={text} className="tag">
                {text}
              </span>
            ))}
          mayWrite={mayWrite}
          remove={() => deleteAccount(account)}
          restore={() => restoreAccount({ id, version: account.version + 1 })}
        />
        <div className={classes.grid}>
          <div className={classes.column}>
            <FactsPanel account={account} relations={relations} write={write} />
            <TreePanel account={account} relations={relations} />
          </div>
          <div className={classes.column}>
            <AccountDeals account={account} relations={relations} />
            <AccountContacts account={account} mayWrite={mayWrite} />
          </div>
          <div className={classes.column}>
            <HistoryPanel kind="account" id={id} mayWrite={mayWrite} />
          </div>
        </div>
      </div>
    </EditableRecord>
  );
}

function FactsPanel({
  account,
  relations,
  write,
}: {
  account: Account;
  relations: Shape<"AccountRelations">;
  write: Write<Account, Input>;
}) {
  const { t, lang } = useT();
  const parent = relations.parents.find((each) => each.id === account.parent_id);
  return (
    <section className="panel" aria-labelledby="facts">
      <div className="panel-head">
        <h2 className="section-title" id="facts">
          {t("record.facts")}
        </h2>
      </div>
      <FactList>
        <TextFact record={account} name="name" label={t("record.name")} required write={write} />
        {texts.map((name) => (
          <TextFact
            key={name}
            record={account}
            name={name}
            label={t(`record.${name}`)}
            write={write}
          />
        ))}
        <AccountFact
          label={t("record.parent")}
          account={
            account.parent_id === null
              ? null
              : (parent ?? { id: account.parent_id, name: `#${account.parent_id}` })
          }
          except={account.id}
          onSave={(chosen) =>
            write(
              { parent_id: chosen?.id ?? null },
              {
                what: t("record.parent"),
                mine: chosen?.name ?? "",
                theirs: (found) => (found.parent_id === null ? "" : `#${found.parent_id}`),
              },
              { parent_id: account.parent_id },
            )
          }
        />
        <OwnerFact record={account} write={write} />
        <Fact label={t("record.created")}>
          <span className={fields.inlineRead}>{formatInstant(lang, account.created_at)}</span>
        </Fact>
      </FactList>
    </section>
  );
}
