import type { Resource } from "@/lib/core/policy-table/row";
import { all, type Footprint, read, rows } from "./footprint";

/** Restores: written by the restore itself; what waits is accepted by a leader, and there is none that waits while others write. */
export const restoreFootprints = {
  restore: [
    rows("Restore", read, all),
    rows(
      "Restore",
      { update: ["confirm"] },
      { REGISTER: `r."acceptedAt" IS NULL AND r."supersededAt" IS NULL` },
      `"acceptedById" = me.account, "acceptedBy" = 'x', "acceptedAt" = now()`,
    ),
  ],
} satisfies Partial<Record<Resource, readonly Footprint[]>>;
