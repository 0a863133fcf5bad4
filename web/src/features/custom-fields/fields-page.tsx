import {
  IconArchive,
  IconArchiveOff,
  IconArrowDown,
  IconArrowUp,
  IconPencil,
  IconPlus,
} from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  customFieldsQuery,
  patchCustomField,
  putCustomFieldOrder,
} from "@/api/custom-fields/custom-fields";
import { ErrorPanel } from "@/components/error-panel";
import { Lines } from "@/components/skeleton";
import { FieldForm } from "@/features/custom-fields/field-form";
import classes from "@/features/custom-fields/fields.module.css";
import { useT } from "@/i18n";
import type { CustomField } from "@/lib/custom-fields";
import { usePageTitle } from "@/lib/page-title";
import { toastProblem } from "@/lib/toast";

// The organisation's own fields: defined, ordered, archived.
export function FieldsPage() {
  const { t } = useT();
  usePageTitle(t("customFields.title"));
  const fields = useQuery(customFieldsQuery);
  const items = fields.data?.items;
  const [open, setOpen] = useState<CustomField | "new" | null>(null);
  return (
    <div className={`page ${classes.page}`}>
      <div className="page-head">
        <h1 className="page-title">{t("customFields.title")}</h1>
        <span className="spring" />
        <button type="button" className="button-primary" onClick={() => setOpen("new")}>
          <IconPlus size={16} />
          {t("customFields.add")}
        </button>
      </div>
      <p className={`soft ${classes.lead}`}>{t("customFields.lead")}</p>
      {fields.isPending && <Lines count={4} />}
      {fields.isError && !items && (
        <ErrorPanel error={fields.error} onRetry={() => void fields.refetch()} />
      )}
      {items?.length === 0 && <p className="faint">{t("customFields.none")}</p>}
      {items && items.length > 0 && <FieldTable fields={items} onEdit={setOpen} />}
      {open && (
        <FieldForm {...(open === "new" ? {} : { field: open })} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function useFieldChanges(fields: CustomField[]) {
  const queryClient = useQueryClient();
  const settled = {
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: customFieldsQuery.queryKey }),
  };
  const archive = useMutation({
    mutationFn: (field: CustomField) => patchCustomField(field, { archived: !field.archived }),
    ...settled,
  });
  const order = useMutation({ mutationFn: putCustomFieldOrder, ...settled });
  const move = (at: number, by: number) => {
    const ids = fields.map((field) => field.id);
    const [moved] = ids.splice(at, 1);
    if (moved === undefined) return;
    ids.splice(at + by, 0, moved);
    order.mutate(ids);
  };
  return { archive, move, busy: archive.isPending || order.isPending };
}

function FieldTable({
  fields,
  onEdit,
}: {
  fields: CustomField[];
  onEdit: (field: CustomField) => void;
}) {
  const { t, local } = useT();
  const { archive, move, busy } = useFieldChanges(fields);
  return (
    <section className="panel table-wrap" aria-label={t("customFields.title")} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("customFields.label")}</th>
            <th scope="col">{t("customFields.key")}</th>
            <th scope="col">{t("customFields.kind")}</th>
            <th scope="col">{t("customFields.rules")}</th>
            <th scope="col">{t("customFields.state")}</th>
            <th scope="col">
              <span className="sr-only">{t("customFields.edit")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field, at) => {
            const name = { field: local(field.label) };
            return (
              <tr key={field.id}>
                <td>{local(field.label)}</td>
                <td>
                  <code>{field.key}</code>
                </td>
                <td>{t(`customFields.kinds.${field.kind}`)}</td>
                <td>
                  <Rules field={field} />
                </td>
                <td>
                  <span className="tag" data-tone={field.archived ? undefined : "good"}>
                    {t(field.archived ? "customFields.archived" : "customFields.inUse")}
                  </span>
                </td>
                <td className={classes.tools}>
                  <Tool
                    label={t("customFields.up", name)}
                    disabled={busy || at === 0}
                    onClick={() => move(at, -1)}
                  >
                    <IconArrowUp size={16} />
                  </Tool>
                  <Tool
                    label={t("customFields.down", name)}
                    disabled={busy || at === fields.length - 1}
                    onClick={() => move(at, 1)}
                  >
                    <IconArrowDown size={16} />
                  </Tool>
                  <Tool
                    label={`${t("customFields.edit")}: ${name.field}`}
                    disabled={busy}
                    onClick={() => onEdit(field)}
                  >
                    <IconPencil size={16} />
                  </Tool>
                  <Tool
                    label={t(
                      field.archived ? "customFields.restore" : "customFields.archive",
                      name,
                    )}
                    disabled={busy}
                    onClick={() => archive.mutate(field)}
                  >
                    {field.archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
                  </Tool>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Rules({ field }: { field: CustomField }) {
  const { t } = useT();
  if (field.rules.length === 0) return <span className="faint">–</span>;
  return field.rules.map((rule, at) => (
    <span key={at} className={classes.rule}>
      {t(`customFields.accesses.${rule.access}`)}
      {rule.role && ` · ${t(`team.roles.${rule.role}`)}`}
    </span>
  ));
}

function Tool({
  label,
  disabled,
  onClick,
  children,
}: {
  label: string;
  disabled: boolean;
  onClick: () => void;
  children: React.ReactNode;
}) {
  return (
    <button
      type="button"
      className={classes.icon}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
