import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

// Invitations and links for a new password that nobody has used yet.
export const linksQuery = queryOptions({
  queryKey: ["sign-in-links"],
  queryFn: ({ signal }) => answered(api.GET("/api/sign-in-links", { signal })),
});

export const useLinks = () => useQuery(linksQuery).data?.items ?? [];

export const postInvitation = (body: Shape<"Invite">) =>
  answered(api.POST("/api/invitations", { body }));

const of = (userId: number) => ({ params: { path: { id: userId } } });

export const postLink = (userId: number) =>
  answered(api.POST("/api/users/{id}/sign-in-link", of(userId)));

export const withdrawLink = (userId: number) =>
  answered(api.DELETE("/api/users/{id}/sign-in-link", of(userId)));

// For whoever opened a link. It stands behind the '#' of the address, which is sent to nobody.
export const openedLinkQuery = (link: string) =>
  queryOptions({
    queryKey: ["opened-link", link],
    queryFn: ({ signal }) =>
      answered(api.POST("/api/sign-in-links/looks", { body: { link }, signal })),
    retry: false,
    staleTime: Infinity,
  });

export const postUseOfLink = (body: Shape<"UseLink">) =>
  answered(api.POST("/api/sign-in-links/uses", { body }));
