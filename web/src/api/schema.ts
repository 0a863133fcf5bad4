// The shapes of the API, as openapi-typescript lays them out: `components["schemas"][Name]`.
// Written by hand from the contract until the generated file replaces it.

type Instant = string;
type CalendarDate = string;

interface Money {
  minor: number;
  currency: string;
}
interface Localized {
  en: string;
  zh: string;
}
type Role = "owner" | "manager" | "rep" | "viewer";
type Visibility = "own" | "team" | "all";
type Lang = "zh" | "en";
interface User {
  id: number;
  name: string;
  email: string;
  role: Role;
  visibility: Visibility;
  team_id: number | null;
  lang: Lang;
  active: boolean;
  version: number;
}
interface Team {
  id: number;
  name: string;
  parent_id: number | null;
  version: number;
}
interface Me {
  user: User;
  organization: { name: string; currency: string; time_zone: string; lang: Lang };
  permissions: string[];
}

type StageKind = "open" | "on_hold" | "won" | "lost";
type TimeUnit = "business_days" | "business_hours";
type BantElement = "budget" | "authority" | "need" | "timeline";
type BantLevel = "unknown" | "weak" | "confirmed";
type CommitteeRole =
  "decision_maker" | "champion" | "influencer" | "user" | "gatekeeper" | "blocker";
type Stance = "supporter" | "neutral" | "opponent" | "unknown";
type ActivityKind = "call" | "email" | "meeting" | "demo" | "task" | "note";
type Direction = "outbound" | "inbound" | "two_way";

interface Criterion {
  key: string;
  label: Localized;
  kind:
    | "field_known"
    | "amount_at_least"
    | "activity_done"
    | "bant_level"
    | "role_filled"
    | "checklist"
    | "approval"
    | "all"
    | "any";
  field?: string | null;
  minor?: number | null;
  activity_kind?: ActivityKind | null;
  direction?: Direction | null;
  element?: BantElement | null;
  level?: BantLevel | null;
  role?: CommitteeRole | null;
  items?: Criterion[] | null;
}
interface Stage {
  id: number;
  key: string;
  kind: StageKind;
  name: Localized;
  probability: number;
  standard: { amount: number; unit: TimeUnit } | null;
  goal: Localized;
  key_activities: Localized[];
  guidance: Localized;
  exit_criteria: Criterion[];
}
interface Choice {
  key: string;
  label: Localized;
}
interface Pipeline {
  id: number;
  key: string;
  name: Localized;
  version_number: number;
  allow_skip: boolean;
  stages: Stage[];
  loss_reasons: Choice[];
  sources: Choice[];
}

type DealStatus = "open" | "on_hold" | "won" | "lost";
interface NextStep {
  activity_id: number;
  subject: string;
  kind: ActivityKind;
  due: Instant;
  overdue: boolean;
}
interface Age {
  elapsed: number;
  standard: number | null;
  unit: TimeUnit;
  over: boolean;
  since: Instant;
}
interface DealCard {
  id: number;
  version: number;
  name: string;
  account: { id: number; name: string } | null;
  owner: { id: number; name: string };
  pipeline_id: number;
  stage_id: number;
  amount: Money | null;
  expected_close: CalendarDate | null;
  age: Age;
  next_step: NextStep | null;
  gate: { met: number; total: number };
  status: DealStatus;
  probability: number;
  source: string;
  created_at: Instant;
  updated_at: Instant;
}
interface BoardColumn {
  stage_id: number;
  count: number;
  amounts: Money[];
  weighted: Money[];
  over_standard: number;
  without_next_step: number;
  cards: DealCard[];
  next_cursor: string | null;
}
interface Board {
  pipeline_id: number;
  columns: BoardColumn[];
}
interface BantAnswer {
  level: BantLevel;
  evidence: string;
  date: CalendarDate | null;
}
interface CommitteeMember {
  contact_id: number;
  name: string;
  title: string;
  role: CommitteeRole;
  influence: number;
  stance: Stance;
  reachable: boolean;
}
interface ProductLine {
  product_id: number;
  name: string;
  quantity: number;
  price: Money | null;
}
interface Activity {
  id: number;
  version: number;
  deal_id: number | null;
  account_id: number | null;
  contact_id: number | null;
  kind: ActivityKind;
  direction: Direction | null;
  subject: string;
  body: string;
  due: Instant | null;
  done_at: Instant | null;
  owner_id: number;
  created_at: Instant;
}
interface GateCheck {
  criterion: Criterion;
  met: boolean;
}
interface StagePathStep {
  stage_id: number;
  state: "done" | "passed" | "current" | "ahead";
  visits: number;
  age: Age;
}
interface DealDetail extends DealCard {
  stage_path: StagePathStep[];
  gate_checks: GateCheck[];
  bant: Record<BantElement, BantAnswer>;
  committee: CommitteeMember[];
  // When each item was ticked.
  checklist: Record<string, Instant>;
  products: ProductLine[];
  pains: string;
  competitor: string;
  outcome_reason: string;
  team_id: number | null;
  own_probability: number | null;
  closed_at: Instant | null;
  episode: number;
  close_date_changes: { push: number; pull: number; slip: number };
  deleted: boolean;
  may_write: boolean;
}
interface TimelineEntry {
  seq: number;
  at: Instant;
  recorded_at: Instant;
  actor: { id: number; name: string } | null;
  kind: string;
  summary: string;
  data: Record<string, unknown>;
  undoable: boolean;
}
interface Account {
  id: number;
  version: number;
  name: string;
  domain: string | null;
  phone: string | null;
  region: string | null;
  industry: string | null;
  size: string | null;
  parent_id: number | null;
  owner_id: number | null;
  team_id: number | null;
  deals_open: number;
}
interface Contact {
  id: number;
  version: number;
  account_id: number | null;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
}
interface Product {
  id: number;
  version: number;
  name: string;
  code: string | null;
  price: Money;
  active: boolean;
}
interface SearchHit {
  kind: "deal" | "account" | "contact";
  id: number;
  title: string;
  subtitle: string | null;
}

