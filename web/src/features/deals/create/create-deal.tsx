import { Autocomplete, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { postAccount, useAccounts } from "@/api/accounts/accounts";
import { putNextStep } from "@/api/activities/activities";
import { deleteDeal } from "@/api/deals/change-deal";
import { postDeal } from "@/api/deals/create-deal";
import { getDeal } from "@/api/deals/deal";
import { customFieldsQuery } from "@/api/custom-fields/custom-fields";
import { pipelinesQuery, useCurrency, usePipeline } from "@/api/pipeline/pipelines";
import { useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { CustomValueInput } from "@/components/custom-value-input";
import { MoneyInput } from "@/components/money-input";
import { Picker } from "@/components/picker";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { accessOf, type FieldValue } from "@/lib/custom-fields";
import { addDays, dueOn, today } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

// Only the name is required, and what the organisation requires of its own fields: the rest is asked for at the gates, when it matters.
export default function CreateDeal({ onClose }: { onClose: () => void }) {
  const { t, local } = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [filters] = useDealFilters();
  const pipelines = useSuspenseQuery(pipelinesQuery).data.items;
  const [pipelineId, setPipelineId] = useState(usePipeline(filters.pipeline).id);
  const pipeline = pipelines.find((each) => each.id === pipelineId) ?? pipelines[0];
  const currency = useCurrency();
  const [name, setName] = useState("");
  const [account, setAccount] = useState("");
  const [amount, setAmount] = useState<Shape<"Money"> | null>(null);
  const [close, setClose] = useState("");
  const [source, setSource] = useState<string | null>(null);
  const [next, setNext] = useState("");
  const [due, setDue] = useState(addDays(today(), 1));
  const [asked] = useDebouncedValue(account.trim(), 150);
  const known = useAccounts(asked);
  const { user } = useMe();
  const required = useSuspenseQuery(customFieldsQuery).data.items.filter(
    (field) =>
      !field.archived &&
      field.kind !== "formula" &&
      accessOf(field, user.role, pipeline?.id) === "required",
  );
  const [own, setOwn] = useState<Record<string, FieldValue | null>>({});
  const made = useRef<Shape<"NamedAccount"> | null>(null);

  const add = useMutation({
    mutationFn: async () => {
      const wanted = account.trim();
      // What an earlier try of this form created is not created again.
      const match = [made.current, ...known].find((each) => each?.name === wanted);
      if (!match && wanted) made.current = await postAccount({ name: wanted });
      const accountId = match?.id ?? (wanted ? made.current?.id : undefined);
      const body: Shape<"CreateDeal"> = {
        name: name.trim(),
        ...(pipeline ? { pipeline_id: pipeline.id } : {}),
        ...(accountId ? { account_id: accountId } : {}),
        ...(amount ? { amount } : {}),
        ...(close ? { expected_close: close } : {}),
        ...(source ? { source } : {}),
        fields: Object.fromEntries(
          required.flatMap(({ key }) => {
            const value = own[key];
            return value === null || value === undefined ? [] : [[key, value]];
          }),
        ),
      };
      const deal = await postDeal(body);
      if (!next.trim()) return deal;
      // The deal is there by now: its page is the place to try again, not this form.
      try {
        await putNextStep(deal.id, { kind: "call", subject: next.trim(), due: dueOn(due) });
        return await getDeal(deal.id);
      } catch (problem) {
        toastProblem(problem);
        return deal;
      }
    },
    onSuccess: (deal) => {
      queryClient.setQueryData(["deal", deal.id], deal);
      for (const key of ["board", "deals", "accounts"])
        void queryClient.invalidateQueries({ queryKey: [key] });
      toast(t("deals.create.created", { deal: deal.name }), () =>
        deleteDeal(deal)
          .then(() => router.navigate({ to: "/deals" }))
          .then(() => queryClient.invalidateQueries())
          .catch(toastProblem),
      );
      onClose();
      void router.navigate({ to: "/deals/$dealId", params: { dealId: deal.id } });
    },
  });
  const wrong = (field: string) => fieldProblem(add.error, field);

  return (
    <FormDialog
      title={t("deals.create.title")}
      save={t("deals.create.save")}
      size="lg"
      sending={add}
      disabled={!name.trim()}
      onClose={onClose}
    >
      <TextInput
        label={t("deals.create.name")}
        placeholder={t("deals.create.nameHint")}
        data-autofocus
        required
        withAsterisk={false}
        value={name}
        error={wrong("name")}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="form-row">
        <Autocomplete
          label={t("deals.create.account")}
          placeholder={t("deals.create.accountHint")}
          data={[...new Set(known.map((each) => each.name))]}
          value={account}
          onChange={setAccount}
          error={wrong("account_id")}
        />
        <MoneyInput
          label={t("deals.create.amount")}
          currency={currency}
          value={null}
          onChange={setAmount}
          error={wrong("amount")}
        />
      </div>
      <div className="form-row">
        {pipelines.length > 1 && (
          <Picker
            label={t("filters.pipeline")}
            value={String(pipeline?.id)}
            options={pipelines.map((each) => ({
              value: String(each.id),
              label: local(each.name),
            }))}
            onChange={(id) => setPipelineId(Number(id))}
          />
        )}
        <Picker
          label={t("deals.create.source")}
          empty={t("common.unknown")}
          value={source}
          options={(pipeline?.sources ?? []).map((each) => ({
            value: each.key,
            label: local(each.label),
          }))}
          onChange={setSource}
        />
        <TextInput
          type="date"
          label={t("deals.create.close")}
          value={close}
          error={wrong("expected_close")}
          onChange={(event) => setClose(event.target.value)}
        />
      </div>
      {required.map((field) => (
        <CustomValueInput
          key={field.key}
          field={field}
          label={local(field.label)}
          value={own[field.key]}
          error={wrong(`fields.${field.key}`)}
          required
          onChange={(value) => setOwn({ ...own, [field.key]: value })}
        />
      ))}
      <div className="form-row">
        <TextInput
          label={t("deals.create.next")}
          placeholder={t("step.whatHint")}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
        <TextInput
          type="date"
          label={t("step.due")}
          value={due}
          onChange={(event) => setDue(event.target.value)}
        />
      </div>
    </FormDialog>
  );
}
