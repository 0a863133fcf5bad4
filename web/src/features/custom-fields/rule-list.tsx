import { IconPlus, IconX } from "@tabler/icons-react";
import { usePipelines } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/custom-fields/fields.module.css";
import { useT } from "@/i18n";

type Rule = Shape<"FieldRule">;
const accesses: Rule["access"][] = ["required", "readonly", "hidden"];
// No rule binds owners beyond `required`, which binds everybody.
const roles: Shape<"Role">[] = ["manager", "rep", "viewer"];

// For whom, and where, a field is more than editable.
export function RuleList({
  rules,
  onChange,
}: {
  rules: Rule[];
  onChange: (rules: Rule[]) => void;
}) {
  const { t, local } = useT();
  const pipelines = usePipelines();
  const put = (at: number, change: Partial<Rule>) =>
    onChange(rules.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <fieldset className={classes.list}>
      <legend>{t("customFields.rules")}</legend>
      <p className={classes.hint}>{t("customFields.rulesHint")}</p>
      {rules.map((rule, at) => (
        <fieldset
          key={at}
          className={`${classes.list} ${classes.row}`}
          aria-label={t("customFields.rule", { number: at + 1 })}
        >
          <div className={classes.parts}>
            <Picker
              label={t("customFields.access")}
              value={rule.access}
              options={accesses.map((each) => ({
                value: each,
                label: t(`customFields.accesses.${each}`),
              }))}
              onChange={(access) => put(at, { access: (access ?? "required") as Rule["access"] })}
            />
            <Picker
              label={t("customFields.forRole")}
              empty={t("customFields.everybody")}
              value={rule.role}
              options={roles.map((each) => ({ value: each, label: t(`team.roles.${each}`) }))}
              onChange={(role) => put(at, { role: role as Shape<"Role"> | null })}
            />
            <Picker
              label={t("customFields.inPipeline")}
              empty={t("customFields.everyPipeline")}
              value={rule.pipeline_id ? String(rule.pipeline_id) : null}
              options={pipelines.map((each) => ({
                value: String(each.id),
                label: local(each.name),
              }))}
              onChange={(id) => put(at, { pipeline_id: id ? Number(id) : null })}
            />
          </div>
          <button
            type="button"
            className={classes.icon}
            aria-label={t("customFields.removeRule", { number: at + 1 })}
            onClick={() => onChange(rules.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        className="button-link"
        onClick={() => onChange([...rules, { access: "required", role: null, pipeline_id: null }])}
      >
        <IconPlus size={15} />
        {t("customFields.addRule")}
      </button>
    </fieldset>
  );
}
