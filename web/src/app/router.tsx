import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  redirect,
} from "@tanstack/react-router";
import { customFieldsQuery } from "@/api/custom-fields/custom-fields";
import { pipelinesQuery } from "@/api/pipeline/pipelines";
import { meQuery } from "@/api/team/me";
import { setupQuery } from "@/api/team/setup";
import type { DayOf } from "@/api/today/today";
import { ErrorPage, ErrorScreen, NotFoundPage, NotFoundScreen } from "@/app/error-page";
import { PageSkeleton } from "@/components/skeleton";
import { Shell } from "@/app/shell";
import { funnelFiltersFrom } from "@/features/cycle/funnel/funnel-filters";
import { auditFiltersFrom } from "@/features/team/audit/audit-filters";
import { dealFiltersFrom } from "@/lib/deal-filters";
import { forecastFiltersFrom } from "@/lib/forecast-filters";
import { recordFiltersFrom } from "@/lib/record-filters";
import { currentLang, setLang } from "@/i18n";

interface RouterContext {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  errorComponent: ErrorScreen,
  notFoundComponent: NotFoundScreen,
});

const inner = (path: unknown): string | undefined =>
  typeof path === "string" && /^\/(?!\/)/.test(path) ? path : undefined;

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (search): { next?: string } => {
    const next = inner(search.next);
    return next ? { next } : {};
  },
  beforeLoad: async ({ context: { queryClient }, search }) => {
    if (await queryClient.ensureQueryData(meQuery)) throw redirect({ to: search.next ?? "/today" });
    if ((await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: "/setup" });
  },
  component: lazyRouteComponent(() => import("@/features/team/sign-in-page"), "SignInPage"),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: async ({ context: { queryClient } }) => {
    if (!(await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: "/today" });
  },
  component: lazyRouteComponent(() => import("@/features/team/setup-page"), "SetupPage"),
});

// Where a one-time link leads. Open to somebody who is signed in as another, too.
const join = createRoute({
  getParentRoute: () => root,
  path: "/join",
  component: lazyRouteComponent(() => import("@/features/team/join/join-page"), "JoinPage"),
});

// All that is open to somebody who has yet to get the second factor that his role needs.
const enrol = createRoute({
  getParentRoute: () => root,
  path: "/enrol",
  beforeLoad: async ({ context: { queryClient } }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: "/sign-in" });
    if (!me.must_enrol) throw redirect({ to: "/today" });
    setLang(me.user.lang);
  },
  component: lazyRouteComponent(
    () => import("@/features/team/second-factor/enrol-page"),
    "EnrolPage",
  ),
});

// Everything behind the sign-in.
const app = createRoute({
  getParentRoute: () => root,
  id: "app",
  beforeLoad: async ({ context: { queryClient }, location }) => {
    const me = await queryClient.ensureQueryData(meQuery);
    if (!me) {
      const next = location.href === "/" ? undefined : location.href;
      throw redirect({ to: "/sign-in", search: next ? { next } : {} });
    }
    if (me.must_enrol) throw redirect({ to: "/enrol" });
    if (me.user.lang !== currentLang()) setLang(me.user.lang);
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => app,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/today" });
  },
});

const withPipelines = ({ context }: { context: RouterContext }) =>
  context.queryClient.ensureQueryData(pipelinesQuery);

const today = createRoute({
  getParentRoute: () => app,
  path: "/today",
  validateSearch: (search): DayOf => {
    const owner = Number(search.owner);
    if (search.owner !== undefined && Number.isInteger(owner)) return { owner };
    return search.scope === "team" || search.scope === "mine" ? { scope: search.scope } : {};
  },
  loader: withPipelines,
  component: lazyRouteComponent(() => import("@/features/today/today-page"), "TodayPage"),
});

const board = createRoute({
  getParentRoute: () => app,
  path: "/board",
  validateSearch: dealFiltersFrom,
  loader: withPipelines,
  component: lazyRouteComponent(() => import("@/features/deals/board/board-page"), "BoardPage"),
});

const deals = createRoute({
  getParentRoute: () => app,
  path: "/deals",
  validateSearch: dealFiltersFrom,
  loader: async ({ context }) => {
    void context.queryClient.prefetchQuery(customFieldsQuery);
    await withPipelines({ context });
  },
  component: lazyRouteComponent(() => import("@/features/deals/list/deals-page"), "DealsPage"),
});

// A path that names no record leads nowhere, rather than to a refusal.
const withRecord = async (id: number, { context }: { context: RouterContext }) => {
  if (!Number.isSafeInteger(id) || id < 1) throw notFound();
  await withPipelines({ context });
};

const deal = createRoute({
  getParentRoute: () => app,
  path: "/deals/$dealId",
  params: {
    parse: ({ dealId }) => ({ dealId: Number(dealId) }),
    stringify: ({ dealId }) => ({ dealId: String(dealId) }),
  },
  loader: async ({ params, context }) => {
    void context.queryClient.prefetchQuery(customFieldsQuery);
    await withRecord(params.dealId, { context });
  },
  component: lazyRouteComponent(() => import("@/features/deals/deal/deal-page"), "DealPage"),
});

const accounts = createRoute({
  getParentRoute: () => app,
  path: "/accounts",
  validateSearch: recordFiltersFrom,
  component: lazyRouteComponent(
    () => import("@/features/accounts/lists/accounts-page"),
    "AccountsPage",
  ),
});

