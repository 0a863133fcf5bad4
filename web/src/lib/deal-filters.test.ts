import { describe, expect, it } from "vitest";
import { dealFiltersFrom, dealFiltersOf, dealQuery } from "@/lib/deal-filters";
import { parametersOf } from "@/lib/kept-list";

describe("filters in the address", () => {
  it("are read where they are well-formed", () => {
    expect(
      dealFiltersFrom({
        owner: "3",
        stage: 4,
        q: "蓝湖",
        sort: "-amount",
        concern: "idle",
        close_from: "2026-01-31",
        status: "won",
      }),
    ).toEqual({
      owner: 3,
      stage: 4,
      q: "蓝湖",
      sort: "-amount",
      concern: "idle",
      close_from: "2026-01-31",
      status: "won",
    });
  });

  it("show more, never an error, where they are mangled", () => {
    expect(
      dealFiltersFrom({
        owner: "x",
        sort: "password",
        close_from: "31.1.2026",
        status: "gone",
        concern: "boredom",
        q: "  ",
        evil: 1,
      }),
    ).toEqual({});
  });

  it("are the same when they come back from a kept view", () => {
    const filters = dealFiltersFrom({
      pipeline: 1,
      owner: 3,
      ids: "4.5",
      from: "2026-01-31",
      status: "won",
      sort: "-amount",
      where: { any: [{ field: "amount", is: "at_least", values: ["500"] }] },
    });
    expect(dealFiltersOf(parametersOf(dealQuery(filters)))).toEqual(filters);
  });
});
