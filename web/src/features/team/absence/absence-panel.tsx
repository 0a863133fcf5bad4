import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { deleteAbsence, useAbsences } from "@/api/team/absences";
import { useMe } from "@/api/team/me";
import { useUsers } from "@/api/team/users";
import { AbsenceForm } from "@/features/team/absence/absence-form";
import classes from "@/features/team/account/account.module.css";
import { useT } from "@/i18n";
import { formatDate } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

// One's own absences, and for whom one stands in today.
export function AbsencePanel() {
  const { t, lang } = useT();
  const { user } = useMe();
  const users = useUsers();
  const queryClient = useQueryClient();
  const all = useAbsences();
  const [adding, setAdding] = useState(false);
  const remove = useMutation({
    mutationFn: deleteAbsence,
    onSuccess: () => toast(t("absence.removed")),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["absences"] }),
  });
  if (!all) return null;
  const mine = all.items.filter((absence) => absence.user_id === user.id);
  const nameOf = (id: number) => users.find((each) => each.id === id)?.name ?? "";
  return (
    <>
      {mine.length === 0 && <p className={`faint ${classes.why}`}>{t("absence.none")}</p>}
      <ul className={classes.list}>
        {mine.map((absence) => {
          const from = formatDate(lang, absence.from);
          return (
            <li key={absence.id} className={classes.line}>
              <div className={classes.what}>
                <strong>{t("absence.line", { from, to: formatDate(lang, absence.to) })}</strong>
                <div className="faint">
                  {absence.deputy_id
                    ? t("absence.by", { name: nameOf(absence.deputy_id) })
                    : t("absence.alone")}
                </div>
              </div>
              <button
                type="button"
                className="button-plain"
                aria-label={t("absence.removeOf", { from })}
                onClick={() => remove.mutate(absence)}
              >
                {t("absence.remove")}
              </button>
            </li>
          );
        })}
      </ul>
      <button type="button" className="button-plain" onClick={() => setAdding(true)}>
        {t("absence.add")}
      </button>
      {all.standing_in_for.length > 0 && (
        <p>
          {t("absence.standingIn")}:{" "}
          {all.standing_in_for.map((id) => (
            <Link key={id} to="/today" search={{ owner: id }} className="button-link">
              {t("absence.todayOf", { name: nameOf(id) })}
            </Link>
          ))}
        </p>
      )}
      {adding && <AbsenceForm user={user} own onClose={() => setAdding(false)} />}
    </>
  );
}
