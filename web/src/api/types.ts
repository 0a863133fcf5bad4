import type { components } from "@/api/schema";

// Short names for the shapes of the API: `Shape<"DealCard">`.
export type Shape<Name extends keyof components["schemas"]> = components["schemas"][Name];