const oneAccount = createRoute({
  getParentRoute: () => app,
  path: "/accounts/$accountId",
  params: {
    parse: ({ accountId }) => ({ accountId: Number(accountId) }),
    stringify: ({ accountId }) => ({ accountId: String(accountId) }),
  },
  loader: ({ params, context }) => withRecord(params.accountId, { context }),
  component: lazyRouteComponent(
    () => import("@/features/accounts/record/account-page"),
    "AccountPage",
  ),
});

const contacts = createRoute({
  getParentRoute: () => app,
  path: "/contacts",
  validateSearch: recordFiltersFrom,
  component: lazyRouteComponent(
    () => import("@/features/accounts/lists/contacts-page"),
    "ContactsPage",
  ),
});

const contact = createRoute({
  getParentRoute: () => app,
  path: "/contacts/$contactId",
  params: {
    parse: ({ contactId }) => ({ contactId: Number(contactId) }),
    stringify: ({ contactId }) => ({ contactId: String(contactId) }),
  },
  loader: ({ params, context }) => withRecord(params.contactId, { context }),
  component: lazyRouteComponent(
    () => import("@/features/accounts/record/contact-page"),
    "ContactPage",
  ),
});

const duplicates = createRoute({
  getParentRoute: () => app,
  path: "/duplicates",
  validateSearch: (search): { kind?: "contact" } =>
    search.kind === "contact" ? { kind: "contact" } : {},
  component: lazyRouteComponent(
    () => import("@/features/accounts/duplicates/duplicates-page"),
    "DuplicatesPage",
  ),
});

const cycle = createRoute({
  getParentRoute: () => app,
  path: "/cycle",
  validateSearch: dealFiltersFrom,
  loader: withPipelines,
  component: lazyRouteComponent(() => import("@/features/cycle/cycle-page"), "CyclePage"),
});

const funnel = createRoute({
  getParentRoute: () => app,
  path: "/funnel",
  validateSearch: funnelFiltersFrom,
  loader: withPipelines,
  component: lazyRouteComponent(() => import("@/features/cycle/funnel/funnel-page"), "FunnelPage"),
});

const forecast = createRoute({
  getParentRoute: () => app,
  path: "/forecast",
  validateSearch: forecastFiltersFrom,
  loader: withPipelines,
  component: lazyRouteComponent(() => import("@/features/forecast/forecast-page"), "ForecastPage"),
});

const imports = createRoute({
  getParentRoute: () => app,
  path: "/import",
  loader: withPipelines,
  component: lazyRouteComponent(() => import("@/features/exchange/imports-page"), "ImportsPage"),
});

const oneImport = createRoute({
  getParentRoute: () => app,
  path: "/import/$importId",
  params: {
    parse: ({ importId }) => ({ importId: Number(importId) }),
    stringify: ({ importId }) => ({ importId: String(importId) }),
  },
  loader: ({ params, context }) => withRecord(params.importId, { context }),
  component: lazyRouteComponent(() => import("@/features/exchange/import-page"), "ImportPage"),
});

const team = createRoute({
  getParentRoute: () => app,
  path: "/team",
  component: lazyRouteComponent(() => import("@/features/team/people/people-page"), "PeoplePage"),
});

const roles = createRoute({
  getParentRoute: () => app,
  path: "/team/roles",
  component: lazyRouteComponent(() => import("@/features/team/roles/roles-page"), "RolesPage"),
});

const audit = createRoute({
  getParentRoute: () => app,
  path: "/audit",
  validateSearch: auditFiltersFrom,
  component: lazyRouteComponent(() => import("@/features/team/audit/audit-page"), "AuditPage"),
});

const account = createRoute({
  getParentRoute: () => app,
  path: "/account",
  component: lazyRouteComponent(
    () => import("@/features/team/account/account-page"),
    "AccountPage",
  ),
});

const backups = createRoute({
  getParentRoute: () => app,
  path: "/backups",
  component: lazyRouteComponent(() => import("@/features/backups/backups-page"), "BackupsPage"),
});

const customFields = createRoute({
  getParentRoute: () => app,
  path: "/custom-fields",
  loader: withPipelines,
  component: lazyRouteComponent(() => import("@/features/custom-fields/fields-page"), "FieldsPage"),
});

const help = createRoute({
  getParentRoute: () => app,
  path: "/help",
  component: lazyRouteComponent(() => import("@/features/help/help-page"), "HelpPage"),
});

const pipelines = createRoute({
  getParentRoute: () => app,
  path: "/pipelines",
  loader: withPipelines,
  component: lazyRouteComponent(
    () => import("@/features/pipelines/pipelines-page"),
    "PipelinesPage",
  ),
});

const pipeline = createRoute({
  getParentRoute: () => app,
  path: "/pipelines/$pipelineId",
  params: {
    parse: ({ pipelineId }) => ({ pipelineId: Number(pipelineId) }),
    stringify: ({ pipelineId }) => ({ pipelineId: String(pipelineId) }),
  },
  loader: ({ params, context }) => withRecord(params.pipelineId, { context }),
  component: lazyRouteComponent(() => import("@/features/pipelines/pipeline-page"), "PipelinePage"),
});

const tree = root.addChildren([
  signIn,
  setup,
  join,
  enrol,
  app.addChildren([
    home,
    today,
    board,
    deals,
    deal,
    accounts,
    oneAccount,
    contacts,
    contact,
    duplicates,
    cycle,
    funnel,
    forecast,
    imports,
    oneImport,
    pipelines,
    pipeline,
    team,
    roles,
    customFields,
    backups,
    help,
    audit,
    account,
  ]),
]);

export function makeRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: "intent",
    defaultPendingComponent: PageSkeleton,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
