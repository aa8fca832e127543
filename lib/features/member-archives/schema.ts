import { z } from "zod";
import { id, text, version } from "@/lib/core/fields";
import { mergeRecords, mergeTies } from "@/lib/features/member-merges/schema";

/** What shows that a record is of somebody who was there. Stays and statuses do not: they go into the archive with it. */
export const archiveHolds = [
  ...mergeTies,
  "meetings",
  "tasks",
  ...mergeRecords.filter((record) => record !== "Membership" && record !== "MemberStatus"),
] as const;
export type ArchiveHold = (typeof archiveHolds)[number];

export const proposeArchiveInput = z.strictObject({ memberId: id(), version: version(), reason: text(500) });
export type ProposeArchiveInput = z.output<typeof proposeArchiveInput>;

export const archiveInput = z.strictObject({ id: id(), version: version() });
export type ArchiveInput = z.output<typeof archiveInput>;
