import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { configureHttp } from "@/api/http";
import { meQuery } from "@/api/team/me";
import { makeRouter } from "@/app/router";
import { colorSchemeManager, theme } from "@/app/theme";
import { currentLang } from "@/i18n";
import { makeQueryClient } from "@/lib/query-client";

const queryClient = makeQueryClient();
const router = makeRouter(queryClient);

configureHttp({
  language: currentLang,
  onSignedOut: () => {
    // Everything on screen was answered for somebody who is no longer here.
    if (queryClient.getQueryData(meQuery.queryKey)) {
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, null);
      void router.invalidate();
    }
  },
});

export function App() {
  return (
    <MantineProvider
      theme={theme}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
        <Notifications position="bottom-right" limit={4} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
