import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate, typedForm } from "@/lib/core/day";
import { endAfter, lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound } from "@/lib/core/errors";
import { leaveBranch } from "@/lib/features/members/commands/join-branch";
import { changeTransfer, loadTransfer } from "@/lib/features/transfers/commands/load-transfer";
import { canKeepTransfers, canReceiveMember } from "@/lib/features/transfers/policy";
import type { EndTemporaryActivityInput, IssueLetterInput, ReceiveMemberInput } from "@/lib/features/transfers/schema";

type FormKey = FormSending;

/** Enters the number and day of the letter of introduction. Refuses a transfer that was rejected or taken back (RULE). */
export function issueLetter(actor: Actor, input: IssueLetterInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "issueLetter", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const transfer = await loadTransfer(context, input.id);
    authorize(canKeepTransfers(actor));
    const { id, version, letterNumber, letterOn } = input;
    const { state, personName, fromBranchId, toBranchId } = transfer;
    if (state !== "PENDING" && state !== "ACCEPTED") throw new DomainError("RULE", "transfers.errors.alreadyDecided");
    if (letterOn > today) throw new DomainError("RULE", "members.errors.inFuture", {}, "letterOn");

    await changeTransfer(context, transfer, version, { letterNumber, letterOn: toDbDate(letterOn) });
    const before = { letterNumber: transfer.letterNumber, letterOn: transfer.letterOn };
    audit({
      type: "transfer.letterIssued",
      subject: { kind: "transfer", id, name: personName },
      branchId: fromBranchId ?? toBranchId,
      changes: [{ record: "Transfer", recordId: id, before, after: { letterNumber, letterOn } }],
    });
    return { id };
  });
}

/** Notes the day on which the member has come to the receiving branch; by its secretary or the office, once (RULE). */
export function receiveMember(actor: Actor, input: ReceiveMemberInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "receiveMember", input, ...sending }, async (context) => {
    const { actor, today, audit } = context;
    const transfer = await loadTransfer(context, input.id);
    authorize(canReceiveMember(actor, transfer.toBranchId));
    const { id, version, receivedOn } = input;
    if (transfer.state !== "ACCEPTED") throw new DomainError("RULE", "transfers.errors.notAccepted");
    if (transfer.receivedOn !== null) throw new DomainError("RULE", "transfers.errors.receivedBefore");
    if (receivedOn > today) throw new DomainError("RULE", "members.errors.inFuture", {}, "receivedOn");
    if (receivedOn < transfer.effectiveOn) {
      const params = { effectiveOn: typedForm(transfer.effectiveOn) };
      throw new DomainError("RULE", "transfers.errors.receivedEarly", params, "receivedOn");
    }

    await changeTransfer(context, transfer, version, { receivedOn: toDbDate(receivedOn) });
    audit({
      type: "transfer.memberReceived",
      subject: { kind: "transfer", id, name: transfer.personName },
      branchId: transfer.toBranchId,
      changes: [{ record: "Transfer", recordId: id, before: { receivedOn: null }, after: { receivedOn } }],
    });
    return { id };
  });
}

/** Ends temporary activity with its last day, sooner or later than was planned. Refuses what is for good, or not accepted (RULE). */
export function endTemporaryActivity(actor: Actor, input: EndTemporaryActivityInput, sending: FormKey = {}) {
  return runCommand(actor, { command: "endTemporaryActivity", input, ...sending }, async (context) => {
    const { actor, audit } = context;
    const transfer = await loadTransfer(context, input.id);
    authorize(canKeepTransfers(actor));
    const { id, version, lastDay } = input;
    const { kind, state, memberId, toBranchId, effectiveOn: startsOn } = transfer;
    if (kind !== "TEMPORARY" || state !== "ACCEPTED") throw new DomainError("RULE", "transfers.errors.notTemporary");
    const endsOn = endAfter(lastDay);
    if (endsOn === null || memberId === null) throw notFound();
    if (lastDay < startsOn) throw new DomainError("RULE", "members.errors.endsBeforeStart", {}, "lastDay");

    await changeTransfer(context, transfer, version, { endsOn: toDbDate(endsOn) });
    if (toBranchId !== null) await leaveBranch(context, { memberId, branchId: toBranchId, startsOn, endsOn });
    const before = { lastDay: lastDayOf({ startsOn, endsOn: transfer.endsOn }) };
    audit({
      type: "transfer.temporaryActivityEnded",
      subject: { kind: "transfer", id, name: transfer.personName },
      branchId: toBranchId ?? transfer.fromBranchId,
      changes: [{ record: "Transfer", recordId: id, before, after: { lastDay } }],
    });
    return { id };
  });
}
