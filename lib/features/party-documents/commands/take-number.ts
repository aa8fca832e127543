import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import type { PartyDocumentKind } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { VersionConflict } from "@/lib/core/version-conflict";
import { canListDocuments, canRegisterDocuments } from "@/lib/features/party-documents/policy";
import { findTermOn } from "@/lib/features/party-documents/queries/find-document-form";
import { termObstacle } from "@/lib/features/party-documents/rules/document";
import { nextNumber } from "@/lib/features/party-documents/rules/number";
import type { SetFirstNumberInput } from "@/lib/features/party-documents/schema";

/** The next number of a kind in a term. Whoever takes one first has it; the next one waits until that is committed, and goes on from there. */
export async function takeNumber(context: CommandContext, termId: string, kind: PartyDocumentKind): Promise<number> {
  const { tx, actor } = context;
  const { committeeId } = actor;
  await holdNumbers(context, termId, kind);
  const last = await tx.partyDocument.findFirst({
    where: { committeeId, direction: "OWN", termId, kind },
    orderBy: { number: "desc" },
    select: { number: true },
  });
  const first = await tx.firstNumber.findFirst({ where: { committeeId, termId, kind }, select: { number: true } });
  return nextNumber(last?.number ?? null, first?.number);
}

/**
 * Says from which number the register goes on with own papers of a kind, in the term of today, with the reason; until the first of
 * them is given it may be put right. Refuses who reads no papers (NOT_FOUND) or does not keep the register (FORBIDDEN); a day of no
 * term and a kind of which a number was given (RULE); an older version with both versions' values (CONFLICT).
 */
export function setFirstNumber(actor: Actor, input: SetFirstNumberInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "setFirstNumber", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { kind, version, number, reason } = input;
    const { committeeId, accountId, displayName } = actor;
    if (!canListDocuments(actor)) throw notFound();
    authorize(canRegisterDocuments(actor));
    const term = await findTermOn(tx, actor, today);
    requireNoObstacle(termObstacle(term?.id ?? null, null));
    if (!term) throw notFound();
    const key = { committeeId, termId: term.id, kind };
    await holdNumbers(context, term.id, kind);
    const given = await tx.partyDocument.count({ where: { ...key, direction: "OWN" } });
    if (given > 0) throw new DomainError("RULE", "partyDocuments.errors.firstNumberGiven", {}, "number");

    const stored = await tx.firstNumber.findFirst({ where: key });
    if (stored && stored.version !== version) {
      throw new VersionConflict({ number: String(stored.number), reason: stored.reason }, stored.version);
    }
    if (!stored && version !== 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const told = { number, reason, recordedById: accountId, recordedBy: displayName };
    if (stored) {
      await tx.firstNumber.updateMany({ where: { ...key, version }, data: { ...told, version: { increment: 1 } } });
    } else {
      await tx.firstNumber.create({ data: { ...key, ...told }, select: { version: true } });
    }
    const before = stored && { documentKind: kind, firstNumber: stored.number };
    audit({
      type: "partyDocument.firstNumberSet",
      subject: { kind: "term", id: term.id, name: term.name },
      reason,
      changes: [
        { record: "FirstNumber", recordId: term.id, before, after: { documentKind: kind, firstNumber: number } },
      ],
    });
    return { id: term.id, kind };
  });
}

async function holdNumbers({ tx, actor }: CommandContext, termId: string, kind: PartyDocumentKind): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`document number ${actor.committeeId} ${termId} ${kind}`}))`;
}
