import "server-only";
import type { AuditValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { type Day, fromDbDate, toDbDate, typedForm } from "@/lib/core/day";
import type { DocumentAudience, PartyDocumentKind } from "@/lib/core/db/generated/enums";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { foldText } from "@/lib/core/text/fold";
import { canKeepDocuments } from "@/lib/features/party-documents/policy";
import { getDocumentScope } from "@/lib/features/party-documents/queries/document-scope";
import { documentSearchText, numberAndSign } from "@/lib/features/party-documents/rules/number";

/** Everything that is told of a paper. */
export type DocumentFacts = {
  readonly kind: PartyDocumentKind;
  readonly number: number;
  readonly sign: string;
  readonly issuedOn: Day;
  readonly issuer: string;
  readonly subjectLine: string;
  readonly receivedOn: Day | null;
  readonly audience: DocumentAudience;
  readonly deadlineOn: Day | null;
  readonly enclosures: string | null;
};

/** A paper that the actor may put right. Refuses one that the actor does not read (NOT_FOUND) or keep (FORBIDDEN), and an annulled one (RULE). */
export async function loadDocument({ tx, actor }: CommandContext, id: string) {
  const row = await tx.partyDocument.findFirst({
    where: { AND: [getDocumentScope(actor), { id }] },
    relationLoadStrategy: "join",
    include: {
      branches: { orderBy: { branch: { sortKey: "asc" } }, select: { branch: { select: { id: true, name: true } } } },
    },
  });
  if (!row) throw notFound();
  authorize(canKeepDocuments(actor));
  if (row.annulledOn !== null) throw new DomainError("RULE", "partyDocuments.errors.annulledBefore");
  const { issuedOn, receivedOn, deadlineOn, branches, ...document } = row;
  return {
    ...document,
    issuedOn: fromDbDate(issuedOn),
    receivedOn: fromDbDate(receivedOn),
    deadlineOn: fromDbDate(deadlineOn),
    branches: branches.map(({ branch }) => branch),
  };
}

/** The branches of those ids, by name. Refuses one that is not of this register (NOT_FOUND). */
export async function loadAddressees({ tx, actor }: CommandContext, ids: readonly string[]) {
  const found = await tx.branch.findMany({
    where: { committeeId: actor.committeeId, id: { in: [...ids] } },
    orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
  if (found.length < new Set(ids).size) throw notFound();
  return found;
}

/** Addresses a paper to those branches and no others. */
export async function addressTo({ tx, actor }: CommandContext, documentId: string, branchIds: readonly string[]) {
  const { committeeId } = actor;
  await tx.partyDocumentBranch.deleteMany({ where: { committeeId, documentId, branchId: { notIn: [...branchIds] } } });
  await tx.partyDocumentBranch.createMany({
    data: [...new Set(branchIds)].map((branchId) => ({ committeeId, documentId, branchId })),
    skipDuplicates: true,
  });
}

/** What is stored of a paper. */
export function columnsOf({ issuedOn, receivedOn, deadlineOn, ...facts }: DocumentFacts) {
  return {
    ...facts,
    issuerKey: foldText(facts.issuer),
    issuedOn: toDbDate(issuedOn),
    receivedOn: receivedOn && toDbDate(receivedOn),
    deadlineOn: deadlineOn && toDbDate(deadlineOn),
    searchText: documentSearchText(facts),
  };
}

type Addressees = readonly { readonly id: string; readonly name: string }[];

/** What the audit tells of a paper. */
export function valuesOf(facts: DocumentFacts, branches: Addressees): AuditValues {
  const { kind, issuedOn, issuer, subjectLine, receivedOn, audience, deadlineOn, enclosures } = facts;
  return {
    numberAndSign: numberAndSign(facts),
    ...{ documentKind: kind, issuedOn, issuer, subjectLine, receivedOn, audience },
    addressees: branches.map(({ name }) => name).join(", ") || null,
    ...{ passOnUntil: deadlineOn, enclosures },
  };
}

/** The stored values as the forms type them, for the side-by-side view of a conflict. */
export function typedDocument({ branches, ...facts }: DocumentFacts & { readonly branches: Addressees }) {
  return {
    kind: facts.kind,
    number: String(facts.number),
    sign: facts.sign,
    issuedOn: typedForm(facts.issuedOn),
    issuer: facts.issuer,
    subjectLine: facts.subjectLine,
    receivedOn: facts.receivedOn === null ? "" : typedForm(facts.receivedOn),
    audience: facts.audience,
    branchId: branches.map(({ id }) => id),
    deadlineOn: facts.deadlineOn === null ? "" : typedForm(facts.deadlineOn),
    enclosures: facts.enclosures ?? "",
  };
}

/** How the audit names a paper. */
export function subjectOf(id: string, facts: DocumentFacts) {
  return { kind: "partyDocument", id, name: numberAndSign(facts) };
}
