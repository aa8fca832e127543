import type { Resource } from "@/lib/core/policy-table/row";
import { all, type Condition, type Footprint, rows } from "./footprint";

const open = `r.state = 'PROPOSED'`;
/* Proposed in one's own hand, which the system has none of. */
const byPeople: Condition = (role) => (role === "SYSTEM" ? "false" : open);

/** Merges and archivings of records: the office proposes, the office and the leaders confirm by a function and call proposals off. */
export const memberMergeFootprints = {
  memberMerge: [
    rows("MemberMerge", { select: ["read"] }, all),
    rows("MemberMerge", { insert: ["create"] }, { REGISTER: byPeople }),
    rows("MemberMerge", { update: ["update", "confirm"] }, { REGISTER: open }),
  ],
  memberArchive: [
    rows("MemberArchive", { select: ["read"] }, all),
    rows("MemberArchive", { insert: ["create"] }, { REGISTER: byPeople }),
    rows("MemberArchive", { update: ["update", "confirm"] }, { REGISTER: open }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
