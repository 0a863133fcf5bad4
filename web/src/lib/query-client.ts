import { QueryClient } from "@tanstack/react-query";
import { Problem } from "@/api/http";

// Server state lives here and nowhere else. Refusals are answers, not accidents: only a lost
// connection or a failing server is worth a second try.
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (count, error) =>
          count < 2 && (!(error instanceof Problem) || error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  });
}
