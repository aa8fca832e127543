import type { Actor } from "@/lib/core/actor";
import type { FormSending } from "@/lib/core/command";
import { type Day, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { proposeTransfer } from "@/lib/features/transfers/commands/propose-transfer";
import type { ProposeArrivalInput, ProposeTransferInput } from "@/lib/features/transfers/schema";

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
export async function transfer(
  { proposer, accepter }: TwoPeople,
  input: ProposeTransferInput,
  sending: FormSending = {},
): Promise<string> {
  const { id } = await proposeTransfer(proposer, input);
  await acceptTransfer(accepter, { id, version: 1 }, sending);
  return id;
}

/** The transfer of a member to another Party organisation, whose last day here is that one. */
export function departure(memberId: string, effectiveOn: Day): ProposeTransferInput {
  return transferInput(memberId, { direction: "OUT", otherParty: "Đảng bộ xã Khác", effectiveOn });
}

/** The arrival of somebody without a record, whom another Party organisation has sent. */
export function arrivalInput(toBranchId: string, changes: Partial<ProposeArrivalInput> = {}): ProposeArrivalInput {
  const { memberId: _memberId, direction: _direction, ...papers } = transferInput("");
  return {
    ...papers,
    toBranchId,
    otherParty: "Đảng bộ xã Khác",
    fullName: "Cầm Thị Đến",
    sex: "FEMALE",
    birthOn: partialDay("1990-01-01"),
    ethnicity: "Thái",
    education: "UPPER_SECONDARY",
    admittedOn: day("2015-05-19"),
    ceremonyOn: day("2015-06-01"),
    officialOn: day("2016-06-01"),
    cardNumber: null,
    oldCardNumber: null,
    letterNumber: "12-GT/ĐU",
    letterOn: day("2023-12-20"),
    ...changes,
  };
}
