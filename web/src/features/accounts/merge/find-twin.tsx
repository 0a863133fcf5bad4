import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { searchQuery } from "@/api/deals/search";
import type { Shape } from "@/api/types";
import fields from "@/components/inline-field.module.css";
import classes from "@/features/accounts/record/record.module.css";
import { useT } from "@/i18n";

const MergeDialog = lazy(() => import("@/features/accounts/merge/merge-dialog"));

interface Named {
  id: number;
  name: string;
}

// The other record that is the same one: found by name, then merged.
export function FindTwin({
  kind,
  record,
  onClose,
}: {
  kind: Shape<"PartyKind">;
  record: Named;
  onClose: () => void;
}) {
  const { t } = useT();
  const [q, setQ] = useState("");
  const [asked] = useDebouncedValue(q.trim(), 150);
  const [other, setOther] = useState<Named | null>(null);
  const found = useQuery(searchQuery(asked));
  const hits = (asked ? (found.data?.items ?? []) : []).filter(
    (hit) => hit.kind === kind && hit.id !== record.id,
  );
  if (other)
    return (
      <Suspense fallback={null}>
        <MergeDialog kind={kind} first={record} second={other} onClose={onClose} />
      </Suspense>
    );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("merge.find", { name: record.name })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <input
        className={fields.input}
        type="search"
        data-autofocus
        aria-label={t("merge.findHint")}
        placeholder={t("merge.findHint")}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <ul className={classes.rows}>
        {hits.map((hit) => (
          <li key={hit.id}>
            <button
              type="button"
              className="button-link"
              onClick={() => setOther({ id: hit.id, name: hit.title })}
            >
              {hit.title}
            </button>
            <span className="faint">{hit.subtitle}</span>
          </li>
        ))}
      </ul>
      {asked && found.isSuccess && hits.length === 0 && (
        <p className="soft" role="status">
          {t("palette.nothing")}
        </p>
      )}
    </Modal>
  );
}