// As the mapping file of the command line: partial, what it leaves out is found out from the data.
interface Mapping {
  version?: number;
  files: {
    file?: string | null;
    kind?: string | null;
    columns: { column: string; field: string; stage?: string | null; [more: string]: unknown }[];
    [more: string]: unknown;
  }[];
  [more: string]: unknown;
}
interface ImportColumn {
  header: string;
  field: string | null;
  confidence: number;
  samples: string[];
}
interface ImportFile {
  name: string;
  kind: string;
  encoding: string;
  delimiter: string;
  rows: number;
  columns: ImportColumn[];
}
interface ImportReject {
  file: string;
  line: number;
  column: string | null;
  value: string | null;
  reason: string;
}
interface ImportPlan {
  id: number;
  state: "planned" | "running" | "done" | "failed" | "undone";
  created_at?: Instant | null;
  files: ImportFile[];
  mapping: Mapping;
  counts: {
    rows: number;
    usable: number;
    rejected: number;
    duplicates: number;
    create?: Record<string, number>;
    update?: Record<string, number>;
    // Distinct records in the files.
    records?: Record<string, number>;
  };
  warnings: { code: string; message: string; count: number }[];
  near_misses: {
    field: string;
    value: string;
    suggestion: string;
    count: number;
    applied: boolean;
  }[];
  stages: { name: string; stage_id?: number | null; kind: StageKind | null }[];
  rejects: ImportReject[];
  progress: { done: number; total: number };
}

// [low, high]; an end that is not yet known is null.
type Interval = [number | null, number | null];

interface CycleStage {
  name: string;
  stage_id?: number | null;
  standard_days?: number | null;
  visits: number;
  open: number;
  dwell: {
    median_days: number | null;
    p80_days: number | null;
    ci95: Interval;
    n: number;
    events: number;
    p25_days: number | null;
    p75_days: number | null;
    p90_days: number | null;
    // How far the figures may be trusted: none below 10 observations, low below 20.
    confidence: "none" | "low" | "fair";
  };
  entered_deals: number;
  went_on: number | null;
  lost_here: number;
  went_back: number;
  dwell_share: number | null;
}
interface CycleReport {
  as_of: Instant;
  clock: "days" | "seconds";
  deals: { total: number; won: number; lost: number; open: number; without_start: number };
  win_rate: number | null;
  cycle: {
    won_days: { n: number; median: number | null; mean: number | null };
    to_close: {
      n: number;
      events: number;
      median_days: number | null;
      ci95: Interval;
      p80_days: number | null;
      confidence: "none" | "low" | "fair";
    };
    outcome_by_day: { day: number; won: number | null; lost: number | null; open: number | null }[];
    curve: {
      day: number;
      open: number;
      open_ci95: Interval;
      won: number;
      lost: number;
      at_risk: number;
    }[];
  };
  stages: CycleStage[];
  bottleneck: { longest: string | null; leakiest: string | null };
  warnings: { code: string; count: number; message: string }[];
}

interface CycleAnswer extends CycleReport {
  pipeline_id: number;
  stage_info: {
    stage_id: number;
    name: Localized;
    standard: { amount: number; unit: TimeUnit } | null;
    standard_days: number | null;
  }[];
}

export interface components {
  schemas: {
    Instant: Instant;
    CalendarDate: CalendarDate;
    Money: Money;
    Localized: Localized;
    Role: Role;
    Visibility: Visibility;
    Lang: Lang;
    User: User;
    Team: Team;
    Me: Me;
    StageKind: StageKind;
    TimeUnit: TimeUnit;
    BantElement: BantElement;
    BantLevel: BantLevel;
    CommitteeRole: CommitteeRole;
    Stance: Stance;
    ActivityKind: ActivityKind;
    Direction: Direction;
    Criterion: Criterion;
    Stage: Stage;
    Choice: Choice;
    Pipeline: Pipeline;
    DealStatus: DealStatus;
    NextStep: NextStep;
    Age: Age;
    DealCard: DealCard;
    BoardColumn: BoardColumn;
    Board: Board;
    BantAnswer: BantAnswer;
    CommitteeMember: CommitteeMember;
    ProductLine: ProductLine;
    Activity: Activity;
    GateCheck: GateCheck;
    StagePathStep: StagePathStep;
    DealDetail: DealDetail;
    TimelineEntry: TimelineEntry;
    Account: Account;
    Contact: Contact;
    Product: Product;
    SearchHit: SearchHit;
    Mapping: Mapping;
    ImportColumn: ImportColumn;
    ImportFile: ImportFile;
    ImportReject: ImportReject;
    ImportPlan: ImportPlan;
    CycleStage: CycleStage;
    CycleReport: CycleReport;
    CycleAnswer: CycleAnswer;
  };
}
