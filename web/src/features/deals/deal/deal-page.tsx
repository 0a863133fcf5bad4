import { Menu } from "@mantine/core";
import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowsExchange,
  IconDotsVertical,
  IconPlayerPause,
  IconTrash,
  IconX,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useParams, useRouter } from "@tanstack/react-router";
import { Suspense, useMemo, useState } from "react";
import { deleteDeal, patchDeal, restoreDeal } from "@/api/deals/change-deal";
import { useDeal } from "@/api/deals/deal";
import { usePipelines } from "@/api/pipeline/pipelines";
import { useMay } from "@/api/team/me";
import { AgeChip } from "@/components/age-chip";
import { KeyCaps } from "@/components/key-caps";
import { PageSkeleton } from "@/components/skeleton";
import { BantPanel } from "@/features/deals/deal/bant-panel";
import { CommitteePanel } from "@/features/deals/deal/committee-panel";
import { DealProvider, useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/deal.module.css";
import { FactsPanel } from "@/features/deals/deal/facts-panel";
import { GatePanel } from "@/features/deals/deal/gate-panel";
import { GuidancePanel } from "@/features/deals/deal/guidance-panel";
import { InlineText } from "@/features/deals/deal/inline-field";
import { NextStepPanel, type StepMode } from "@/features/deals/deal/next-step-panel";
import { ProductsPanel } from "@/features/deals/deal/products-panel";
import { StagePath } from "@/features/deals/deal/stage-path";
import { TimelinePanel } from "@/features/deals/deal/timeline-panel";
import { nextStage, stageOf } from "@/features/deals/move/move-rules";
import { MoveProvider, useMover } from "@/features/deals/move/use-move";
import { useT } from "@/i18n";
import { type Action, useActions } from "@/lib/actions";
import { formatMoney } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

export function DealPage() {
  const { dealId } = useParams({ from: "/app/deals/$dealId" });
  return (
    <Suspense fallback={<PageSkeleton />}>
      <LoadedDeal key={dealId} id={dealId} />
    </Suspense>
  );
}

function LoadedDeal({ id }: { id: number }) {
  const deal = useDeal(id);
  const pipeline = usePipelines().find((each) => each.id === deal.pipeline_id);
  if (!pipeline) throw new Error(`pipeline ${deal.pipeline_id} is unknown`);
  return (
    <MoveProvider pipeline={pipeline}>
      <DealProvider deal={deal} pipeline={pipeline}>
        <Deal />
      </DealProvider>
    </MoveProvider>
  );
}

function Deal() {
  const { t, local } = useT();
  const { deal, pipeline, mayWrite } = useDealPage();
  const mover = useMover();
  const [stepMode, setStepMode] = useState<StepMode | null>(null);
  const next = nextStage(pipeline, deal.stage_id);
  const stage = stageOf(pipeline, deal.stage_id);

  const actions = useMemo<Action[]>(() => {
    if (!mayWrite) return [];
    const advance: Action[] = next
      ? [
          {
            id: "deal:advance",
            label: t("deal.advanceTo", { stage: local(next.name) }),
            group: "do",
            shortcut: "a",
            icon: IconArrowRight,
            run: () => mover.move(deal, next),
          },
        ]
      : [];
    return [
      ...advance,
      {
        id: "deal:move",
        label: t("move.to"),
        group: "do",
        shortcut: "m",
        icon: IconArrowsExchange,
        run: () => mover.pick(deal),
      },
      {
        id: "deal:done",
        label: t("step.doneAndNext"),
        group: "do",
        shortcut: "e",
        run: () => setStepMode(deal.next_step ? "complete" : "plan"),
      },
      {
        id: "deal:log",
        label: t("step.log"),
        group: "do",
        shortcut: "n",
        run: () => setStepMode("log"),
      },
    ];
  }, [t, local, mayWrite, next, deal, mover]);
  useActions(actions);

  return (
    <div className={`page ${classes.page}`}>
      {deal.deleted && <DeletedNotice />}
      <DealHead stageKind={stage.kind} />
      <StagePath />
      <div className={classes.grid}>
        <div className={classes.work}>
          <GatePanel />
          <BantPanel />
          <CommitteePanel />
          <ProductsPanel />
        </div>
        <div className={classes.flow}>
          <NextStepPanel mode={stepMode} onMode={setStepMode} />
          <TimelinePanel />
        </div>
        <div className={classes.facts}>
          <FactsPanel />
          <GuidancePanel stage={stage} />
        </div>
      </div>
    </div>
  );
}

function DealHead({ stageKind }: { stageKind: string }) {
  const { t, lang, local } = useT();
  const { deal, pipeline, mayWrite, write } = useDealPage();
  const mover = useMover();
  const next = nextStage(pipeline, deal.stage_id);
  const closed = stageKind === "won" || stageKind === "lost";
  const first = pipeline.stages.find((stage) => stage.kind === "open");
  const byKind = (kind: string) => pipeline.stages.find((stage) => stage.kind === kind);
  const [hold, lost] = [byKind("on_hold"), byKind("lost")];
  const locked = deal.gate.met < deal.gate.total && stageKind === "open";
  return (
    <header className={classes.head}>
      <div className={classes.headText}>
        <Link to="/board" search={{ pipeline: pipeline.id }} className={classes.back}>
          <IconArrowLeft size={15} stroke={1.8} aria-hidden />
          {local(pipeline.name)}
        </Link>
        <h1 className={classes.title}>
          <InlineText
            label={t("fields.name")}
            value={deal.name}
            required
            onSave={(name) =>
              write((current) => patchDeal(current, { name }), {
                what: t("fields.name"),
                mine: name,
                theirs: (theirs) => theirs.name,
              })
            }
          />
        </h1>
        <div className={classes.headLine}>
          <span
            className="tag"
            data-tone={{ open: "accent", on_hold: "warn", won: "good", lost: "bad" }[deal.status]}
          >
            {deal.status === "open"
              ? local(stageName(pipeline, deal.stage_id))
              : t(`deal.statuses.${deal.status}`)}
          </span>
          {deal.amount && <strong className="num">{formatMoney(lang, deal.amount)}</strong>}
          {deal.account && (
            <Link to="/deals" search={{ account: deal.account.id }} className="button-link">
              {deal.account.name}
            </Link>
          )}
          {deal.status === "open" && <AgeChip age={deal.age} />}
          {deal.episode > 1 && (
            <span className="tag">{t("deal.episode", { n: deal.episode })}</span>
          )}
        </div>
      </div>
      {mayWrite && (
        <div className={classes.headActions}>
          {next && (
            <button
              type="button"
              className="button-primary"
              onClick={() => mover.move(deal, next)}
              title={
                locked ? t("gate.met", { met: deal.gate.met, total: deal.gate.total }) : undefined
              }
            >
              <IconArrowRight size={16} stroke={2} />
              {t("deal.advanceTo", { stage: local(next.name) })}
              <KeyCaps shortcut="a" />
            </button>
          )}
          {closed && first && (
            <button type="button" className="button-plain" onClick={() => mover.move(deal, first)}>
              {t("deal.reopen")}
            </button>
          )}
          <button type="button" className="button-plain" onClick={() => mover.pick(deal)}>
            {t("move.to")}
            <KeyCaps shortcut="m" />
          </button>
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <button type="button" className="button-plain" aria-label={t("common.more")}>
                <IconDotsVertical size={16} />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {lost && deal.status !== "lost" && (
                <Menu.Item leftSection={<IconX size={16} />} onClick={() => mover.move(deal, lost)}>
                  {t("deal.markLost")}
                </Menu.Item>
              )}
              {hold && deal.status === "open" && (
                <Menu.Item
                  leftSection={<IconPlayerPause size={16} />}
                  onClick={() => mover.move(deal, hold)}
                >
                  {t("deal.putOnHold")}
                </Menu.Item>
              )}
              <DeleteItem />
            </Menu.Dropdown>
          </Menu>
        </div>
      )}
    </header>
  );
}

const stageName = (pipeline: Parameters<typeof stageOf>[0], id: number) =>
  stageOf(pipeline, id).name;

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
      toast(t("deal.deleted", { deal: deal.name }), {
        run: async () => {
          try {
            await restoreDeal(gone);
            await queryClient.invalidateQueries();
          } catch (problem) {
            toastProblem(problem);
          }
        },
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

function DeletedNotice() {
  const { t } = useT();
  const { deal } = useDealPage();
  const mayWrite = useMay("deals.write");
  const queryClient = useQueryClient();
  const restore = () =>
    restoreDeal(deal)
      .then(() => queryClient.invalidateQueries())
      .catch(toastProblem);
  return (
    <div className={classes.notice} role="status">
      {t("deal.isDeleted")}
      {mayWrite && (
        <button type="button" className="button-link" onClick={() => void restore()}>
          {t("deal.restore")}
        </button>
      )}
    </div>
  );
}
