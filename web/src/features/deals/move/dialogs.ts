// The dialogs of a move as one chunk, fetched when the first of them is needed.
export { ConflictDialog } from "@/components/conflict-dialog";
export { GateDialog } from "@/features/deals/move/gate-dialog";
export { ReasonDialog } from "@/features/deals/move/reason-dialog";
export { StageDialog } from "@/features/deals/move/stage-dialog";
