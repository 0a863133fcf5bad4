import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useUsers } from "@/api/team/users";
import { usePipelines } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/deals/list/deal-filter-bar.module.css";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";

const typingMs = 250;

export function DealFilterBar({ pipeline }: { pipeline: Shape<"Pipeline"> }) {
  const { t, local } = useT();
  const [filters, change] = useDealFilters();
  const pipelines = usePipelines();
  const users = useUsers();
  const set =
    filters.q || filters.owner || filters.source || filters.team || filters.account || filters.ids;
  return (
    <div className={classes.bar} role="search">
      {pipelines.length > 1 && (
        <Picker
          label={t("filters.pipeline")}
          hideLabel
          value={String(pipeline.id)}
          options={pipelines.map((each) => ({ value: String(each.id), label: local(each.name) }))}
          onChange={(id) => change({ pipeline: Number(id), stage: undefined, source: undefined })}
        />
      )}
      <QuickSearch value={filters.q ?? ""} onChange={(q) => change({ q: q || undefined })} />
      {users.length > 1 && (
        <Picker
          label={t("filters.owner")}
          hideLabel
          empty={t("filters.everyOwner")}
          value={filters.owner ? String(filters.owner) : null}
          options={users.map((user) => ({ value: String(user.id), label: user.name }))}
          onChange={(id) => change({ owner: id ? Number(id) : undefined })}
        />
      )}
      <Picker
        label={t("filters.source")}
        hideLabel
        empty={t("filters.everySource")}
        value={filters.source}
        options={pipeline.sources.map((each) => ({ value: each.key, label: local(each.label) }))}
        onChange={(source) => change({ source: source ?? undefined })}
      />
      {set && (
        <button
          type="button"
          className="button-link"
          onClick={() =>
            change({
              q: undefined,
              owner: undefined,
              source: undefined,
              team: undefined,
              account: undefined,
              ids: undefined,
            })
          }
        >
          {t("filters.clear")}
        </button>
      )}
    </div>
  );
}

// Follows the typing after a short rest; waits while an input method composes.
function QuickSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useT();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setText((sent.current = value));
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (typed: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange((sent.current = typed.trim())), typingMs);
  };
  return (
    <div className={classes.search}>
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <input
        type="search"
        aria-label={t("filters.search")}
        placeholder={t("filters.search")}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (!(event.nativeEvent as InputEvent).isComposing) send(event.target.value);
        }}
        onCompositionEnd={(event) => send(event.currentTarget.value)}
      />
      {text && (
        <button
          type="button"
          aria-label={t("filters.clearSearch")}
          onClick={() => {
            setText("");
            onChange((sent.current = ""));
          }}
        >
          <IconX size={14} />
        </button>
      )}
    </div>
  );
}
