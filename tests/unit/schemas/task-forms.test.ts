import { describe, expect, it } from "vitest";
import { judgeTasksInput } from "@/lib/features/tasks/schema";

const meeting = { id: "5b6c9ff0-1f64-4a3d-9a51-0c8b4a4a0001", version: "3" };
const one = "5b6c9ff0-1f64-4a3d-9a51-0c8b4a4a0002";
const two = "5b6c9ff0-1f64-4a3d-9a51-0c8b4a4a0003";
const refused = (form: Record<string, string>) =>
  judgeTasksInput
    .safeParse({ ...meeting, ...form })
    .error?.issues.map((issue) => [issue.path.join("."), issue.message]);

describe("the form of a meeting's tasks", () => {
  it("takes what is judged in words, and leaves out what is not", () => {
    const form = { [`at-${one}`]: "REPORTED_DONE", [`why-${one}`]: "Xong", [`at-${two}`]: "", [`why-${two}`]: "" };
    expect(judgeTasksInput.parse({ ...meeting, ...form })).toEqual({
      ...{ id: meeting.id, version: 3 },
      entries: [{ taskId: one, judgement: "REPORTED_DONE", text: "Xong" }],
    });
  });

  it("loses no words: those without a judgement ask for one, as a judgement asks for words", () => {
    const judged = { [`at-${one}`]: "REPORTED_DONE", [`why-${one}`]: "Xong" };
    expect(refused({ ...judged, [`why-${two}`]: "Chờ xi măng" })).toEqual([[`at-${two}`, "tasks.errors.noJudgement"]]);
    expect(refused({ ...judged, [`at-${two}`]: "REPORTED_NOT_DONE" })).toEqual([
      [`why-${two}`, "tasks.errors.noWords"],
    ]);
    expect(refused({ [`why-${one}`]: "" })).toEqual([["", "tasks.errors.nothingJudged"]]);
    expect(refused({ ...judged, [`who-${one}`]: "" })).toEqual([["", "refusals.unknownField"]]);
  });
});
