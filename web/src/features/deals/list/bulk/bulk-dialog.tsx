import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { editBulk, previewBulk } from "@/api/deals/bulk";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { FormProblem } from "@/components/form-dialog";
import { Picker } from "@/components/picker";
import classes from "@/features/deals/list/bulk/bulk.module.css";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

type Changes = Shape<"DealChanges">;
type Answer = Shape<"BulkAnswer">;
const fields = ["owner_id", "expected_close", "source", "probability"] as const;
type Field = (typeof fields)[number];

// One change to many deals: what it would do is shown before it is done.
export function BulkDialog({
  which,
  pipeline,
  onClose,
  onDone,
}: {
  which: { ids: number[]; matching: Record<string, string> };
  pipeline: Shape<"Pipeline">;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [field, setField] = useState<Field>("owner_id");
  const [value, setValue] = useState("");
  const [seen, setSeen] = useState<Answer | null>(null);
  const changes = changeOf(field, value);
  const preview = useMutation({
    mutationFn: () => previewBulk({ ...which, changes: changes! }),
    onSuccess: setSeen,
  });
  const apply = useMutation({
    mutationFn: () =>
      editBulk({
        deals: seen!.items
          .filter((item) => item.outcome === "changed")
          .map(({ id, version }) => ({ id, version })),
        changes: changes!,
      }),
    onSuccess: async (done) => {
      await queryClient.invalidateQueries();
      toast(t("bulk.done", { count: done.changed }), () => takeBack(done));
      if (done.refused > 0) setSeen(done);
      else onDone();
    },
  });
  const takeBack = async (done: Answer) => {
    const deals = done.items
      .filter((item) => item.outcome === "changed")
      .map(({ id, version, before }) => ({ id, version, changes: before }));
    try {
      const back = await editBulk({ deals, changes: {} });
      await queryClient.invalidateQueries();
      toast(
        back.refused
          ? t("bulk.partlyUndone", { count: back.changed, refused: back.refused })
          : t("common.undone"),
      );
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("bulk.edit")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (seen) apply.mutate();
          else preview.mutate();
        }}
      >
        <FormProblem problem={preview.error ?? apply.error} />
        <div className={classes.change}>
          <Picker
            label={t("lists.field")}
            value={field}
            options={fields.map((name) => ({ value: name, label: t(`bulk.fields.${name}`) }))}
            onChange={(chosen) => {
              setField(fields.find((each) => each === chosen) ?? "owner_id");
              setValue("");
              setSeen(null);
            }}
          />
          <NewValue
            field={field}
            value={value}
            pipeline={pipeline}
            onChange={(typed) => {
              setValue(typed);
              setSeen(null);
            }}
          />
        </div>
        {seen && <Effect answer={seen} />}
        <div className="form-actions">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          {seen ? (
            <Button type="submit" loading={apply.isPending} disabled={seen.changed === 0}>
              {t("bulk.apply", { count: seen.changed })}
            </Button>
          ) : (
            <Button type="submit" loading={preview.isPending} disabled={!changes}>
              {t("bulk.preview")}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  );
}

// Nothing typed empties what can be empty.
function changeOf(field: Field, value: string): Changes | null {
  switch (field) {
    case "owner_id":
      return value ? { owner_id: Number(value) } : null;
    case "expected_close":
      return { expected_close: value || null };
    case "source":
      return { source: value };
    case "probability":
      return { probability: value === "" ? null : Number(value) };
  }
}

function NewValue({
  field,
  value,
  pipeline,
  onChange,
}: {
  field: Field;
  value: string;
  pipeline: Shape<"Pipeline">;
  onChange: (value: string) => void;
}) {
  const { t, local } = useT();
  const users = useUsers();
  const label = t("bulk.newValue");
  if (field === "owner_id")
    return (
      <Picker
        label={label}
        value={value}
        empty={t("bulk.choose")}
        options={users
          .filter((user) => user.active)
          .map((user) => ({ value: String(user.id), label: user.name }))}
        onChange={(chosen) => onChange(chosen ?? "")}
      />
    );
  if (field === "source")
    return (
      <Picker
        label={label}
        value={value}
        empty={t("bulk.nothing")}
        options={pipeline.sources.map((each) => ({ value: each.key, label: local(each.label) }))}
        onChange={(chosen) => onChange(chosen ?? "")}
      />
    );
  return (
    <label className={classes.value}>
      {label}
      <input
        type={field === "probability" ? "number" : "date"}
        {...(field === "probability" ? { min: 0, max: 100 } : {})}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}

// What would change, what stays, and what refuses, each with its reason.
function Effect({ answer }: { answer: Answer }) {
  const { t } = useT();
  const refused = answer.items.filter((item) => item.outcome === "refused");
  return (
    <div role="status">
      <p>
        {t("bulk.changed", { count: answer.changed })}
        {answer.same > 0 && <> · {t("bulk.same", { count: answer.same })}</>}
        {refused.length > 0 && (
          <span className="tone-bad"> · {t("bulk.refused", { count: refused.length })}</span>
        )}
      </p>
      {answer.more && <p className="tone-warn">{t("bulk.more", { count: answer.items.length })}</p>}
      {refused.length > 0 && (
        <ul className={classes.refused} tabIndex={0} aria-label={t("bulk.refusals")}>
          {refused.map((item) => (
            <li key={item.id}>
              <b>{item.name || `#${item.id}`}</b> {item.reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
