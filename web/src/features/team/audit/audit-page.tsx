import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconDownload } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { withQuery } from "@/api/http";
import { type AuditFilters, auditQuery } from "@/api/team/audit";
import { useUsers } from "@/api/team/users";
import { ErrorPanel } from "@/components/error-panel";
import { auditKinds } from "@/features/team/audit/audit-filters";
import { AuditTable } from "@/features/team/audit/audit-table";
import classes from "@/features/team/audit/audit.module.css";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";

// Who did what, and when. The address holds the filters.
export function AuditPage() {
  const { t } = useT();
  usePageTitle(t("audit.title"));
  const filters = useSearch({ from: "/app/audit" });
  const audit = useInfiniteQuery(auditQuery(filters));
  const entries = audit.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("audit.title")}</h1>
        <span className="spring" />
        <a className="button-plain" href={withQuery("/api/audit.csv", filters)} download>
          <IconDownload size={16} />
          {t("audit.export")}
        </a>
      </div>
      <Filters filters={filters} />
      {audit.error ? (
        <ErrorPanel error={audit.error} onRetry={() => void audit.refetch()} />
      ) : (
        <AuditTable entries={entries} waiting={audit.isPending} />
      )}
      {audit.hasNextPage && (
        <p className={classes.more}>
          <Button
            variant="default"
            loading={audit.isFetchingNextPage}
            onClick={() => void audit.fetchNextPage()}
          >
            {t("audit.older")}
          </Button>
        </p>
      )}
    </div>
  );
}

function Filters({ filters }: { filters: AuditFilters }) {
  const { t } = useT();
  const navigate = useNavigate();
  const users = useUsers();
  const [text, setText] = useState(filters.q ?? "");
  const [settled] = useDebouncedValue(text, 300);
  const set = (change: Partial<AuditFilters>) =>
    navigate({ to: "/audit", search: { ...filters, ...change }, replace: true });
  useEffect(() => {
    if (settled !== (filters.q ?? "")) void set({ q: settled || undefined });
    // Only what was typed asks anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [settled]);
  return (
    <div className={classes.filters} role="search" aria-label={t("audit.filters")}>
      <Select
        label={t("audit.who")}
        searchable
        clearable
        placeholder={t("audit.anybody")}
        data={users.map((user) => ({ value: String(user.id), label: user.name }))}
        value={filters.actor_id ? String(filters.actor_id) : null}
        onChange={(id) => void set({ actor_id: id ? Number(id) : undefined })}
      />
      <Select
        label={t("audit.what")}
        clearable
        placeholder={t("audit.anything")}
        data={auditKinds.map((kind) => ({ value: kind, label: t(`audit.kinds.${kind}`) }))}
        value={filters.kind ?? null}
        onChange={(kind) => void set({ kind: (kind as AuditFilters["kind"]) ?? undefined })}
      />
      <TextInput
        label={t("audit.from")}
        type="date"
        value={filters.from ?? ""}
        max={filters.to ?? undefined}
        onChange={(event) => void set({ from: event.target.value || undefined })}
      />
      <TextInput
        label={t("audit.to")}
        type="date"
        value={filters.to ?? ""}
        min={filters.from ?? undefined}
        onChange={(event) => void set({ to: event.target.value || undefined })}
      />
      <TextInput
        label={t("audit.record")}
        placeholder={t("audit.recordHint")}
        value={text}
        maxLength={100}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
