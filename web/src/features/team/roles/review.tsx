import { useMutation, useQueryClient } from "@tanstack/react-query";
import { patchRole } from "@/api/team/roles";
import type { Shape } from "@/api/types";
import { useRoleName } from "@/features/team/people/roles";
import { type Draft, differences, keyOf, type PermissionName } from "@/features/team/roles/matrix";
import classes from "@/features/team/roles/roles.module.css";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

// What is about to change, in words, and the way to save it.
export function Review({
  roles,
  users,
  drafts,
  onDone,
}: {
  roles: Shape<"DefinedRole">[];
  users: Shape<"User">[];
  drafts: Record<string, Draft>;
  onDone: () => void;
}) {
  const { t, lang } = useT();
  const nameOf = useRoleName();
  const queryClient = useQueryClient();
  const changed = differences(roles, drafts);
  const save = useMutation({
    mutationFn: async () => {
      // One after the other: each is a change of its own in the history of that role.
      for (const { role } of changed) {
        const draft = drafts[role.key];
        if (draft) await patchRole(role, draft);
      }
    },
    onSuccess: () => {
      toast(t("common.saved"));
      onDone();
    },
    onError: toastProblem,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ["roles"] });
      await queryClient.invalidateQueries({ queryKey: ["me"] });
    },
  });
  if (changed.length === 0) return null;
  const words = (permissions: PermissionName[]) =>
    permissions
      .map((each) => t(`roles.permissions.${keyOf(each)}`))
      .join(lang === "zh" ? "、" : "; ");
  const concerned = users.filter(
    (user) => user.active && changed.some(({ role }) => role.key === user.role_key),
  ).length;
  return (
    <section className={`panel panel-body ${classes.review}`} aria-label={t("roles.changes")}>
      <ul className={classes.lines}>
        {changed.flatMap(({ role, given, taken, changes }) => {
          const name = nameOf(role);
          const lines = [];
          if (given.length > 0)
            lines.push(t("roles.given", { role: name, permissions: words(given) }));
          if (taken.length > 0)
            lines.push(t("roles.taken", { role: name, permissions: words(taken) }));
          if (changes)
            lines.push(
              t("roles.scope", {
                role: name,
                after: t(`roles.scopes.${changes}`),
                before: t(`roles.scopes.${role.changes}`),
              }),
            );
          return lines.map((line) => <li key={line}>{line}</li>);
        })}
      </ul>
      <p className="faint">{t("roles.affects", { count: concerned })}</p>
      <div className="form-actions">
        <button type="button" className="button-plain" onClick={onDone}>
          {t("roles.discard")}
        </button>
        <button
          type="button"
          className="button-primary"
          disabled={save.isPending}
          onClick={() => save.mutate()}
        >
          {t("common.save")}
        </button>
      </div>
    </section>
  );
}
