import { Checkbox, Select } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deactivate, holdingsQuery, undoLastHandover } from "@/api/team/handover";
import { patchUser, useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import classes from "@/features/team/people/leave-dialog.module.css";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

type Takers = Record<"deals" | "accounts" | "activities", number | null>;

const takerKinds = ["deals", "accounts", "activities"] as const;

// Somebody leaves: what he owns, who gets it, and what that comes to, before anything is done.
export function LeaveDialog({ user, onClose }: { user: Shape<"User">; onClose: () => void }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const people = useUsers().filter((each) => each.active && each.id !== user.id);
  const holdings = useQuery(holdingsQuery(user.id)).data;
  const [takers, setTakers] = useState<Takers>({ deals: null, accounts: null, activities: null });
  const [apart, setApart] = useState(false);
  const [closedToo, setClosedToo] = useState(false);
  const handsOver = takers.deals !== null;
  const owned = holdings ? countsOf(holdings) : null;
  const any = owned !== null && owned.some((each) => each.count > 0);

  const refresh = () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "me" && queryKey[0] !== "setup",
    });
  const leave = useMutation({
    mutationFn: () =>
      deactivate(user, {
        hand_over: handsOver
          ? {
              to_user_id: takers.deals ?? 0,
              closed_deals: closedToo,
              accounts_to_user_id: apart ? takers.accounts : null,
              activities_to_user_id: apart ? takers.activities : null,
            }
          : null,
      }),
    onSuccess: async ({ user: left }) => {
      toast(t("leave.done", { name: user.name }), () => back(left));
      onClose();
      await refresh();
    },
  });
  // What somebody has changed meanwhile stays with whoever has it, and is told of.
  const back = async (left: Shape<"User">) => {
    try {
      await patchUser(left, { active: true });
      const kept = handsOver ? await undoLastHandover(user.id) : 0;
      if (kept > 0) toast(t("leave.kept", { count: kept }));
    } catch (problem) {
      toastProblem(problem);
    }
    await refresh();
  };
  const choose = (kind: keyof Takers) => (
    <Select
      key={kind}
      label={t(apart ? `leave.to.${kind}` : "leave.to.all")}
      searchable
      clearable
      placeholder={t(kind === "deals" ? "leave.keeps" : "leave.asDeals")}
      error={fieldProblem(leave.error, kind === "deals" ? "to_user_id" : `${kind}_to_user_id`)}
      data={people.map((each) => ({ value: String(each.id), label: each.name }))}
      value={takers[kind] === null ? null : String(takers[kind])}
      onChange={(id) => setTakers({ ...takers, [kind]: id ? Number(id) : null })}
    />
  );
  return (
    <FormDialog
      title={t("leave.title", { name: user.name })}
      save={t(handsOver ? "leave.handOver" : "leave.only")}
      sending={leave}
      disabled={!holdings}
      size="lg"
      onClose={onClose}
    >
      <p className="soft" style={{ margin: 0 }}>
        {t("leave.why")}
      </p>
      {owned && (
        <dl className={classes.owned}>
          {owned.map(({ kind, count }) => (
            <div key={kind}>
              <dt>{t(`leave.owns.${kind}`)}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
      )}
      {any && (
        <>
          {apart ? takerKinds.map(choose) : choose("deals")}
          {handsOver && (
            <>
              <Checkbox
                label={t("leave.apart")}
                checked={apart}
                onChange={(event) => setApart(event.target.checked)}
              />
              <Checkbox
                label={t("leave.closedToo")}
                checked={closedToo}
                onChange={(event) => setClosedToo(event.target.checked)}
              />
            </>
          )}
          <Preview
            {...{ user, holdings: holdings as Shape<"Holdings">, takers, apart, closedToo, people }}
          />
        </>
      )}
    </FormDialog>
  );
}

const countsOf = (holdings: Shape<"Holdings">) =>
  [
    { kind: "openDeals", count: holdings.open_deals },
    { kind: "closedDeals", count: holdings.closed_deals },
    { kind: "accounts", count: holdings.accounts },
    { kind: "contacts", count: holdings.contacts },
    { kind: "activities", count: holdings.activities },
  ] as const;

// What will be whose, in a sentence per person.
function Preview({
  user,
  holdings,
  takers,
  apart,
  closedToo,
  people,
}: {
  user: Shape<"User">;
  holdings: Shape<"Holdings">;
  takers: Takers;
  apart: boolean;
  closedToo: boolean;
  people: Shape<"User">[];
}) {
  const { t } = useT();
  const nameOf = (id: number | null) => people.find((each) => each.id === id)?.name ?? user.name;
  const to = (kind: keyof Takers) => (apart ? (takers[kind] ?? takers.deals) : takers.deals);
  const deals = holdings.open_deals + (closedToo ? holdings.closed_deals : 0);
  const lines = [
    { name: nameOf(to("deals")), what: t("leave.gets.deals", { count: deals }), count: deals },
    {
      name: nameOf(to("accounts")),
      what: t("leave.gets.accounts", { count: holdings.accounts }),
      count: holdings.accounts,
    },
    {
      name: nameOf(to("accounts")),
      what: t("leave.gets.contacts", { count: holdings.contacts }),
      count: holdings.contacts,
    },
    {
      name: nameOf(to("activities")),
      what: t("leave.gets.activities", { count: holdings.activities }),
      count: holdings.activities,
    },
  ].filter((line) => line.count > 0);
  if (takers.deals === null)
    return <p className="tone-warn">{t("leave.staysHis", { name: user.name })}</p>;
  const names = [...new Set(lines.map((line) => line.name))];
  return (
    <ul className={classes.preview} aria-label={t("leave.preview")}>
      {names.map((name) => (
        <li key={name}>
          <strong>{name}</strong>{" "}
          {lines
            .filter((line) => line.name === name)
            .map((line) => line.what)
            .join(t("leave.and"))}
        </li>
      ))}
    </ul>
  );
}
