import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, toDbDate, typedForm } from "@/lib/core/day";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { VersionConflict } from "@/lib/core/version-conflict";
import { getIssuingBody } from "@/lib/features/documents/queries/paper-head";
import {
  addressTo,
  columnsOf,
  loadAddressees,
  loadDocument,
  subjectOf,
  typedDocument,
  valuesOf,
} from "@/lib/features/party-documents/commands/document-parts";
import { takeNumber } from "@/lib/features/party-documents/commands/take-number";
import { canListDocuments, canRegisterDocuments } from "@/lib/features/party-documents/policy";
import { findTermOn } from "@/lib/features/party-documents/queries/find-document-form";
import { documentObstacle, termObstacle } from "@/lib/features/party-documents/rules/document";
import { ownSign } from "@/lib/features/party-documents/rules/number";
import type { AnnulDocumentInput, EditIssuedInput, IssueDocumentInput } from "@/lib/features/party-documents/schema";

/**
 * Enters a paper of the committee itself and gives it the next number of its kind in the term of its day, without gaps however many
 * are entered at once. Refuses who reads no papers (NOT_FOUND) or does not keep the register (FORBIDDEN); a day of no term, days
 * that do not follow and branches that do not fit whom it is for (RULE). Numbering: QĐ 399-QĐ/TW, HD 05-HD/VPTW 2026.
 */
export function issueDocument(actor: Actor, input: IssueDocumentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "issueDocument", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    if (!canListDocuments(actor)) throw notFound();
    authorize(canRegisterDocuments(actor));
    const { committeeId, accountId, displayName } = actor;
    const { branchId: branchIds, kind, ...told } = input;
    requireNoObstacle(documentObstacle({ ...told, receivedOn: null, branchIds }, today));
    const branches = await loadAddressees(context, branchIds);
    const termId = await termOf(context, told.issuedOn, null);
    const issuer = await issuerOn(context, told.issuedOn);
    const number = await takeNumber(context, termId, kind);

    const id = randomUUID();
    const facts = { ...told, kind, number, sign: ownSign(kind), issuer, receivedOn: null };
    const hand = { recordedById: accountId, recordedBy: displayName };
    await tx.partyDocument.create({
      data: { committeeId, id, direction: "OWN", termId, ...columnsOf(facts), ...hand },
      select: { id: true },
    });
    await addressTo(context, id, branchIds);
    audit({
      type: "partyDocument.issued",
      subject: subjectOf(id, facts),
      changes: [{ record: "PartyDocument", recordId: id, before: null, after: valuesOf(facts, branches) }],
    });
    return { id };
  });
}

/**
 * Puts right what was entered of an own paper; kind and number stay. Refuses a day of another term than that in which the number was
 * given and what `issueDocument` refuses (RULE), and an older version with both versions' values (CONFLICT).
 */
export function editIssued(actor: Actor, input: EditIssuedInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "editIssued", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, branchId: branchIds, ...told } = input;
    const stored = await loadDocument(context, id);
    if (stored.direction !== "OWN") throw notFound();
    requireNoObstacle(documentObstacle({ ...told, receivedOn: null, branchIds }, today));
    await termOf(context, told.issuedOn, stored.termId);
    const branches = await loadAddressees(context, branchIds);
    const { kind, number, sign } = stored;
    const issuer = await issuerOn(context, told.issuedOn);
    const facts = { ...told, kind, number, sign, issuer, receivedOn: null };

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

/**
 * Annuls a paper that was entered by mistake, with the reason; it stays in the register, and an own number stays taken. Refuses one
 * that is annulled (RULE), and an older version (CONFLICT).
 */
export function annulDocument(actor: Actor, input: AnnulDocumentInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "annulDocument", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { id, version, reason } = input;
    const stored = await loadDocument(context, id);
    const written = await tx.partyDocument.updateMany({
      where: { committeeId: actor.committeeId, id, version },
      data: {
        ...{ annulledOn: toDbDate(today), annulledBy: actor.displayName, annulledReason: reason },
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new VersionConflict({}, stored.version);
    audit({
      type: "partyDocument.annulled",
      subject: subjectOf(id, stored),
      reason,
      changes: [{ record: "PartyDocument", recordId: id, before: { annulledOn: null }, after: { annulledOn: today } }],
    });
    return { id };
  });
}

async function termOf({ tx, actor }: CommandContext, on: Day, numberedIn: string | null): Promise<string> {
  const term = await findTermOn(tx, actor, on);
  requireNoObstacle(termObstacle(term?.id ?? null, numberedIn));
  if (!term) throw notFound();
  return term.id;
}

/* The committee as the head of its papers names it, by the name of that day. */
async function issuerOn({ tx, actor }: CommandContext, on: Day): Promise<string> {
  const named = await tx.committeeName.findFirst({
    where: { AND: [{ committeeId: actor.committeeId }, inForce(on)] },
    select: { name: true },
  });
  if (named) return getIssuingBody(named.name);
  throw new DomainError("RULE", "partyDocuments.errors.noName", { on: typedForm(on) }, "issuedOn");
}
