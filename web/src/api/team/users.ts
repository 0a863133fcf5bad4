import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

export const usersQuery = queryOptions({
  queryKey: ["users"],
  queryFn: ({ signal }) =>
    request<Page<Shape<"User">>>("GET", "/users", { query: { limit: 200 }, signal }),
  staleTime: 60_000,
});

export const useUsers = () => useQuery(usersQuery).data?.items ?? [];

export interface NewUser {
  name: string;
  email: string;
  password: string;
  role: Shape<"Role">;
  visibility: Shape<"Visibility">;
  team_id: number | null;
  lang: Shape<"Lang">;
}

export const postUser = (body: NewUser) => request<Shape<"User">>("POST", "/users", { body });

export const patchUser = (
  user: { id: number; version: number },
  body: Partial<
    Pick<Shape<"User">, "name" | "email" | "role" | "visibility" | "team_id" | "lang" | "active">
  > & { password?: string },
) => request<Shape<"User">>("PATCH", `/users/${user.id}`, { body, version: user.version });
