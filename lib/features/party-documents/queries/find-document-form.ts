import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import type { PartyDocumentKind } from "@/lib/core/db/generated/enums";
import { inForce, withPeriod } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";
import { canRegisterDocuments } from "@/lib/features/party-documents/policy";
import { documentKinds, nextNumber, numberAndSign, ownSign, termOn } from "@/lib/features/party-documents/rules/number";

/** A branch that a paper may be addressed to. */
export type Addressee = { readonly id: string; readonly name: string };

/** The branches of today that papers may be addressed to, by name, with those `besides` that have ended. */
export async function listAddressees(actor: Actor, besides: readonly Addressee[] = []): Promise<Addressee[]> {
  if (!canRegisterDocuments(actor)) return [];
  const standing = await readAs(actor, (tx) =>
    tx.branch.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, inForce(actor.today)] },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
      select: { id: true, name: true },
    }),
  );
  return [...standing, ...besides.filter(({ id }) => !standing.some((one) => one.id === id))];
}

/**
 * The number and sign that the next own paper of a kind gets if it is issued today, whether one was given in the term, and from which
 * number the register was said to go on; null where it begins at 1.
 */
export type NextSign = {
  readonly kind: PartyDocumentKind;
  readonly sign: string;
  readonly isGiven: boolean;
  readonly first: { readonly number: number; readonly reason: string; readonly version: number } | null;
};

/** What the next own paper of each kind gets; empty where no term is in force. */
export async function listNextSigns(actor: Actor): Promise<readonly NextSign[]> {
  if (!canRegisterDocuments(actor)) return [];
  return readAs(actor, async (tx) => {
    const term = await findTermOn(tx, actor, actor.today);
    if (!term) return [];
    const given = await tx.partyDocument.findMany({
      where: { committeeId: actor.committeeId, direction: "OWN", termId: term.id },
      orderBy: [{ kind: "asc" }, { number: "desc" }],
      distinct: ["kind"],
      select: { kind: true, number: true },
    });
    const firsts = await tx.firstNumber.findMany({
      where: { committeeId: actor.committeeId, termId: term.id },
      select: { kind: true, number: true, reason: true, version: true },
    });
    return documentKinds.map((kind) => {
      const highest = given.find((one) => one.kind === kind)?.number ?? null;
      const first = firsts.find((one) => one.kind === kind) ?? null;
      const number = nextNumber(highest, first?.number);
      return { kind, sign: numberAndSign({ number, sign: ownSign(kind) }), isGiven: highest !== null, first };
    });
  });
}

/** The committee's term in force on a day; null where there was none. */
export async function findTermOn(tx: Tx, { committeeId }: Actor, on: Day) {
  const terms = await tx.term.findMany({
    where: { committeeId },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    select: { id: true, name: true, startsOn: true, endsOn: true },
  });
  return termOn(
    terms.map((term) => withPeriod(term)),
    on,
  );
}
