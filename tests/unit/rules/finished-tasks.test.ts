import { describe, expect, it } from "vitest";
import { finishedAmong } from "@/lib/features/tasks/rules/totals";
import { taskStandings } from "@/lib/features/tasks/schema";

describe("the tasks that have come to their end", () => {
  it("are those done in time, done late and overdue; the others say nothing yet", () => {
    const all = taskStandings.map((standing) => ({ standing }));
    expect(finishedAmong(all)).toEqual({
      onTime: [{ standing: "DONE_IN_TIME" }],
      late: [{ standing: "OVERDUE" }, { standing: "DONE_LATE" }],
    });
    expect(finishedAmong([])).toEqual({ onTime: [], late: [] });
  });
});
