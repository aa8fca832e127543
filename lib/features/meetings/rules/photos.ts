import type { Obstacle } from "@/lib/core/obstacle";
import { MOST_PHOTOS } from "@/lib/features/meetings/schema/photos";

/** A photo by its place, and by the file that was sent for it. */
export type KeptPhoto = { readonly position: number; readonly hash: string };

/** The first free place for a photo, counted from 1. */
export function freePlace(photos: readonly Pick<KeptPhoto, "position">[]): number {
  const taken = new Set(photos.map(({ position }) => position));
  let place = 1;
  while (taken.has(place)) place += 1;
  return place;
}

/** Why a photo cannot be attached beside those that are there: they are as many as may be, or it is one of them. */
export function photoObstacle(photos: readonly KeptPhoto[], hash: string): Obstacle | null {
  if (photos.some((photo) => photo.hash === hash)) return { reason: "meetings.errors.photoTwice" };
  return photos.length < MOST_PHOTOS ? null : { reason: "meetings.errors.manyPhotos" };
}
