import { useState } from "react";
import { Problem } from "@/api/http";

// Whether the password was right and the code is what is missing.
export const needsCode = (problem: unknown) =>
  problem instanceof Problem && problem.code === "session.code_needed";

// Whether a code was asked for: from then on the form keeps its field, whatever else is wrong.
export function useAsked(problem: unknown): boolean {
  const [asked, setAsked] = useState(false);
  if (!asked && needsCode(problem)) setAsked(true);
  return asked;
}
