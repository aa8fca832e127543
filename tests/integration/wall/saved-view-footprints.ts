import type { Resource } from "@/lib/core/policy-table/row";
import { type Footprint, rows } from "./footprint";

const mine = `r."accountId" = me.account`;

/** Saved views: everyone keeps the own ones; the office and the leaders read those that the office shares. */
export const savedViewFootprints = {
  savedView: [
    rows("SavedView", { select: ["read"] }, { REGISTER: `r."isShared"`, SELF: mine }),
    rows(
      "SavedView",
      { insert: ["create"], update: ["update"] },
      { REGISTER: mine, SELF: `${mine} AND NOT r."isShared"` },
    ),
    rows("SavedView", { delete: ["update"] }, { SELF: mine }),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
