import { useState } from "react";
import { useAccounts } from "@/api/accounts/accounts";
import type { Shape } from "@/api/types";
import { Fact } from "@/components/fact-list";
import { InlineField, InlineForm } from "@/components/inline-field";
import fields from "@/components/inline-field.module.css";
import { Picker } from "@/components/picker";
import { useT } from "@/i18n";

type Named = Shape<"NamedAccount">;

// The account that a record belongs to, chosen from those whose names hold what is typed.
export function AccountFact({
  label,
  account,
  except,
  onSave,
}: {
  label: string;
  account: Named | null;
  // One that is no choice: the record itself.
  except?: number;
  onSave: (account: Named | null) => Promise<boolean>;
}) {
  return (
    <Fact label={label}>
      <InlineField label={label} display={account?.name ?? null}>
        {(close) => <AccountEditor {...{ label, account, except, onSave, onClose: close }} />}
      </InlineField>
    </Fact>
  );
}

function AccountEditor({
  label,
  account,
  except,
  onSave,
  onClose,
}: {
  label: string;
  account: Named | null;
  except: number | undefined;
  onSave: (account: Named | null) => Promise<boolean>;
  onClose: () => void;
}) {
  const { t } = useT();
  const [q, setQ] = useState("");
  const found = useAccounts(q);
  const [chosen, setChosen] = useState<string | null>(account ? String(account.id) : null);
  // The present one stays a choice, whatever is searched for.
  const other = found.filter((each) => each.id !== account?.id && each.id !== except);
  const known: Named[] = account ? [account, ...other] : other;
  return (
    <InlineForm
      onClose={onClose}
      onSave={() => onSave(known.find((each) => String(each.id) === chosen) ?? null)}
    >
      <input
        className={fields.input}
        type="search"
        aria-label={t("record.findAccount")}
        placeholder={t("record.findAccount")}
        autoFocus
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <Picker
        label={label}
        hideLabel
        empty={t("common.none")}
        value={chosen}
        options={known.map((each) => ({ value: String(each.id), label: each.name }))}
        onChange={setChosen}
      />
    </InlineForm>
  );
}
