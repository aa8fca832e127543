import { describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { inviteObstacle, isShortNotice } from "@/lib/features/meetings/rules";
import { inviteInput } from "@/lib/features/meetings/schema";

const today = day("2022-06-15");

describe("an invitation", () => {
  it("goes out until the day of the meeting is over or its minutes are sent", () => {
    const heldOn = today;
    expect(inviteObstacle({ state: "DRAFT", heldOn }, today)).toBeNull();
    expect(inviteObstacle({ state: "DRAFT", heldOn: day("2022-06-14") }, today)?.reason).toBe(
      "meetings.errors.heldBefore",
    );
    for (const state of ["SENT", "SIGNED"] as const)
      expect(inviteObstacle({ state, heldOn }, today)?.reason).toBe("meetings.errors.locked");
  });

  it("is late with fewer days than the rules ask for, the last of them in time", () => {
    const heldOn = day("2022-06-16");
    expect(isShortNotice(day("2022-06-15"), heldOn, 1)).toBe(false);
    expect(isShortNotice(day("2022-06-16"), heldOn, 1)).toBe(true);
    expect(isShortNotice(day("2022-06-16"), heldOn, 0)).toBe(false);
  });

  it.each([
    ["19:30", "19:30"],
    ["7h30", "07:30"],
    ["7 giờ 30", "07:30"],
    ["7g", "07:00"],
    ["19.05", "19:05"],
    ["24:00", null],
    ["7:60", null],
    ["bảy giờ", null],
  ])("typed for %s begins at %s", (typed, time) => {
    const id = "00000000-0000-4000-8000-000000000000";
    const whole = inviteInput.safeParse({ id, version: "1", startTime: typed, enclosures: "" });
    expect(whole.success ? whole.data.startTime : null).toBe(time);
  });
});
