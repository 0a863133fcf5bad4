import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { answered, api, Problem } from "@/api/http";
import type { Shape } from "@/api/types";

// Who is signed in, or null when nobody is.
export async function getMe(signal?: AbortSignal): Promise<Shape<"Me"> | null> {
  try {
    return await answered(api.GET("/api/me", { signal: signal ?? null }));
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) return null;
    throw problem;
  }
}

export const meQuery = queryOptions({
  queryKey: ["me"],
  // Who was here stays, should their session end: they may sign in again and go on.
  queryFn: async ({ client, signal }) =>
    (await getMe(signal)) ?? client.getQueryData<Shape<"Me">>(["me"]) ?? null,
  staleTime: 5 * 60_000,
});

// For pages behind the sign-in, where somebody is always there.
export function useMe(): Shape<"Me"> {
  const me = useSuspenseQuery(meQuery).data;
  if (!me) throw new Error("nobody is signed in");
  return me;
}

export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission);
}

export const patchMe = (body: Shape<"ChangeMe">) => answered(api.PATCH("/api/me", { body }));
