import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { taskFigures } from "@/lib/features/tasks/rules/year";
import { taskStandings } from "@/lib/features/tasks/schema";

describe("the figures of a year", () => {
  const line = fc.record({
    standing: fc.constantFrom(...taskStandings),
    owner: fc.option(fc.constantFrom({ id: "a", name: "Lò Văn An" }, { id: "b", name: "Hà Thị Ánh" })),
  });

  it("add up: every task of somebody is in exactly one part", () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const rows = taskFigures(lines, (one) => one.owner);
        for (const { total, standings } of rows) {
          expect(Object.values(standings).reduce((sum, count) => sum + count, 0)).toBe(total);
        }
        expect(rows.reduce((sum, one) => sum + one.total, 0)).toBe(lines.filter((one) => one.owner !== null).length);
      }),
    );
  });

  it("stand by given name", () => {
    const owned = (id: string, name: string) => ({ standing: "IN_HAND" as const, owner: { id, name } });
    const rows = taskFigures([owned("b", "Hà Thị Ẩm"), owned("a", "Vì Văn An")], (one) => one.owner);
    expect(rows.map((one) => one.id)).toEqual(["a", "b"]);
  });
});
