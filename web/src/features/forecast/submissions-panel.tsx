import { Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Forecast } from "@/api/forecast/forecast";
import { postSubmission, useSubmissions } from "@/api/forecast/submissions";
import { useMay } from "@/api/team/me";
import { useTeams } from "@/api/team/teams";
import type { Shape } from "@/api/types";
import { FormDialog } from "@/components/form-dialog";
import { MoneyInput } from "@/components/money-input";
import { Picker } from "@/components/picker";
import classes from "@/features/forecast/forecast.module.css";
import { periodName } from "@/features/forecast/forecast-words";
import { useT } from "@/i18n";
import { type Action, useActions } from "@/lib/actions";
import { formatInstant, formatMoney } from "@/lib/format";

// What people said would land, beside what the model says now.
export function SubmissionsPanel({ answer }: { answer: Forecast }) {
  const { t, lang } = useT();
  const [open, setOpen] = useState(false);
  const mayWrite = useMay("deals.write");
  const submissions = useSubmissions(answer.period);
  const teams = useTeams();
  const actions = useMemo<Action[]>(
    () => [
      {
        id: "forecast:submit",
        label: t("forecast.submit"),
        group: "do",
        shortcut: "s",
        when: () => mayWrite,
        run: () => setOpen(true),
      },
    ],
    [t, mayWrite],
  );
  useActions(actions);
  const items = submissions.data?.items ?? [];
  const { range } = answer.outlook;
  const money = (minor: number) => formatMoney(lang, { minor, currency: answer.currency });
  return (
    <section className="panel" aria-labelledby="submissions">
      <div className={`panel-head ${classes.tableHead}`}>
        <h2 className="section-title" id="submissions">
          {t("forecast.submissions")}
        </h2>
        {mayWrite && (
          <button type="button" className="button-plain" onClick={() => setOpen(true)}>
            {t("forecast.submit")}
          </button>
        )}
      </div>
      {range && (
        <p className={`panel-body ${classes.said}`}>
          {t("forecast.modelSays", {
            middle: money(range.middle),
            low: money(range.low80),
            high: money(range.high80),
          })}
        </p>
      )}
      {submissions.isSuccess && items.length === 0 && (
        <p className="panel-body faint">{t("forecast.noSubmission")}</p>
      )}
      {items.length > 0 && (
        <div className="table-wrap" role="group" aria-labelledby="submissions" tabIndex={0}>
          <table className={`table ${classes.categories}`}>
            <thead>
              <tr>
                <th scope="col">{t("forecast.who")}</th>
                <th scope="col">{t("forecast.of")}</th>
                <th scope="col" className="right">
                  {t("deal.amount")}
                </th>
                <th scope="col">{t("forecast.note")}</th>
                <th scope="col">{t("forecast.when")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((each) => (
                <tr key={each.id}>
                  <th scope="row">{each.author_name}</th>
                  <td>
                    {each.for_team_id === null
                      ? t("forecast.ownDeals")
                      : teams.find((team) => team.id === each.for_team_id)?.name}
                  </td>
                  <td className="right num">{formatMoney(lang, each.amount)}</td>
                  <td className={classes.note}>{each.note}</td>
                  <td>{formatInstant(lang, each.at)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {open && <SubmissionForm answer={answer} onClose={() => setOpen(false)} />}
    </section>
  );
}

function SubmissionForm({ answer, onClose }: { answer: Forecast; onClose: () => void }) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const mayLead = useMay("deals.assign");
  const teams = useTeams();
  const [amount, setAmount] = useState<Shape<"Money"> | null>(null);
  const [team, setTeam] = useState<string | null>(null);
  const [note, setNote] = useState("");
  const send = useMutation({
    mutationFn: () =>
      postSubmission({
        period: answer.period,
        for_team_id: team ? Number(team) : null,
        amount: amount ?? { minor: 0, currency: answer.currency },
        note,
      }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["forecast", "submissions"] });
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("forecast.submitFor", { period: periodName(t, lang, answer.period) })}
      save={t("forecast.submit")}
      sending={send}
      disabled={!amount}
      onClose={onClose}
    >
      <MoneyInput
        label={t("forecast.willLand")}
        data-autofocus
        required
        withAsterisk={false}
        currency={answer.currency}
        value={amount}
        onChange={setAmount}
      />
      {mayLead && teams.length > 0 && (
        <Picker
          label={t("forecast.of")}
          empty={t("forecast.ownDeals")}
          value={team}
          options={teams.map((each) => ({ value: String(each.id), label: each.name }))}
          onChange={setTeam}
        />
      )}
      <Textarea
        label={t("forecast.note")}
        maxLength={2000}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
    </FormDialog>
  );
}
