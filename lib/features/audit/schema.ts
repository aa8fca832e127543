import { z } from "zod";

/** The address of the audit page. Anything unreadable falls back to the default. */
export const auditListInput = z.object({
  tab: z.enum(["events", "accesses"]).catch("events"),
  q: z.string().max(100).catch(""),
  kind: z.string().max(40).catch(""),
  record: z.uuid().nullable().catch(null),
  event: z.uuid().nullable().catch(null),
  from: z.string().max(20).catch(""),
  to: z.string().max(20).catch(""),
  page: z.coerce.number().int().min(1).catch(1),
  size: z.enum(["25", "50", "100"]).catch("25"),
});
export type AuditListInput = z.output<typeof auditListInput>;

export const checkChainInput = z.strictObject({});
