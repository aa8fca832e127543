import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hideObstacle, openObstacle, postObstacle } from "@/lib/features/announcements/rules";
import { COMMENT_LENGTH, commentInput } from "@/lib/features/announcements/schema";

const announcementId = "00000000-0000-4000-8000-000000000000";

describe("a comment", () => {
  it.each([
    [4, false],
    [5, true],
    [500, true],
    [501, false],
  ])("of %i characters is taken: %s", (length, taken) => {
    expect(commentInput.safeParse({ announcementId, text: "đ".repeat(length) }).success).toBe(taken);
  });

  it("is as long as what is read, whatever it is written with", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (length) => {
        const parsed = commentInput.safeParse({ announcementId, text: "🌾".repeat(length) });
        expect(parsed.success).toBe(length >= COMMENT_LENGTH.least);
      }),
    );
  });
});

describe("an announcement", () => {
  it("is for all, or for branches that are chosen and there", () => {
    expect(postObstacle({ reach: "ALL", branches: [] }, 0)).toBeNull();
    expect(postObstacle({ reach: "ALL", branches: ["one"] }, 0)).toBeNull();
    expect(postObstacle({ reach: "SOME", branches: [] }, 0)?.reason).toBe("announcements.errors.chooseBranches");
    expect(postObstacle({ reach: "SOME", branches: ["one", "two"] }, 1)?.reason).toBe(
      "announcements.errors.branchGone",
    );
    expect(postObstacle({ reach: "SOME", branches: ["one", "two"] }, 2)).toBeNull();
  });

  it("takes nothing on once it is withdrawn, and a comment is hidden once", () => {
    expect(openObstacle({ withdrawnAt: null })).toBeNull();
    expect(openObstacle({ withdrawnAt: new Date(0) })?.reason).toBe("announcements.errors.withdrawn");
    expect(hideObstacle({ hiddenAt: null })).toBeNull();
    expect(hideObstacle({ hiddenAt: new Date(0) })?.reason).toBe("announcements.errors.hiddenBefore");
  });
});
