import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import { meQuery } from "@/api/team/me";
import { setupQuery } from "@/api/team/setup";
import { ErrorPage, NotFoundPage } from "@/app/error-page";
import { PageSkeleton } from "@/components/skeleton";
import { Shell } from "@/app/shell";
import { SetupPage } from "@/features/team/setup-page";
import { SignInPage } from "@/features/team/sign-in-page";
import { currentLang, setLang } from "@/i18n";

interface RouterContext {
  queryClient: QueryClient;
}

const root = createRootRouteWithContext<RouterContext>()({
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
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
    if (await queryClient.ensureQueryData(meQuery)) throw redirect({ to: search.next ?? "/team" });
    if ((await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: "/setup" });
  },
  component: SignInPage,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  beforeLoad: async ({ context: { queryClient } }) => {
    if (!(await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: "/team" });
  },
  component: SetupPage,
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
    if (me.user.lang !== currentLang()) setLang(me.user.lang);
  },
  component: Shell,
});

const home = createRoute({
  getParentRoute: () => app,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/team" });
  },
});

const team = createRoute({
  getParentRoute: () => app,
  path: "/team",
  component: lazyRouteComponent(() => import("@/features/team/team-page"), "TeamPage"),
});

const tree = root.addChildren([signIn, setup, app.addChildren([home, team])]);

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
