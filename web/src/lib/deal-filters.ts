// The filters that Board, Deals and Cycle share. They live in the address, so a link is the view.
import type { Shape } from "@/api/types";
import { columnsFrom } from "@/lib/kept-list";
import { type Where, whereFrom, whereText, written } from "@/lib/where";

type Status = Shape<"StageKind">;

export interface DealFilters {
  // These deals alone: their ids with dots between.
  ids?: string;
  pipeline?: number;
  stage?: number;
  status?: Status;
  owner?: number;
  team?: number;
  account?: number;
  source?: string;
  product?: number;
  q?: string;
  amount_min?: number;
  amount_max?: number;
  close_from?: string;
  close_to?: string;
  from?: string;
  to?: string;
  concern?: Shape<"ConcernKind">;
  sort?: string;
  // Of the list alone: conditions in groups, its columns with dots between, and the kept view that
  // it began as.
  where?: Where;
  columns?: string;
  view?: number;
}

export const dealColumns = [
  "name",
  "account",
  "pipeline",
  "stage",
  "status",
  "amount",
  "probability",
  "age",
  "gate",
  "next_step",
  "expected_close",
  "owner",
  "source",
  "waiting",
  "created",
  "updated",
] as const satisfies readonly Shape<"DealColumn">[];

const numbers = [
  "pipeline",
  "stage",
  "owner",
  "team",
  "account",
  "product",
  "amount_min",
  "amount_max",
  "view",
] as const;
const dates = ["close_from", "close_to", "from", "to"] as const;
export const concerns = ["overdue", "due_today", "no_next_step", "over_standard", "idle"] as const;
export const statuses = ["open", "on_hold", "won", "lost"] as const;
export const sorts = ["amount", "name", "expected_close", "created", "stage_entered", "updated"];

// Reads only what is well-formed; a mangled address shows more, never an error.
export function dealFiltersFrom(search: Record<string, unknown>): DealFilters {
  const filters: DealFilters = {};
  for (const name of numbers) {
    const value = Number(search[name]);
    if (search[name] !== undefined && search[name] !== "" && Number.isFinite(value))
      filters[name] = value;
  }
  for (const name of dates)
    if (typeof search[name] === "string" && /^\d{4}-\d{2}-\d{2}$/.test(search[name]))
      filters[name] = search[name];
  const ids = String(search.ids ?? "");
  if (/^\d+(\.\d+){0,199}$/.test(ids)) filters.ids = ids;
  const concern = concerns.find((each) => each === search.concern);
  if (concern) filters.concern = concern;
  const status = statuses.find((each) => each === search.status);
  if (status) filters.status = status;
  if (typeof search.source === "string" && search.source) filters.source = search.source;
  if (search.q !== undefined && String(search.q).trim()) filters.q = String(search.q);
  const by = typeof search.sort === "string" ? search.sort : "";
  if (sorts.includes(by.replace(/^-/, "")) || /^-?fields\.\w+$/.test(by)) filters.sort = by;
  const where = whereFrom(search.where);
  const asked = where && written(where);
  if (asked) filters.where = asked;
  const columns = columnsFrom(search.columns, dealColumns, { custom: true });
  if (columns.length) filters.columns = columns.join(".");
  return filters;
}

// The filters that a kept query of the API stands for.
export function dealFiltersOf(parameters: Record<string, string>): DealFilters {
  const search: Record<string, unknown> = { ...parameters };
  for (const [ours, theirs] of Object.entries(apiNames)) search[ours] = parameters[theirs];
  return dealFiltersFrom({ ...search, ids: parameters.id?.replaceAll(",", ".") });
}

const apiNames = {
  pipeline: "pipeline_id",
  stage: "stage_id",
  owner: "owner_id",
  team: "team_id",
  account: "account_id",
  product: "product_id",
  from: "created_from",
  to: "created_to",
};

// As the API names them.
export function dealQuery(filters: DealFilters) {
  return {
    id: filters.ids?.split(".").map(Number),
    pipeline_id: filters.pipeline,
    stage_id: filters.stage,
    status: filters.status && [filters.status],
    owner_id: filters.owner,
    team_id: filters.team,
    account_id: filters.account,
    source: filters.source,
    product_id: filters.product,
    q: filters.q,
    amount_min: filters.amount_min,
    amount_max: filters.amount_max,
    close_from: filters.close_from,
    close_to: filters.close_to,
    created_from: filters.from,
    created_to: filters.to,
    concern: filters.concern,
    where: whereText(filters.where),
    sort: filters.sort,
  };
}
