import { Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import {
  customFieldsQuery,
  patchCustomField,
  postCustomField,
} from "@/api/custom-fields/custom-fields";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { LocalizedField } from "@/components/localized-field";
import { Picker } from "@/components/picker";
import { ChoiceList, keyedChoices } from "@/features/custom-fields/choice-list";
import { RuleList } from "@/features/custom-fields/rule-list";
import { useT } from "@/i18n";
import type { CustomField } from "@/lib/custom-fields";

const kinds: CustomField["kind"][] = [
  "text",
  "number",
  "money",
  "date",
  "choice",
  "choices",
  "user",
  "link",
  "yes_no",
  "formula",
];
const blank = { en: "", zh: "" };

// A new field, or one that is there; of that the key and the kind stay as they are.
export function FieldForm({ field, onClose }: { field?: CustomField; onClose: () => void }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<CustomField["kind"]>(field?.kind ?? "text");
  const [key, setKey] = useState("");
  const [label, setLabel] = useState<Shape<"Localized">>(field?.label ?? blank);
  const [help, setHelp] = useState<Shape<"Localized">>(field?.help ?? blank);
  const [choices, setChoices] = useState(field?.choices ?? []);
  const [rules, setRules] = useState(field?.rules ?? []);
  const [formula, setFormula] = useState(field?.formula ?? "");
  const hasChoices = kind === "choice" || kind === "choices";
  const save = useMutation({
    mutationFn: () => {
      const body = {
        label,
        help,
        rules,
        ...(hasChoices ? { choices: keyedChoices(choices) } : {}),
        ...(kind === "formula" ? { formula } : {}),
      };
      if (field) return patchCustomField(field, body);
      return postCustomField({ kind, ...(key.trim() ? { key: key.trim() } : {}), ...body });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: customFieldsQuery.queryKey });
      onClose();
    },
  });
  const wrong = (name: string) => fieldProblem(save.error, name);
  return (
    <FormDialog
      title={t(field ? "customFields.edit" : "customFields.add")}
      save={t("common.save")}
      size="lg"
      sending={save}
      disabled={!label.en.trim() && !label.zh.trim()}
      onClose={onClose}
    >
      <LocalizedField
        label={t("customFields.label")}
        value={label}
        error={wrong("label")}
        onChange={setLabel}
      />
      {!field && (
        <div className="form-row">
          <Picker
            label={t("customFields.kind")}
            value={kind}
            options={kinds.map((each) => ({
              value: each,
              label: t(`customFields.kinds.${each}`),
            }))}
            onChange={(chosen) => setKind((chosen ?? "text") as CustomField["kind"])}
          />
          <TextInput
            label={t("customFields.key")}
            description={t("customFields.keyHint")}
            maxLength={40}
            value={key}
            error={wrong("key")}
            onChange={(event) => setKey(event.target.value)}
          />
        </div>
      )}
      {hasChoices && (
        <ChoiceList
          choices={choices}
          stored={field?.choices ?? []}
          error={wrong}
          onChange={setChoices}
        />
      )}
      {kind === "formula" && (
        <Textarea
          label={t("customFields.formula")}
          description={t("customFields.formulaHint")}
          autosize
          minRows={2}
          spellCheck={false}
          value={formula}
          error={wrong("formula")}
          onChange={(event) => setFormula(event.target.value)}
        />
      )}
      <LocalizedField
        label={t("customFields.help")}
        value={help}
        error={wrong("help")}
        onChange={setHelp}
      />
      <RuleList rules={rules} onChange={setRules} />
    </FormDialog>
  );
}
