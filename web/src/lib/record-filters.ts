// The filters of the lists of accounts and contacts. They live in the address, so a link is the
// view.
import type { Shape } from "@/api/types";

export interface RecordFilters {
  q?: string;
  owner?: number;
  account?: number;
  region?: string;
  industry?: string;
  consent?: Shape<"Consent">;
  sort?: string;
}

const numbers = ["owner", "account"] as const;
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
  return filters;
}

// As the API names them, for each of the two lists.
export const accountListQuery = ({ q, owner, region, industry, sort }: RecordFilters) => ({
  q,
  owner_id: owner,
  region,
  industry,
  sort,
});

export const contactListQuery = ({ q, owner, account, consent, sort }: RecordFilters) => ({
  q,
  owner_id: owner,
  account_id: account,
  consent,
  sort,
});
