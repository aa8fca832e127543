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

/** The number and sign that the next own paper of each kind gets if it is issued today; empty where no term is in force. */
export async function listNextSigns(
  actor: Actor,
): Promise<readonly { readonly kind: PartyDocumentKind; readonly sign: string }[]> {
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
    return documentKinds.map((kind) => {
      const highest = given.find((one) => one.kind === kind)?.number ?? null;
      return { kind, sign: numberAndSign({ number: nextNumber(highest), sign: ownSign(kind) }) };
    });
  });
}

/** The committee's term in force on a day; null where there was none. */
export async function findTermOn(tx: Tx, { committeeId }: Actor, on: Day) {
  const terms = await tx.term.findMany({
    where: { committeeId },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    select: { id: true, startsOn: true, endsOn: true },
  });
  return termOn(
    terms.map((term) => withPeriod(term)),
    on,
  );
}
