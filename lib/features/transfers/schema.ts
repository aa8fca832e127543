import { z } from "zod";
import { Education, MembershipKind, Sex, TransferCause, TransferDirection } from "@/lib/core/db/generated/enums";
import {
  choice,
  dayField,
  id,
  name,
  note,
  optionalDay,
  optionalId,
  optionalText,
  partialDayField,
  text,
  version,
} from "@/lib/core/fields";

/** What every transfer says: for good or for a time, why, from when, and its papers. */
const papers = {
  kind: choice(MembershipKind),
  cause: choice(TransferCause),
  causedOn: optionalDay(),
  effectiveOn: dayField(),
  lastDay: optionalDay(),
  decisionNumber: optionalText(60),
  letterNumber: optionalText(60),
  letterOn: optionalDay(),
};

/** A transfer of somebody who has a record: to another branch, to another Party organisation, or back from one. */
export const proposeTransferInput = z.strictObject({
  memberId: id(),
  direction: choice(TransferDirection),
  toBranchId: optionalId(),
  otherParty: optionalText(160),
  ...papers,
});
export type ProposeTransferInput = z.output<typeof proposeTransferInput>;

const digits = () => optionalText(20).transform((value) => value?.replace(/[\s.]/gu, "") || null);

/** The arrival of somebody without a record here: what the papers brought along say. */
export const proposeArrivalInput = z.strictObject({
  toBranchId: id(),
  otherParty: text(160),
  fullName: name(),
  sex: choice(Sex),
  birthOn: partialDayField(),
  ethnicity: text(40),
  education: choice(Education),
  admittedOn: dayField(),
  ceremonyOn: optionalDay(),
  officialOn: optionalDay(),
  cardNumber: digits(),
  oldCardNumber: digits(),
  ...papers,
});
export type ProposeArrivalInput = z.output<typeof proposeArrivalInput>;

export const acceptTransferInput = z.strictObject({ id: id(), version: version() });
export type AcceptTransferInput = z.output<typeof acceptTransferInput>;

export const closeTransferInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type CloseTransferInput = z.output<typeof closeTransferInput>;

export const issueLetterInput = z.strictObject({
  id: id(),
  version: version(),
  letterNumber: text(60),
  letterOn: dayField(),
});
export type IssueLetterInput = z.output<typeof issueLetterInput>;

export const receiveMemberInput = z.strictObject({ id: id(), version: version(), receivedOn: dayField() });
export type ReceiveMemberInput = z.output<typeof receiveMemberInput>;

export const endTemporaryActivityInput = z.strictObject({ id: id(), version: version(), lastDay: dayField() });
export type EndTemporaryActivityInput = z.output<typeof endTemporaryActivityInput>;
