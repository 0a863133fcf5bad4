import { Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { requireSecondFactor, secondFactorsQuery } from "@/api/team/second-factor";
import type { Shape } from "@/api/types";
import classes from "@/features/team/second-factor/second-factor.module.css";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

const all: Shape<"Role">[] = ["owner", "manager", "rep", "viewer"];

// For owners: the roles that may not sign in without a second factor.
export function RequiredRoles({ roles }: { roles: Shape<"Role">[] }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: requireSecondFactor,
    onSuccess: async (now) => {
      queryClient.setQueryData(secondFactorsQuery.queryKey, now);
      toast(t("common.saved"));
      await queryClient.invalidateQueries({ queryKey: ["second-factor"] });
    },
    onError: toastProblem,
  });
  return (
    <fieldset className={classes.roles}>
      <legend className="section-title">{t("secondFactor.requiredFor")}</legend>
      <p className="faint">{t("secondFactor.requiredWhy")}</p>
      <div className={classes.checks}>
        {all.map((role) => (
          <Checkbox
            key={role}
            label={t(`team.roles.${role}`)}
            checked={roles.includes(role)}
            disabled={save.isPending}
            onChange={(event) =>
              save.mutate(
                event.target.checked ? [...roles, role] : roles.filter((each) => each !== role),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
