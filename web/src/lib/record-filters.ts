// The filters of the lists of accounts and contacts. They live in the address, so a link is the
// view.
import type { Shape } from "@/api/types";
import { columnsFrom } from "@/lib/kept-list";
import { type Where, whereFrom, whereText, written } from "@/lib/where";

export interface RecordFilters {
  q?: string;
  owner?: number;
  account?: number;
  region?: string;
  industry?: string;
  consent?: Shape<"Consent">;
  sort?: string;
  // Conditions in groups, the columns with dots between, and the kept view that it began as.
  where?: Where;
  columns?: string;
  view?: number;
}

export const accountColumns = [
  "name",
  "domain",
  "phone",
  "region",
  "industry",
  "size",
  "owner",
  "created",
  "updated",
] as const satisfies readonly Shape<"AccountColumn">[];
export const contactColumns = [
  "name",
  "account",
  "title",
  "email",
  "phone",
  "consent",
  "owner",
  "created",
  "updated",
] as const satisfies readonly Shape<"ContactColumn">[];

const numbers = ["owner", "account", "view"] as const;
const texts = ["q", "region", "industry"] as const;
export const consents = ["unknown", "given", "withdrawn"] as const;
const sorts = ["name", "created", "updated"];

// Reads only what is well-formed; a mangled address shows more, never an error.
export function recordFiltersFrom(search: Record<string, unknown>): RecordFilters {
  const filters: RecordFilters = {};
  for (const name of numbers) {
    const value = Number(search[name]);
    if (Number.isSafeInteger(value) && value > 0) filters[name] = value;
  }
  for (const name of texts) {
    const value = search[name];
    if (value !== undefined && String(value).trim()) filters[name] = String(value);
  }
  const consent = consents.find((each) => each === search.consent);
  if (consent) filters.consent = consent;
  if (typeof search.sort === "string" && sorts.includes(search.sort.replace(/^-/, "")))
    filters.sort = search.sort;
  const where = whereFrom(search.where);
  const asked = where && written(where);
  if (asked) filters.where = asked;
  const columns = columnsFrom(search.columns, [...accountColumns, ...contactColumns]);
  if (columns.length) filters.columns = columns.join(".");
  return filters;
}

// The filters that a kept query of the API stands for.
export const recordFiltersOf = (parameters: Record<string, string>): RecordFilters =>
  recordFiltersFrom({
    ...parameters,
    owner: parameters.owner_id,
    account: parameters.account_id,
  });

// As the API names them, for each of the two lists.
export const accountListQuery = ({ q, owner, region, industry, where, sort }: RecordFilters) => ({
  q,
  owner_id: owner,
  region,
  industry,
  where: whereText(where),
  sort,
});

export const contactListQuery = ({ q, owner, account, consent, where, sort }: RecordFilters) => ({
  q,
  owner_id: owner,
  account_id: account,
  consent,
  where: whereText(where),
  sort,
});
