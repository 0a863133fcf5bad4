import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const postDeal = (body: Shape<"CreateDeal">) => answered(api.POST("/api/deals", { body }));
