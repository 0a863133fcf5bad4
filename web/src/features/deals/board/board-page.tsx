import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  rectIntersection,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
} from "@dnd-kit/core";
import { useMemo, useState } from "react";
import { useBoard } from "@/api/deals/board";
import { usePipeline } from "@/api/pipeline/pipelines";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { PageSkeleton } from "@/components/skeleton";
import classes from "@/features/deals/board/board.module.css";
import { announcementsIn } from "@/features/deals/board/announcements";
import { BoardColumn } from "@/features/deals/board/board-column";
import { CardFace } from "@/features/deals/board/board-card";
import { EmptyWorkspace } from "@/components/empty-workspace";
import { besideColumn } from "@/features/deals/board/keyboard-drag";
import { OutcomeTiles } from "@/features/deals/board/outcome-tiles";
import { DealFilterBar } from "@/features/deals/list/deal-filter-bar";
import { MoveProvider, useMover } from "@/features/deals/move/use-move";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { ErrorPanel } from "@/components/error-panel";
import { usePageTitle } from "@/lib/page-title";

// A pointer drops where it points; a card carried by keys, where most of it lies.
const collide: CollisionDetection = (args) => {
  const under = pointerWithin(args);
  return under.length > 0 ? under : rectIntersection(args);
};

export function BoardPage() {
  const [filters] = useDealFilters();
  const pipeline = usePipeline(filters.pipeline);
  const { data: board, error, refetch } = useBoard({ ...filters, pipeline: pipeline.id });
  const { t, local } = useT();
  usePageTitle(t("nav.board"));
  const filtered = Boolean(filters.q || filters.owner || filters.source || filters.team);
  const count = board?.columns.reduce((sum, column) => sum + column.count, 0) ?? 0;
  return (
    <MoveProvider pipeline={pipeline}>
      <div className={classes.page}>
        <div className={classes.head}>
          <h1 className="page-title">
            {t("nav.board")} <span className="sr-only">{local(pipeline.name)}</span>
          </h1>
          <DealFilterBar pipeline={pipeline} />
        </div>
        {error && !board && <ErrorPanel error={error} onRetry={() => void refetch()} />}
        {!board && !error && <PageSkeleton />}
        {board && count === 0 && !filtered && <EmptyWorkspace />}
        {board && (count > 0 || filtered) && <Columns board={board} pipeline={pipeline} />}
      </div>
    </MoveProvider>
  );
}

function Columns({ board, pipeline }: { board: Shape<"Board">; pipeline: Shape<"Pipeline"> }) {
  const { t, local } = useT();
  const mover = useMover();
  const mayWrite = useMay("deals.write");
  const [carried, setCarried] = useState<Shape<"DealCard"> | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, {
      keyboardCodes: { start: ["Space"], end: ["Space", "Enter"], cancel: ["Escape", "Tab"] },
      coordinateGetter: besideColumn,
    }),
  );
  const stages = useMemo(
    () => new Map(pipeline.stages.map((stage) => [stage.id, stage])),
    [pipeline],
  );
  const open = board.columns.filter((column) => stages.get(column.stage_id)?.kind === "open");
  const closed = board.columns.filter((column) => stages.get(column.stage_id)?.kind !== "open");
  const announcements = useMemo(
    () => announcementsIn(t, (id) => local(stages.get(id)?.name)),
    [t, local, stages],
  );

  const drop = (event: DragEndEvent) => {
    const deal = carried;
    setCarried(null);
    const to = event.over && stages.get(Number(event.over.id));
    if (deal && to) mover.move(deal, to);
  };

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={collide}
      onDragStart={(event) => setCarried(event.active.data.current?.card ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setCarried(null)}
      accessibility={{
        announcements,
        screenReaderInstructions: { draggable: t("board.dragHelp") },
      }}
    >
      {/* A region that scrolls sideways must be reachable by keyboard. */}
      <div className={classes.columns} tabIndex={0} role="group" aria-label={t("nav.board")}>
        {open.map((column) => (
          <BoardColumn
            key={column.stage_id}
            column={column}
            stage={stages.get(column.stage_id)!}
            pipelineId={pipeline.id}
            mayWrite={mayWrite}
          />
        ))}
        <OutcomeTiles columns={closed} stages={stages} pipelineId={pipeline.id} />
      </div>
      <DragOverlay dropAnimation={null}>
        {carried && (
          <div className={`${classes.card} ${classes.carried}`}>
            <CardFace card={carried} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
