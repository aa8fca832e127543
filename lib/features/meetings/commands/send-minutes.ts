import "server-only";
import type { Actor } from "@/lib/core/actor";
import { changedValues } from "@/lib/core/audit";
import { type FormSending, runCommand } from "@/lib/core/command";
import { toDbDate } from "@/lib/core/day";
import { DomainError, requireNoObstacle } from "@/lib/core/errors";
import { withPeriod } from "@/lib/core/period";
import { loadMeeting, subjectOf } from "@/lib/features/meetings/commands/load-meeting";
import { takeNumber } from "@/lib/features/meetings/commands/take-number";
import { listCalled } from "@/lib/features/meetings/queries/called";
import { rollObstacle, sendObstacle, signObstacle, votersPresent, votesObstacle } from "@/lib/features/meetings/rules";
import { nextObstacle } from "@/lib/features/meetings/rules/next-meeting";
import { minutesSign } from "@/lib/features/meetings/rules/number";
import type { SendMinutesInput, SignMinutesInput } from "@/lib/features/meetings/schema";

/**
 * Sends the minutes to the committee, with the day of the next meeting where it was said, and gives them their number in the term
 * of the branch, or of the committee for its body (QĐ 399-QĐ/TW, HD 05-HD/VPTW 2026); from then on they stay as they are. Refuses
 * minutes without text or roll, with a roll that is not of the day the meeting was held or votes that are not those present, or sent
 * already, and a next meeting that does not follow (RULE); an older version (CONFLICT).
 */
export function sendMinutes(actor: Actor, input: SendMinutesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "sendMinutes", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const meeting = await loadMeeting(context, input.id);
    requireNoObstacle(sendObstacle(meeting, meeting.attendance, meeting.items));
    const members = await listCalled(tx, actor, meeting);
    requireNoObstacle(rollObstacle(meeting.attendance, members, { heldOn: meeting.heldOn, today }));
    requireNoObstacle(votesObstacle(meeting.items, votersPresent(meeting.attendance)));
    const { body } = meeting;
    const { nextOn, nextTime, nextPlace } = input;
    requireNoObstacle(
      nextObstacle(input, { heldOn: meeting.heldOn, branch: meeting.branch && withPeriod(meeting.branch) }),
    );
    const given = await takeNumber(context, meeting);
    const written = await tx.meeting.updateMany({
      where: { committeeId: actor.committeeId, id: meeting.id, version: input.version },
      data: {
        ...given,
        ...{ state: "SENT", sentOn: toDbDate(today), sentBy: actor.displayName },
        ...{ nextOn: toDbDate(nextOn), nextTime, nextPlace },
        version: { increment: 1 },
      },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const change = changedValues(
      { state: "DRAFT", minutesNumber: null, nextOn: null, nextTime: null, nextPlace: null },
      { state: "SENT", minutesNumber: given.number && minutesSign(given.number, body), nextOn, nextTime, nextPlace },
    );
    const changes = change ? [{ record: "Meeting", recordId: meeting.id, ...change }] : [];
    audit({ type: "meeting.sent", ...subjectOf(meeting), changes });
    return { id: meeting.id };
  });
}

/**
 * Enters the day on which chair and writer signed the minutes that were sent; where no term was on record when they were sent, they
 * get their number now. Refuses minutes that have not been sent or are
 * signed, and a day before the meeting or in the future (RULE); an older version (CONFLICT).
 */
export function signMinutes(actor: Actor, input: SignMinutesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "signMinutes", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const meeting = await loadMeeting(context, input.id);
    const { signedOn } = input;
    requireNoObstacle(signObstacle(meeting, signedOn, today));
    const { number: was, body } = meeting;
    const given = was === null ? await takeNumber(context, meeting) : { number: was };
    const written = await tx.meeting.updateMany({
      where: { committeeId: actor.committeeId, id: meeting.id, version: input.version },
      data: { ...given, state: "SIGNED", signedOn: toDbDate(signedOn), version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const is = given.number;
    const change = changedValues(
      { state: "SENT", minutesNumber: was && minutesSign(was, body), signedOn: null },
      { state: "SIGNED", minutesNumber: is && minutesSign(is, body), signedOn },
    );
    const changes = change ? [{ record: "Meeting", recordId: meeting.id, ...change }] : [];
    audit({ type: "meeting.signed", ...subjectOf(meeting), changes });
    return { id: meeting.id };
  });
}
