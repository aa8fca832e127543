import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate, type PartialDay } from "@/lib/core/day";
import { lastDayOf } from "@/lib/core/day/interval";
import { partialDay } from "@/lib/core/day/partial-day";
import type { MembershipKind, TransferDirection } from "@/lib/core/db/generated/enums";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canKeepTransfers } from "@/lib/features/transfers/policy";
import { findTransferScope } from "@/lib/features/transfers/queries/transfer-scope";

/** What a letter of introduction says of the member and the way. */
export type LetterView = {
  readonly id: string;
  readonly direction: TransferDirection;
  readonly kind: MembershipKind;
  readonly number: string;
  readonly on: Day;
  readonly name: string;
  readonly birthOn: PartialDay | null;
  readonly admittedOn: Day | null;
  readonly officialOn: Day | null;
  readonly cardNumber: string | null;
  readonly from: string;
  readonly to: string;
  readonly effectiveOn: Day;
  readonly lastDay: Day | null;
};

/**
 * The letter of introduction of a transfer, for the office. Refuses who does not keep transfers (FORBIDDEN), and a transfer
 * whose letter has no number and day yet, or of somebody who came with another body's letter (NOT_FOUND).
 */
export function getLetter(actor: Actor, id: string): Promise<LetterView> {
  return readAs(actor, async (tx) => {
    const row = await tx.transfer.findFirst({
      where: { AND: [findTransferScope(actor), { id }] },
      relationLoadStrategy: "join",
      include: {
        fromBranch: { select: { name: true } },
        toBranch: { select: { name: true } },
        member: {
          select: { profile: { select: { birthOn: true, admittedOn: true, officialOn: true, cardNumber: true } } },
        },
      },
    });
    if (!row || row.direction === "IN" || !row.letterNumber || !row.letterOn) throw notFound();
    authorize(canKeepTransfers(actor));
    const profile = row.member?.profile ?? null;
    const effectiveOn = fromDbDate(row.effectiveOn);
    return {
      id,
      direction: row.direction,
      kind: row.kind,
      number: row.letterNumber,
      on: fromDbDate(row.letterOn),
      name: row.personName,
      birthOn: profile && partialDay(profile.birthOn),
      admittedOn: fromDbDate(profile?.admittedOn ?? null),
      officialOn: fromDbDate(profile?.officialOn ?? null),
      cardNumber: profile?.cardNumber ?? null,
      from: row.fromBranch?.name ?? "",
      to: row.toBranch?.name ?? row.otherParty ?? "",
      effectiveOn,
      lastDay: lastDayOf({ startsOn: effectiveOn, endsOn: fromDbDate(row.endsOn) }),
    };
  });
}
