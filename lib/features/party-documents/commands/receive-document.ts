import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { firstDayOfYear, lastDayOfYear, toDbDate, yearOf } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { foldText } from "@/lib/core/text/fold";
import { VersionConflict } from "@/lib/core/version-conflict";
import {
  addressTo,
  columnsOf,
  type DocumentFacts,
  loadAddressees,
  loadDocument,
  subjectOf,
  typedDocument,
  valuesOf,
} from "@/lib/features/party-documents/commands/document-parts";
import { canListDocuments, canRegisterDocuments } from "@/lib/features/party-documents/policy";
import { documentObstacle } from "@/lib/features/party-documents/rules/document";
import { bareSign, numberAndSign } from "@/lib/features/party-documents/rules/number";
import type { EditReceivedInput, ReceiveDocumentInput } from "@/lib/features/party-documents/schema";

/**
 * Enters a paper of a superior body. Refuses who reads no papers (NOT_FOUND) or does not keep the register (FORBIDDEN); days that
 * do not follow and branches that do not fit whom it is for (RULE); a number that the same body's paper of that kind, sign and year
 * bears already (CONFLICT).
 */
export function receiveDocument(actor: Actor, input: ReceiveDocumentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "receiveDocument", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    if (!canListDocuments(actor)) throw notFound();
    authorize(canRegisterDocuments(actor));
    const { committeeId, accountId, displayName } = actor;
    const { branchId: branchIds, ...typed } = input;
    const facts = { ...typed, sign: bareSign(typed.sign) };
    requireNoObstacle(documentObstacle({ ...facts, branchIds }, today));
    const branches = await loadAddressees(context, branchIds);
    await requireFreeNumber(context, facts, null);

    const id = randomUUID();
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.partyDocument.create({
      data: { committeeId, id, direction: "INCOMING", ...columnsOf(facts), ...hand },
      select: { id: true },
    });
    await addressTo(context, id, branchIds);
    audit({
      type: "partyDocument.received",
      subject: subjectOf(id, facts),
      changes: [{ record: "PartyDocument", recordId: id, before: null, after: valuesOf(facts, branches) }],
    });
    return { id };
  });
}

/** Puts right what was entered of a paper of a superior body. Refuses as `receiveDocument` does, and an older version with both versions' values (CONFLICT). */
export function editReceived(actor: Actor, input: EditReceivedInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editReceived", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, branchId: branchIds, ...typed } = input;
    const stored = await loadDocument(context, id);
    if (stored.direction !== "INCOMING") throw notFound();
    const facts = { ...typed, sign: bareSign(typed.sign) };
    requireNoObstacle(documentObstacle({ ...facts, branchIds }, today));
    const branches = await loadAddressees(context, branchIds);
    await requireFreeNumber(context, facts, id);

    const written = await tx.partyDocument.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: { ...columnsOf(facts), version: { increment: 1 } },
    });
    if (written.count === 0) throw new VersionConflict(typedDocument(stored), stored.version);
    await addressTo(context, id, branchIds);
    const change = changedValues(valuesOf(stored, stored.branches), valuesOf(facts, branches));
    audit({
      type: "partyDocument.edited",
      subject: subjectOf(id, facts),
      changes: change ? [{ record: "PartyDocument", recordId: id, ...change }] : [],
    });
    return { id };
  });
}

/* The database holds it too; here it is told with the number. */
async function requireFreeNumber({ tx, actor }: CommandContext, facts: DocumentFacts, ownId: string | null) {
  const { kind, number, sign, issuer, issuedOn } = facts;
  const year = yearOf(issuedOn);
  const taken = await tx.partyDocument.findFirst({
    where: {
      AND: [
        { committeeId: actor.committeeId, direction: "INCOMING", annulledOn: null, issuerKey: foldText(issuer) },
        { kind, number, sign, ...(ownId === null ? {} : { id: { not: ownId } }) },
        { issuedOn: { gte: toDbDate(firstDayOfYear(year)), lte: toDbDate(lastDayOfYear(year)) } },
      ],
    },
    select: { id: true },
  });
  if (!taken) return;
  const params = { sign: numberAndSign(facts), issuer, year: String(year) };
  throw new DomainError("CONFLICT", "partyDocuments.errors.numberTaken", params, "number");
}
