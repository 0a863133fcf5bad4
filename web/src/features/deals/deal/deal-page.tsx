import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { restoreDeal } from "@/api/deals/change-deal";
import { useDeal } from "@/api/deals/deal";
import { usePipelines } from "@/api/pipeline/pipelines";
import { useMay } from "@/api/team/me";
import { PageSkeleton } from "@/components/skeleton";
import { useDealActions } from "@/features/deals/deal/deal-actions";
import { DealProvider, useDealPage } from "@/features/deals/deal/deal-context";
import { DealHead } from "@/features/deals/deal/deal-head";
import classes from "@/features/deals/deal/deal.module.css";
import { BantPanel } from "@/features/deals/deal/bant/bant-panel";
import { CommitteePanel } from "@/features/deals/deal/committee/committee-panel";
import { CustomPanel } from "@/features/deals/deal/facts/custom-panel";
import { FactsPanel } from "@/features/deals/deal/facts/facts-panel";
import { FilesPanel } from "@/features/deals/deal/files/files-panel";
import { GatePanel } from "@/features/deals/deal/gate/gate-panel";
import { GuidancePanel } from "@/features/deals/deal/guidance/guidance-panel";
import { NotesPanel } from "@/features/deals/deal/notes/notes-panel";
import { ObjectionsPanel } from "@/features/deals/deal/objections/objections-panel";
import { NextStepPanel, type StepMode } from "@/features/deals/deal/step/next-step-panel";
import { OutlookPanel } from "@/features/deals/deal/outlook/outlook-panel";
import { ProductsPanel } from "@/features/deals/deal/products/products-panel";
import { TimelinePanel } from "@/features/deals/deal/timeline/timeline-panel";
import { StagePath } from "@/features/deals/deal/stage-path";
import { stageOf } from "@/features/deals/move/move-rules";
import { MoveProvider } from "@/features/deals/move/use-move";
import { useTourStep } from "@/features/tour/use-tour-step";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";
import { toastProblem } from "@/lib/toast";

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
  usePageTitle(deal.name);
  useTourStep("open_deal", true);
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
  const { deal, pipeline } = useDealPage();
  const [stepMode, setStepMode] = useState<StepMode | null>(null);
  const stage = stageOf(pipeline, deal.stage_id);

  const actions = useDealActions(setStepMode);

  return (
    <div className={`page ${classes.page}`}>
      {deal.deleted && <DeletedNotice />}
      <DealHead actions={actions} />
      <StagePath />
      <div className={classes.grid}>
        <div className={classes.work}>
          <GatePanel />
          <BantPanel />
          <CommitteePanel />
          <ObjectionsPanel />
          <ProductsPanel />
        </div>
        <div className={classes.flow}>
          <NextStepPanel actions={actions} mode={stepMode} onMode={setStepMode} />
          <NotesPanel />
          <FilesPanel />
          <TimelinePanel />
        </div>
        <div className={classes.facts}>
          <OutlookPanel />
          <FactsPanel />
          <CustomPanel />
          <GuidancePanel stage={stage} />
        </div>
      </div>
    </div>
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
