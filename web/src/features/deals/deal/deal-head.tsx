import { Menu } from "@mantine/core";
import { IconArrowLeft, IconDotsVertical, IconTrash } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { deleteDeal, patchDeal, restoreDeal } from "@/api/deals/change-deal";
import { ActionButton } from "@/components/action-button";
import { AgeChip } from "@/components/age-chip";
import type { DealActions } from "@/features/deals/deal/deal-actions";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/deal.module.css";
import { InlineText } from "@/features/deals/deal/inline-field";
import { WaitingMenu } from "@/features/deals/deal/waiting/waiting-menu";
import { stageOf } from "@/features/deals/move/move-rules";
import { useT } from "@/i18n";
import { formatMoney } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

// Which deal, how it stands, and what can be done with it.
export function DealHead({ actions }: { actions: DealActions }) {
  const { t, lang, local } = useT();
  const { deal, pipeline, mayWrite, write } = useDealPage();
  const { advance, reopen, move, lose, hold } = actions;
  const locked = deal.gate.met < deal.gate.total && deal.status === "open";
  return (
    <header className={classes.head}>
      <div className={classes.headText}>
        <Link to="/board" search={{ pipeline: pipeline.id }} className={classes.back}>
          <IconArrowLeft size={15} stroke={1.8} aria-hidden />
          {local(pipeline.name)}
        </Link>
        <h1 className={classes.title}>
          <InlineText
            name="name"
            label={t("fields.name")}
            value={deal.name}
            required
            onSave={(name, base) =>
              write(
                (current) => patchDeal(current, { name }),
                { what: t("fields.name"), mine: name, theirs: (theirs) => theirs.name },
                { base, optimistic: (current) => ({ ...current, name }) },
              )
            }
          />
        </h1>
        <div className={classes.headLine}>
          <span
            className="tag"
            data-tone={{ open: "accent", on_hold: "warn", won: "good", lost: "bad" }[deal.status]}
          >
            {deal.status === "open"
              ? local(stageOf(pipeline, deal.stage_id).name)
              : t(`deal.statuses.${deal.status}`)}
          </span>
          {deal.amount && <strong className="num">{formatMoney(lang, deal.amount)}</strong>}
          {deal.account && (
            <Link to="/deals" search={{ account: deal.account.id }} className="button-link">
              {deal.account.name}
            </Link>
          )}
          {deal.status === "open" && <AgeChip age={deal.age} />}
          <WaitingMenu />
          {deal.episode > 1 && (
            <span className="tag">{t("deal.episode", { n: deal.episode })}</span>
          )}
        </div>
      </div>
      {mayWrite && (
        <div className={classes.headActions}>
          {advance && (
            <ActionButton
              action={advance}
              className="button-primary"
              title={
                locked ? t("gate.met", { met: deal.gate.met, total: deal.gate.total }) : undefined
              }
            />
          )}
          {reopen && <ActionButton action={reopen} className="button-plain" />}
          {move && <ActionButton action={move} className="button-plain" />}
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <button type="button" className="button-plain" aria-label={t("common.more")}>
                <IconDotsVertical size={16} />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {[lose, hold].map(
                (action) =>
                  action && (
                    <Menu.Item
                      key={action.id}
                      leftSection={action.icon && <action.icon size={16} />}
                      onClick={action.run}
                    >
                      {action.label}
                    </Menu.Item>
                  ),
              )}
              <DeleteItem />
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </header>
  );
}

function DeleteItem() {
  const { t } = useT();
  const { deal } = useDealPage();
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = async () => {
    try {
      const gone = await deleteDeal(deal);
      await router.navigate({ to: "/deals" });
      queryClient.removeQueries({ queryKey: ["deal", deal.id] });
      void queryClient.invalidateQueries();
      toast(t("deal.deleted", { deal: deal.name }), async () => {
        try {
          await restoreDeal(gone);
          await queryClient.invalidateQueries();
        } catch (problem) {
          toastProblem(problem);
        }
      });
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => void remove()}>
      {t("deal.delete")}
    </Menu.Item>
  );
}
