import { addressOf } from "@/lib/core/address";
import type { AuditListInput } from "@/lib/features/audit/schema";

/** The address of the audit page in another state; every change but of the page goes back to the first page. */
export function trailHref(input: AuditListInput, changes: Partial<AuditListInput>): string {
  const { tab, page, size, ...rest } = { ...input, page: 1, ...changes };
  return addressOf("/audit", {
    tab: tab === "events" ? null : tab,
    ...rest,
    size: size === "25" ? null : size,
    page: page === 1 ? null : page,
  });
}
