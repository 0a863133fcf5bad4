import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { putTarget, type TargetOf, targetOf, useTargets } from "@/api/forecast/targets";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { MoneyInput } from "@/components/money-input";
import { useT } from "@/i18n";

// What somebody is to win in the period; left empty, he has no target.
export function TargetForm({
  period,
  of,
  name,
  currency,
  onClose,
}: {
  period: string;
  of: TargetOf;
  name: string;
  currency: string;
  onClose: () => void;
}) {
  const targets = useTargets(period);
  if (!targets.isSuccess) return null;
  const known = targetOf(targets.data.items, of);
  return (
    <Form
      period={period}
      of={of}
      name={name}
      currency={known?.amount?.currency ?? currency}
      version={known?.version ?? 0}
      before={known?.amount ?? null}
      onClose={onClose}
    />
  );
}

function Form({
  period,
  of,
  name,
  currency,
  version,
  before,
  onClose,
}: {
  period: string;
  of: TargetOf;
  name: string;
  currency: string;
  version: number;
  before: Shape<"Money"> | null;
  onClose: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [amount, setAmount] = useState(before);
  const save = useMutation({
    mutationFn: () => putTarget(period, of, version, amount),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["forecast"] });
      onClose();
    },
    // Somebody set it meanwhile: what is sent next is sent knowing that.
    onError: () => void queryClient.invalidateQueries({ queryKey: ["forecast", "targets"] }),
  });
  return (
    <FormDialog
      title={t("forecast.targetOf", { name })}
      save={t("common.save")}
      sending={save}
      onClose={onClose}
    >
      <MoneyInput
        label={t("forecast.target")}
        description={t("forecast.targetHint")}
        data-autofocus
        currency={currency}
        value={amount}
        onChange={setAmount}
        error={fieldProblem(save.error, "amount")}
      />
    </FormDialog>
  );
}
