import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { requireNoObstacle } from "@/lib/core/errors";
import { formatIn } from "@/lib/core/i18n/format";
import { paperSentences as t } from "@/lib/core/i18n/paper-sentences";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import type { Filling } from "@/lib/features/documents/queries/paper-words";
import { getMeeting, type MeetingView } from "@/lib/features/meetings/queries/get-meeting";
import { countRoll } from "@/lib/features/meetings/rules";
import { paperObstacle } from "@/lib/features/meetings/rules/paper";
import type { MinutesItem } from "@/lib/features/meetings/schema";
import { nextWords } from "@/lib/features/meetings/schema/next-meeting";
import { type GivenTask, listGivenInMinutes } from "@/lib/features/tasks/queries/list-given-in-minutes";
import { type CarriedTask, listMeetingTasks } from "@/lib/features/tasks/queries/list-meeting-tasks";

const format = formatIn("vi");

type Row = Filling["fields"];

/** The minutes as a file, and the day of the meeting. */
export type MinutesPaper = FilledDocument & { readonly heldOn: Day };

/**
 * The minutes of a meeting as a Word document of the day it was held, with its tasks as they stood when the minutes were sent.
 * Refuses with NOT_FOUND a meeting that is not the reader's to see, and with RULE minutes that have not been sent.
 */
export async function getMinutesPaper(actor: Actor, id: string): Promise<MinutesPaper> {
  const meeting = await getMeeting(actor, id);
  requireNoObstacle(paperObstacle(meeting.state));
  const [{ carried }, given] = await Promise.all([
    meeting.body === null ? listMeetingTasks(actor, meeting) : NONE_CARRIED,
    listGivenInMinutes(actor, meeting),
  ]);
  const { heldOn, roll } = meeting;
  const file = await getFilledDocument(actor, {
    kind: "MEETING_MINUTES",
    on: heldOn,
    subjectId: id,
    memberIds: roll.map(({ memberId }) => memberId),
    isWhole: false,
    serial: null,
    params: { branch: holderOf(meeting), rows: roll.length },
    fields: fieldsOf(meeting),
    loops: {
      minutesRows: [
        ...carriedRows(carried),
        ...meeting.items.flatMap((item) => itemRows(item, meeting.voters)),
        ...givenRows(given, meeting),
        ...closingRows(meeting),
      ],
    },
  });
  return { ...file, heldOn };
}

/* What a body gave is followed in the branches, and stands on no later meeting of the body by itself. */
const NONE_CARRIED = { carried: [] };

function holderOf({ branch, body }: MeetingView): string {
  return body === null ? branch : t(`meetings.bodies.names.${body}`);
}

function fieldsOf(meeting: MeetingView): Row {
  const { kind, body, monthOn, heldOn, startTime, roll, guests } = meeting;
  const counts = countRoll(roll);
  const absent = roll.filter((line) => line.presence !== "PRESENT");
  const reasonOf = ({ presence, reason }: (typeof roll)[number]) =>
    reason ?? t(`meetings.paper.absences.${presence === "ABSENT_EXCUSED" ? "excused" : "unexcused"}`);
  const day = format.longDay(heldOn);
  const nobody = t("meetings.paper.nobody");
  return {
    branch: holderOf(meeting),
    minutesNumber: meeting.sign,
    minutesSubject:
      body === null
        ? t("meetings.paper.subject", { kind, month: format.month(monthOn) })
        : t("meetings.bodies.paper.subject", { kind, body: holderOf(meeting) }),
    heldAt: startTime ? t("meetings.paper.heldAt", { time: startTime, day }) : day,
    meetingPlace: meeting.place,
    chair: meeting.chairName,
    writer: meeting.writerName,
    presentCount: format.number(counts.present),
    calledCount: format.number(counts.called),
    absentCount: format.number(absent.length),
    absentees: absent.map((line) => `${line.name} (${reasonOf(line)})`).join("; ") || nobody,
    exemptCount: format.number(counts.exempt),
    guests: guests?.split("\n").join("; ") ?? nobody,
  };
}

const headed = (heading: string, text = ""): Row => ({ minutesHeading: heading, minutesText: text });
const line = (text: string): Row => headed("-", text);

function carriedRows(carried: readonly CarriedTask[]): Row[] {
  if (carried.length === 0) return [];
  const rows = carried.map(({ title, doer, deadlineOn, month, last, judged }) => {
    const names = { title, doer: doer ?? t("tasks.wholeBranch"), deadline: format.day(deadlineOn), month };
    const said = judged ? t("tasks.atMeeting.found", judged) : last && t("tasks.atMeeting.last", last);
    return line([t("tasks.paper.carriedLine", names), said].filter(Boolean).join(" "));
  });
  return [headed(t("tasks.paper.heading")), ...rows];
}

function givenRows(given: readonly GivenTask[], { body }: MeetingView): Row[] {
  if (given.length === 0) return [];
  const rows = given.map(({ title, doer, deadlineOn }) =>
    line(t("tasks.paper.givenLine", { title, doer: doer ?? t("tasks.wholeBranch"), deadline: format.day(deadlineOn) })),
  );
  return [headed(t(body === null ? "tasks.paper.given" : "tasks.paper.givenByBody")), ...rows];
}

function itemRows({ position, title, opinions, conclusion, yes, no, other }: MinutesItem, voters: number): Row[] {
  const voted = yes !== null && no !== null && other !== null;
  return [
    headed(t("meetings.paper.item", { position, title })),
    ...(opinions ? [line(`${t("meetings.paper.opinions")}: ${opinions}`)] : []),
    ...(conclusion ? [line(`${t("meetings.paper.itemConclusion")}: ${conclusion}`)] : []),
    ...(voted ? [line(t("meetings.paper.votes", { yes, no, other, voters }))] : []),
  ];
}

function closingRows({ body, conclusion, next, addenda }: MeetingView): Row[] {
  const heading = t(body === null ? "meetings.paper.conclusion" : "meetings.bodies.paper.conclusion");
  const coming = body === null ? "meetings.paper.next" : "meetings.bodies.paper.next";
  return [
    ...(conclusion ? [headed(`${heading}:`, conclusion)] : []),
    ...(next ? [headed("", t(coming, { day: format.longDay(next.heldOn), ...nextWords(next) }))] : []),
    ...addenda.map(({ reason, text }) => headed(`${t("meetings.paper.addendum", { reason })}:`, text)),
  ];
}
