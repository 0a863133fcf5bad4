import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const signIn = (body: Shape<"SignInWith">) => answered(api.POST("/api/session", { body }));

export const signOut = () => answered(api.DELETE("/api/session"));
