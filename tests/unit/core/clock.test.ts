import { expect, test } from "vitest";
import { communeToday, todayIn } from "@/lib/core/clock";

test.each([
  ["2026-12-31T16:59:59.999Z", "2026-12-31"],
  ["2026-12-31T17:00:00.000Z", "2027-01-01"],
  ["2024-02-29T16:59:59Z", "2024-02-29"],
])("at %s the commune's day is %s", (instant, expected) => {
  expect(todayIn("Asia/Ho_Chi_Minh", new Date(instant))).toBe(expected);
  expect(communeToday(new Date(instant))).toBe(expected);
});

test("another zone has its own day", () => {
  expect(todayIn("UTC", new Date("2026-12-31T17:00:00Z"))).toBe("2026-12-31");
});
