import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { latestMerge, postMerge, useMergePreview } from "@/api/accounts/merges";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { FormProblem } from "@/components/form-dialog";
import { Lines } from "@/components/skeleton";
import classes from "@/features/accounts/merge/merge-dialog.module.css";
import { useUndoMerge } from "@/features/accounts/merge/use-undo-merge";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

type Kind = Shape<"PartyKind">;
interface Named {
  id: number;
  name: string;
}

const counted = ["contacts", "companies", "deals", "activities", "seats"] as const;

// Which of the two survives, which value of each field, and what moves; then it is one record.
export default function MergeDialog({
  kind,
  first,
  second,
  onClose,
}: {
  kind: Kind;
  first: Named;
  second: Named;
  onClose: () => void;
}) {
  const { t } = useT();
  const [survivorId, setSurvivorId] = useState(first.id);
  const [survivor, other] = survivorId === first.id ? [first, second] : [second, first];
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("merge.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <fieldset className={classes.survivor}>
        <legend>{t("merge.survivor")}</legend>
        {[first, second].map((each) => (
          <label key={each.id}>
            <input
              type="radio"
              name="survivor"
              checked={survivorId === each.id}
              onChange={() => setSurvivorId(each.id)}
            />
            <span>
              {each.name} <span className="faint">#{each.id}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Choices key={survivorId} kind={kind} survivor={survivor} other={other} onClose={onClose} />
    </Modal>
  );
}

function Choices({
  kind,
  survivor,
  other,
  onClose,
}: {
  kind: Kind;
  survivor: Named;
  other: Named;
  onClose: () => void;
}) {
  const { t } = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const undo = useUndoMerge();
  const preview = useMergePreview(kind, survivor.id, other.id);
  const [chosen, setChosen] = useState<Record<string, boolean>>({});
  const takes = (field: Shape<"MergeChoice">) => chosen[field.field] ?? field.takes_other;
  const join = useMutation({
    mutationFn: (plan: Shape<"MergePreview">) =>
      postMerge(
        kind,
        { id: survivor.id, version: plan.survivor_version },
        {
          other_id: other.id,
          other_version: plan.other_version,
          take: plan.fields.filter(takes).map((field) => field.field),
        },
      ),
    onSuccess: async () => {
      const seq = latestMerge(kind, survivor.id).catch(() => null);
      toast(t("merge.done", { name: other.name }), async () => {
        const found = await seq;
        if (found !== null) await undo(found);
      });
      onClose();
      await queryClient.invalidateQueries();
      router.history.push(`/${kind}s/${survivor.id}`);
    },
  });
  if (!preview.data) return preview.isError ? <FormProblem problem={preview.error} /> : <Lines />;
  const plan = preview.data;
  const moving = counted.filter((name) => plan.moves[name] > 0);
  return (
    <>
      <FormProblem problem={join.error} />
      {plan.fields.length === 0 && <p className="soft">{t("merge.sameFields")}</p>}
      {plan.fields.map((field) => (
        <Choice
          key={field.field}
          field={field}
          takesOther={takes(field)}
          onChange={(other_) => setChosen({ ...chosen, [field.field]: other_ })}
        />
      ))}
      <h3 className="section-title">{t("merge.moves")}</h3>
      <p className="soft">
        {moving.length === 0
          ? t("merge.movesNothing")
          : moving
              .map((name) => t(`merge.counts.${name}`, { count: plan.moves[name] }))
              .join(" · ")}
      </p>
      <p className="soft">{t("merge.after", { name: other.name })}</p>
      <div className="form-actions">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button loading={join.isPending} onClick={() => join.mutate(plan)}>
          {t("merge.join")}
        </Button>
      </div>
    </>
  );
}

// A field in which the two differ: two values to choose between.
function Choice({
  field,
  takesOther,
  onChange,
}: {
  field: Shape<"MergeChoice">;
  takesOther: boolean;
  onChange: (takesOther: boolean) => void;
}) {
  const { t } = useT();
  const users = useUsers();
  const labels: Record<string, string> = {
    name: t("record.name"),
    domain: t("record.domain"),
    phone: t("record.phone"),
    region: t("record.region"),
    industry: t("record.industry"),
    size: t("record.size"),
    parent_id: t("record.parent"),
    owner_id: t("record.owner"),
    account_id: t("record.account"),
    title: t("record.title"),
    email: t("record.email"),
    consent: t("record.consent"),
  };
  const shown = (value: string) => {
    if (value === "") return t("common.notSet");
    if (field.field === "owner_id")
      return users.find((user) => String(user.id) === value)?.name ?? `#${value}`;
    if (field.field === "consent") return t(`record.consents.${value as Shape<"Consent">}`);
    return field.field.endsWith("_id") ? `#${value}` : value;
  };
  return (
    <fieldset className={classes.choice}>
      <legend>{labels[field.field] ?? field.field}</legend>
      {[false, true].map((other) => (
        <label key={String(other)}>
          <input
            type="radio"
            name={field.field}
            checked={takesOther === other}
            onChange={() => onChange(other)}
          />
          <span>{shown(other ? field.other : field.survivor)}</span>
        </label>
      ))}
    </fieldset>
  );
}
