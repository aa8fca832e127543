import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import { inForceOn, lastDayOf } from "@/lib/core/day/interval";
import { partialDay } from "@/lib/core/day/partial-day";
import type { Tx } from "@/lib/core/db/context";
import type { PaperCode } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { getMembershipRulesOn, listCharters } from "@/lib/features/rule-sets/queries/rule-sets";
import { type CharterParameters, charterParameters } from "@/lib/features/rule-sets/schema";
import {
  canAcceptTransfer,
  canCancelTransfer,
  canKeepTransfers,
  canReceiveMember,
} from "@/lib/features/transfers/policy";
import { findTransferScope } from "@/lib/features/transfers/queries/transfer-scope";
import { decisionObstacle, isAbout, letterDueOn, transferDueOn } from "@/lib/features/transfers/rules";

type Found = NonNullable<Awaited<ReturnType<typeof findTransferRow>>>;

/** A transfer as the reader may see it, with what the reader may do with it now. */
export type TransferView = ReturnType<typeof viewOf>;

function findTransferRow(tx: Tx, actor: Actor, id: string) {
  return tx.transfer.findFirst({
    where: { AND: [findTransferScope(actor), { id }] },
    relationLoadStrategy: "join",
    include: {
      fromBranch: { select: { name: true } },
      toBranch: { select: { name: true } },
      ruleSet: { select: { document: true, parameters: true } },
      newcomer: { omit: { committeeId: true, transferId: true, recordId: true } },
      member: { select: { id: true } },
    },
  });
}

/** One transfer. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getTransfer(actor: Actor, id: string): Promise<TransferView> {
  return readAs(actor, async (tx) => {
    const row = await findTransferRow(tx, actor, id);
    if (!row) throw notFound();
    const rules = await getMembershipRulesOn(tx, actor.committeeId, actor.today);
    const charters = await listCharters(tx, actor.committeeId);
    const charterOn = (on: Day) => inForceOn(charters, on)[0]?.parameters ?? null;
    return viewOf(actor, row, rules.parameters.transferPapers.value, charterOn);
  });
}

function viewOf(
  actor: Actor,
  row: Found,
  papers: readonly PaperCode[],
  charterOn: (on: Day) => CharterParameters | null,
) {
  const { id, version, direction, kind, state, personName, cause, decisionNumber, letterNumber, closeReason } = row;
  const effectiveOn = fromDbDate(row.effectiveOn);
  const endsOn = fromDbDate(row.endsOn);
  const [causedOn, letterOn] = [fromDbDate(row.causedOn), fromDbDate(row.letterOn)];
  const [ofCause, ofLetter] = [causedOn && charterOn(causedOn), letterOn && charterOn(letterOn)];
  return {
    id,
    version,
    direction,
    kind,
    state,
    name: personName,
    /** The record, where the reader may open it today. */
    memberId: row.member?.id ?? null,
    from: row.fromBranch?.name ?? row.otherParty ?? "",
    to: row.toBranch?.name ?? row.otherParty ?? "",
    cause,
    causedOn,
    effectiveOn,
    lastDay: lastDayOf({ startsOn: effectiveOn, endsOn }),
    decisionNumber,
    letter: letterNumber && letterOn ? { number: letterNumber, on: letterOn } : null,
    due: causedOn && ofCause ? { on: transferDueOn(causedOn, ofCause), days: ofCause.transferWorkingDays.value } : null,
    letterDue: letterOn && ofLetter ? letterDueOn(letterOn, ofLetter) : null,
    papers: direction === "WITHIN" ? papers.filter((code) => code !== "MEMBER_FORM") : papers,
    newcomer: newcomerOf(row.newcomer),
    proposed: { by: row.proposedBy, on: fromDbDate(row.proposedOn) },
    decided: row.decidedBy && row.decidedOn ? { by: row.decidedBy, on: fromDbDate(row.decidedOn) } : null,
    closeReason,
    receivedOn: fromDbDate(row.receivedOn),
    rule: ruleUse(row.ruleSet),
    isOwn: isAbout(row, actor),
    isOwnProposal: row.proposedById === actor.accountId,
    can: rightsOf(actor, row, effectiveOn),
  };
}

function newcomerOf(newcomer: Found["newcomer"]) {
  if (!newcomer) return null;
  const { birthOn, admittedOn, ceremonyOn, officialOn, ...rest } = newcomer;
  const days = { ceremonyOn: fromDbDate(ceremonyOn), officialOn: fromDbDate(officialOn) };
  return { ...rest, ...days, birthOn: partialDay(birthOn), admittedOn: fromDbDate(admittedOn) };
}

function ruleUse({ document, parameters }: Found["ruleSet"]) {
  const values = charterParameters.parse(parameters);
  const names = ["transferWorkingDays", "letterWorkingDays", "workingWeek"] as const;
  return { document, unsure: names.filter((name) => values[name].certainty !== "CONFIRMED") };
}

function rightsOf(actor: Actor, row: Found, effectiveOn: Day) {
  const { state, kind, direction, memberId, proposedById, toBranchId, receivedOn } = row;
  const isOther = !isAbout(row, actor);
  const facts = { state, memberId, proposedById, effectiveOn };
  const decides = canAcceptTransfer(actor) && decisionObstacle(facts, actor) === null;
  const stands = state === "PENDING" || state === "ACCEPTED";
  return {
    decide: decides,
    accept: decides && effectiveOn <= actor.today,
    cancel: state === "PENDING" && isOther && canCancelTransfer(actor, row),
    issueLetter: stands && canKeepTransfers(actor),
    printLetter: stands && direction !== "IN" && row.letterNumber !== null && canKeepTransfers(actor),
    receive: state === "ACCEPTED" && receivedOn === null && isOther && canReceiveMember(actor, toBranchId),
    endTemporary: state === "ACCEPTED" && kind === "TEMPORARY" && canKeepTransfers(actor),
  };
}
