import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import type { ProposeTransferInput } from "@/lib/features/transfers/schema";

/** What the form for a member's transfer sends: for good, because of a change of residence. */
export function transferInput(memberId: string, changes: Partial<ProposeTransferInput> = {}): ProposeTransferInput {
  return {
    memberId,
    direction: "WITHIN",
    kind: "OFFICIAL",
    toBranchId: null,
    otherParty: null,
    cause: "RESIDENCE",
    causedOn: null,
    effectiveOn: day("2024-01-01"),
    lastDay: null,
    decisionNumber: "07-QĐ/ĐU",
    letterNumber: null,
    letterOn: null,
    ...changes,
  };
}

type TwoPeople = { readonly proposer: Actor; readonly accepter: Actor };

/** Proposes a transfer and has another person accept it; answers its id. */
export async function transfer({ proposer, accepter }: TwoPeople, input: ProposeTransferInput): Promise<string> {
  const { id } = await proposeTransfer(proposer, input);
  await acceptTransfer(accepter, { id, version: 1 });
  return id;
}

/** The transfer of a member to another Party organisation, whose last day here is that one. */
export function departure(memberId: string, effectiveOn: Day): ProposeTransferInput {
  return transferInput(memberId, { direction: "OUT", otherParty: "Đảng bộ xã Khác", effectiveOn });
}
