import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { StandardField } from "@/features/pipelines/standard-field";
import classes from "@/features/pipelines/pipelines.module.css";
import { useT } from "@/i18n";

type Rule = Shape<"ApprovalRule">;
const nobody: Rule = {
  approver: "manager",
  role: null,
  person_id: null,
  deputy_ids: [],
  deadline: null,
};

// Who approves, who may stand in, and by when.
export function ApprovalDetails({
  rule,
  onChange,
}: {
  rule: Rule | null | undefined;
  onChange: (rule: Rule) => void;
}) {
  const { t } = useT();
  const value = rule ?? nobody;
  const set = (change: Partial<Rule>) => onChange({ ...value, ...change });
  const approvers = useUsers().filter(
    (user) => user.active && (user.role === "owner" || user.role === "manager"),
  );
  const options = approvers.map((user) => ({ value: String(user.id), label: user.name }));
  return (
    <div className="form">
      <div className="form-row">
        <Picker
          label={t("approval.approver")}
          value={value.approver}
          options={(["manager", "role", "person"] as const).map((each) => ({
            value: each,
            label: t(`approval.approvers.${each}`),
          }))}
          onChange={(approver) =>
            set({
              approver: approver as Rule["approver"],
              role: approver === "role" ? "manager" : null,
              person_id: approver === "person" ? (approvers[0]?.id ?? null) : null,
            })
          }
        />
        {value.approver === "role" && (
          <Picker
            label={t("team.role")}
            value={value.role}
            options={(["manager", "owner"] as const).map((role) => ({
              value: role,
              label: t(`team.roles.${role}`),
            }))}
            onChange={(role) => set({ role: role as Shape<"Role"> })}
          />
        )}
        {value.approver === "person" && (
          <Picker
            label={t("approval.person")}
            value={value.person_id ? String(value.person_id) : null}
            options={options}
            onChange={(id) => set({ person_id: id ? Number(id) : null })}
          />
        )}
      </div>
      <fieldset className={classes.deputies}>
        <legend className={classes.legend}>{t("approval.deputies")}</legend>
        {approvers.map((user) => (
          <label key={user.id}>
            <input
              type="checkbox"
              checked={value.deputy_ids.includes(user.id)}
              onChange={(event) =>
                set({
                  deputy_ids: event.target.checked
                    ? [...value.deputy_ids, user.id]
                    : value.deputy_ids.filter((id) => id !== user.id),
                })
              }
            />{" "}
            {user.name}
          </label>
        ))}
      </fieldset>
      <StandardField
        label={t("approval.deadline")}
        value={value.deadline}
        onChange={(deadline) => set({ deadline })}
      />
    </div>
  );
}
