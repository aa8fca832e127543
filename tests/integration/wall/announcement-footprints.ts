import type { Resource } from "@/lib/core/policy-table/row";
import { everyRow } from "./conditions";
import { type Footprint, read, rows } from "./footprint";

/** The announcement is for all branches or for one of these. */
const forBranches = (announcement: string, branches: "own" | "assigned") =>
  `cardinality(me.${branches}) > 0 AND (${announcement}."isToAll" OR EXISTS (SELECT 1 FROM "AnnouncementBranch" b
    WHERE b."committeeId" = ${announcement}."committeeId" AND b."announcementId" = ${announcement}.id AND b."branchId" = ANY (me.${branches})))`;
const about = (condition: string) => `EXISTS (SELECT 1 FROM "Announcement" a WHERE a."committeeId" = r."committeeId"
  AND a.id = r."announcementId" AND ${condition})`;
const seen = (branches: "own" | "assigned") =>
  `(r."hiddenAt" IS NULL OR r."writtenById" = me.account) AND ${about(forBranches("a", branches))}`;
const mine = `r."writtenById" = me.account AND r."hiddenAt" IS NULL AND ${about('a."withdrawnAt" IS NULL')}`;
const open = `r."withdrawnAt" IS NULL`;

/** Announcements of the committee, for all branches or some, and comments under a name. */
export const announcementFootprints = {
  announcement: [
    rows("Announcement", read, {
      REGISTER: everyRow,
      OWN_BRANCH: forBranches("r", "own"),
      ASSIGNED_BRANCH: forBranches("r", "assigned"),
    }),
    rows("Announcement", { insert: ["create"] }, { REGISTER: `r."postedById" = me.account AND ${open}` }),
    rows("Announcement", { update: ["update"] }, { REGISTER: open }),
    rows("AnnouncementBranch", read, {
      REGISTER: everyRow,
      OWN_BRANCH: `r."branchId" = ANY (me.own)`,
      ASSIGNED_BRANCH: `r."branchId" = ANY (me.assigned)`,
    }),
    rows("AnnouncementBranch", { insert: ["create"] }, { REGISTER: everyRow }),
  ],
  announcementComment: [
    rows("AnnouncementComment", read, {
      REGISTER: everyRow,
      OWN_BRANCH: seen("own"),
      ASSIGNED_BRANCH: seen("assigned"),
    }),
    rows(
      "AnnouncementComment",
      { insert: ["create"] },
      {
        REGISTER: mine,
        OWN_BRANCH: `${mine} AND ${about(forBranches("a", "own"))}`,
        ASSIGNED_BRANCH: `${mine} AND ${about(forBranches("a", "assigned"))}`,
      },
    ),
    rows("AnnouncementComment", { update: ["update"] }, { REGISTER: `r."hiddenAt" IS NULL` }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
