import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { freePlace, photoObstacle } from "@/lib/features/meetings/rules/photos";
import { MOST_PHOTOS } from "@/lib/features/meetings/schema/photos";

const kept = (positions: readonly number[]) => positions.map((position) => ({ position, hash: `of ${position}` }));

describe("the place of a photo", () => {
  it("is the first that is free, and always one of those that there are", () => {
    const taken = fc.uniqueArray(fc.integer({ min: 1, max: MOST_PHOTOS }), { maxLength: MOST_PHOTOS - 1 });
    fc.assert(
      fc.property(taken, (positions) => {
        const place = freePlace(kept(positions));
        expect(positions).not.toContain(place);
        expect(place).toBeLessThanOrEqual(MOST_PHOTOS);
        for (let before = 1; before < place; before += 1) expect(positions).toContain(before);
      }),
    );
  });
});

describe("a photo", () => {
  const full = Array.from({ length: MOST_PHOTOS }, (_, index) => index + 1);

  it("is attached while there is room, and once", () => {
    expect(photoObstacle([], "new")).toBeNull();
    expect(photoObstacle(kept(full.slice(1)), "new")).toBeNull();
    expect(photoObstacle(kept(full), "new")).toEqual({ reason: "meetings.errors.manyPhotos" });
    expect(photoObstacle(kept([1]), "of 1")).toEqual({ reason: "meetings.errors.photoTwice" });
    expect(photoObstacle(kept(full), "of 1")).toEqual({ reason: "meetings.errors.photoTwice" });
  });
});
