import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { configureHttp } from "@/api/http";
import { meQuery } from "@/api/team/me";
import { makeRouter } from "@/app/router";
import { colorSchemeManager, theme } from "@/app/theme";
import { ToastList } from "@/components/toast-list";
import { currentLang } from "@/i18n";
import { serverLost, sessionEnded } from "@/lib/flag";
import { makeQueryClient } from "@/lib/query-client";

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);

configureHttp({
  language: currentLang,
  onSignedOut: () => sessionEnded.set(Boolean(queryClient.getQueryData(meQuery.queryKey))),
  onReach: (reached) => serverLost.set(!reached),
});

// While the password is asked for again, Escape must not close the dialog beneath, with what was
// typed in it. Heard before any dialog hears it: this is the first listener of the window.
window.addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Escape" && sessionEnded.get()) event.stopImmediatePropagation();
  },
  { capture: true },
);

export function App() {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <ToastList />
      </QueryClientProvider>
    </MantineProvider>
  );
}
