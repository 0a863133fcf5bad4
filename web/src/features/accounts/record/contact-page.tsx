import { useParams } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import {
  deleteContact,
  getContact,
  patchContact,
  restoreContact,
  useContact,
  useContactRelations,
} from "@/api/accounts/contacts";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { Fact, FactList, FactNote } from "@/components/fact-list";
import { InlinePick } from "@/components/inline-field";
import fields from "@/components/inline-field.module.css";
import { PageSkeleton } from "@/components/skeleton";
import { PrivacyItems, type PrivacyStep } from "@/features/accounts/privacy/privacy-items";
import { AccountFact } from "@/features/accounts/record/account-fact";
import { ContactActivities, SeatsPanel } from "@/features/accounts/record/contact-panels";
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
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { consents } from "@/lib/record-filters";

const ExportDialog = lazy(() => import("@/features/accounts/privacy/export-dialog"));
const EraseDialog = lazy(() => import("@/features/accounts/privacy/erase-dialog"));

type Contact = Shape<"Contact">;
type Input = Shape<"ContactInput">;

const texts = ["title", "email", "phone"] as const;

export function ContactPage() {
  const { contactId } = useParams({ from: "/app/contacts/$contactId" });
  return (
    <Suspense fallback={<PageSkeleton />}>
      <LoadedContact key={contactId} id={contactId} />
    </Suspense>
  );
}

function LoadedContact({ id }: { id: number }) {
  const { t } = useT();
  const contact = useContact(id);
  const relations = useContactRelations(id);
  usePageTitle(contact.name);
  const mayWrite = useMay("accounts.write") && relations.may_write;
  const mayHandle = useMay("personal_data.handle") && mayWrite;
  const erased = contact.erased_at !== null;
  const [step, setStep] = useState<PrivacyStep | null>(null);
  const { write, conflict } = useRecordWrite<Contact, Input>(contact, {
    kind: "contact",
    get: getContact,
    patch: patchContact,
  });
  return (
    <EditableRecord mayEdit={mayWrite && !erased} conflict={conflict}>
      <div className={`page ${classes.page}`}>
        <RecordHead
          kind="contact"
          back={t("contacts.back")}
          record={contact}
          tags={<ReachTags contact={contact} />}
          mayWrite={mayWrite}
          remove={() => deleteContact(contact)}
          restore={() => restoreContact({ id, version: contact.version + 1 })}
          more={mayHandle && <PrivacyItems erased={erased} onStep={setStep} />}
        />
        <div className={classes.grid}>
          <div className={classes.column}>
            <FactsPanel contact={contact} relations={relations} write={write} />
          </div>
          <div className={classes.column}>
            <SeatsPanel seats={relations.seats} />
            <ContactActivities id={id} />
          </div>
          <div className={classes.column}>
            <HistoryPanel kind="contact" id={id} mayWrite={mayWrite} />
          </div>
        </div>
      </div>
      <Suspense fallback={null}>
        {step === "export" && <ExportDialog contact={contact} onClose={() => setStep(null)} />}
        {step === "erase" && <EraseDialog contact={contact} onClose={() => setStep(null)} />}
      </Suspense>
    </EditableRecord>
  );
}

function ReachTags({ contact }: { contact: Contact }) {
  const { t, lang } = useT();
  if (contact.erased_at)
    return (
      <span className="tag">
        {t("privacy.isErased", { when: formatInstant(lang, contact.erased_at) })}
      </span>
    );
  const reachable = contact.email !== "" || contact.phone !== "";
  return (
    <>
      <span className="tag" data-tone={reachable ? "good" : "warn"}>
        {t(reachable ? "record.reachable" : "record.unreachable")}
      </span>
      {contact.consent === "withdrawn" && (
        <span className="tag" data-tone="bad">
          {t("record.mayNotContact")}
        </span>
      )}
    </>
  );
}

function FactsPanel({
  contact,
  relations,
  write,
}: {
  contact: Contact;
  relations: Shape<"ContactRelations">;
  write: Write<Contact, Input>;
}) {
  const { t, lang } = useT();
  return (
    <section className="panel" aria-labelledby="facts">
      <div className="panel-head">
        <h2 className="section-title" id="facts">
          {t("record.facts")}
        </h2>
      </div>
      <FactList>
        <TextFact record={contact} name="name" label={t("record.name")} required write={write} />
        {texts.map((name) => (
          <TextFact
            key={name}
            record={contact}
            name={name}
            label={t(`record.${name}`)}
            write={write}
          />
        ))}
        <AccountFact
          label={t("record.account")}
          account={relations.account}
          onSave={(chosen) =>
            write(
              { account_id: chosen?.id ?? null },
              {
                what: t("record.account"),
                mine: chosen?.name ?? "",
                theirs: (found) => (found.account_id === null ? "" : `#${found.account_id}`),
              },
              { account_id: contact.account_id },
            )
          }
        />
        <ConsentFact contact={contact} write={write} />
        <OwnerFact record={contact} write={write} />
        <Fact label={t("record.created")}>
          <span className={fields.inlineRead}>{formatInstant(lang, contact.created_at)}</span>
        </Fact>
      </FactList>
    </section>
  );
}

function ConsentFact({ contact, write }: { contact: Contact; write: Write<Contact, Input> }) {
  const { t, lang } = useT();
  const words = (consent: Shape<"Consent">) => t(`record.consents.${consent}`);
  return (
    <Fact label={t("record.consent")}>
      <InlinePick
        label={t("record.consent")}
        value={contact.consent}
        display={words(contact.consent)}
        options={consents.map((value) => ({ value, label: words(value) }))}
        onSave={(chosen) => {
          const consent = consents.find((each) => each === chosen);
          if (!consent) return Promise.resolve(true);
          return write(
            { consent },
            {
              what: t("record.consent"),
              mine: words(consent),
              theirs: (found) => words(found.consent),
            },
            { consent: contact.consent },
          );
        }}
      />
      {contact.consent_at && (
        <FactNote>
          {t("record.consentSince", { when: formatInstant(lang, contact.consent_at) })}
        </FactNote>
      )}
    </Fact>
  );
}
