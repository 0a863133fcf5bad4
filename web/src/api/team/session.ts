import { request } from "@/api/http";
import type { Shape } from "@/api/types";

export const signIn = (body: { email: string; password: string }) =>
  request<Shape<"Me">>("POST", "/session", { body });

export const signOut = () => request<void>("DELETE", "/session");
