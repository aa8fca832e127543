import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { DocumentKind } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canTakeSensitive } from "@/lib/features/documents/policy";
import type { FilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import { getFullMemberForm } from "@/lib/features/documents/queries/get-member-form";
import { getRegisterFile } from "@/lib/features/documents/queries/get-register-file";
import { registerFormats } from "@/lib/features/documents/schema";
import { FETCH_MINUTES } from "@/lib/features/members/queries/get-ordered-file";

/** A document that the actor ordered, as its page shows it. */
export type OrderedDocument = {
  readonly id: string;
  readonly document: DocumentKind;
  readonly serial: string;
  readonly purpose: string;
  readonly rowCount: number;
  readonly format: (typeof registerFormats)[number];
  readonly canFetch: boolean;
};

const stored = z.object({
  id: z.string(),
  document: z.enum(DocumentKind),
  serial: z.string(),
  purpose: z.string(),
  rowCount: z.number(),
  filters: z.object({
    memberId: z.string().optional(),
    branchId: z.string().nullable().default(null),
    on: z.string().optional(),
    format: z.enum(registerFormats).default("docx"),
  }),
  canFetch: z.boolean(),
});

async function findOrder(actor: Actor, id: string) {
  const [row] = await readAs(
    actor,
    (tx) => tx.$queryRaw<unknown[]>`
      SELECT id, document::text, serial, purpose, "rowCount", filters,
          "orderedAt" > now() - make_interval(mins => ${FETCH_MINUTES}) AS "canFetch"
        FROM "ExportOrder" WHERE "committeeId" = ${actor.committeeId}::uuid AND id = ${id}::uuid
          AND document IS NOT NULL`,
  );
  if (!row) throw notFound();
  return stored.parse(row);
}

/** The order, for the page that hands the document out; NOT_FOUND for everybody but who ordered it. */
export async function getOrderedDocument(actor: Actor, id: string): Promise<OrderedDocument> {
  const { filters, ...order } = await findOrder(actor, id);
  return { ...order, format: filters.format };
}

/**
 * The ordered document itself, for as long as it can be fetched (else RULE), with the rights the actor has now. Each fetching leaves a
 * row in the access log with the purpose.
 */
export async function getOrderedDocumentFile(
  actor: Actor,
  id: string,
): Promise<FilledDocument & { format: "docx" | "xlsx" }> {
  authorize(canTakeSensitive(actor));
  const { filters, canFetch, serial, purpose } = await findOrder(actor, id);
  if (!canFetch) throw new DomainError("RULE", "exports.errors.orderExpired", { minutes: FETCH_MINUTES });
  const { memberId, branchId, on, format } = filters;
  const trace = { serial, params: { purpose } };
  if (memberId) return { ...(await getFullMemberForm(actor, memberId, trace)), format };
  const order = { branchId, on: on ? day(on) : actor.today, format, depth: "SENSITIVE" } as const;
  return { ...(await getRegisterFile(actor, order, trace)), format };
}
