import { useMemo } from "react";
import { useCustomFields } from "@/api/custom-fields/custom-fields";
import { useCurrency } from "@/api/pipeline/pipelines";
import { useMe } from "@/api/team/me";
import type { FieldChoice } from "@/components/lists/filter-condition";
import type { PickerOption } from "@/components/picker";
import { useT } from "@/i18n";
import { accessOf, type CustomField, isAskable } from "@/lib/custom-fields";
import type { CustomColumn } from "@/lib/kept-list";

export const columnOf = (field: CustomField): CustomColumn => `fields.${field.key}`;

// The organisation's own fields that one sees in this pipeline, in their order.
export function useFieldColumns(pipelineId: number): CustomField[] {
  const fields = useCustomFields();
  const { user } = useMe();
  return useMemo(
    () => fields.filter((field) => accessOf(field, user.role, pipelineId) !== "hidden"),
    [fields, user.role, pipelineId],
  );
}

// What of them a list can be asked for.
export function useFieldConditions(people: PickerOption[]): FieldChoice[] {
  const { t, local } = useT();
  const fields = useCustomFields();
  const currency = useCurrency();
  const { user } = useMe();
  const options = (values: PickerOption[]) => ({ kind: "options" as const, options: values });
  const asked = (field: CustomField): Omit<FieldChoice, "name" | "label"> => {
    switch (field.kind) {
      case "number":
        return { kind: "number" };
      case "money":
        return { kind: "money", currency };
      case "date":
        return { kind: "day" };
      case "user":
        return options(people);
      case "yes_no":
        return options([
          { value: "true", label: t("customFields.yes") },
          { value: "false", label: t("customFields.no") },
        ]);
      case "choice":
      case "choices":
        return options(
          field.choices.map((choice) => ({ value: choice.key, label: local(choice.label) })),
        );
      default:
        return { kind: "text" };
    }
  };
  return fields
    .filter((field) => isAskable(field, user.role))
    .map((field) => ({ name: columnOf(field), label: local(field.label), ...asked(field) }));
}
