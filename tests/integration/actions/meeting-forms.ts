import { randomUUID } from "node:crypto";
import { addDays, addMonths, type Day, day, typedForm } from "@/lib/core/day";
import { fixMeetingDay } from "@/lib/features/meetings/commands/fix-meeting-day";
import { keepDraft } from "@/lib/features/meetings/commands/keep-draft";
import { attachPhoto } from "@/lib/features/meetings/commands/keep-photos";
import { openMeeting } from "@/lib/features/meetings/commands/open-meeting";
import { getMeetingDays } from "@/lib/features/meetings/queries/meeting-days";
import { giveCommitteeSeat } from "@/lib/features/organization/commands/shape-committee";
import { plainPicture } from "../../support/pictures";
import { openedOf } from "../meetings/body-meeting";
import {
  fullPoints,
  meetingInput,
  opened,
  type Place,
  rollOf,
  scored,
  sent,
  withRoll,
  written,
} from "../meetings/branch-meeting";
import { type FormCase, type FormWorld, someone } from "./form-case";

const also = ["secretary"] as const;
let months = 0;

const nextMonth = () => addMonths(day("2016-01-01"), months++);
const typedMonth = (monthOn: Day) => typedForm(monthOn).slice(3);

/** The branch the form is about, with two members who lead its meeting. */
async function placeOf(world: FormWorld): Promise<Place> {
  const [chair, writer] = [await someone(world), await someone(world)];
  return { branchId: world.branchId, chairId: chair.id, writerId: writer.id };
}

/* A month has one monthly meeting and any number on a topic; the rules of scoring begin in 2018. */
const SCORED_MONTH = day("2022-01-01");
const topical = async (world: FormWorld): Promise<Place> => ({ ...(await placeOf(world)), kind: "TOPICAL" });

let bodyDays = 0;
const nextBodyDay = () => addDays(day("2021-01-01"), bodyDays++);

/** A meeting of a body on a day of its own, chaired by a member who had a seat in it that year: today's body decides elsewhere. */
async function bodyFields(world: FormWorld) {
  const [chair, writer] = [await someone(world), await someone(world)];
  await giveCommitteeSeat(world.system, {
    ...{ termId: world.termId, memberId: chair.id, kind: "STANDING_MEMBER", decisionNumber: null },
    ...{ startsOn: day("2020-12-31"), lastDay: day("2021-12-31") },
  });
  const when = { heldOn: typedForm(nextBodyDay()), startTime: "08:00", place: "Hội trường xã" };
  return { kind: "MONTHLY", ...when, chairId: chair.id, writerId: writer.id };
}

/** The forms of meetings, from opening one to the signature. */
export const meetingForms: Readonly<Record<string, FormCase>> = {
  fixMeetingDayAction: {
    by: "office",
    also,
    optional: ["seasonFrom", "seasonTo", "seasonTime"],
    fillIn: async (world) => {
      const usual = { monthDay: 4, startTime: "08:00", place: "Trường học" };
      const always = { seasonFrom: null, seasonTo: null, seasonTime: null };
      const { branchId } = world;
      const { version: before } = await getMeetingDays(world.system, branchId);
      await fixMeetingDay(world.system, { branchId, version: before, startsOn: nextMonth(), ...usual, ...always });
      const { version } = await getMeetingDays(world.system, branchId);
      const when = { startsOn: typedForm(nextMonth()), monthDay: "5", startTime: "14:00", place: "Nhà văn hóa" };
      const season = { seasonFrom: "", seasonTo: "", seasonTime: "" };
      return { branchId, version: String(version), ...when, ...season };
    },
  },
  endMeetingDayAction: {
    by: "office",
    also,
    fillIn: async ({ system, branchId }) => {
      const usual = { monthDay: 4, startTime: "08:00", place: "Trường học" };
      const always = { seasonFrom: null, seasonTo: null, seasonTime: null };
      const startsOn = nextMonth();
      const { version: before } = await getMeetingDays(system, branchId);
      await fixMeetingDay(system, { branchId, version: before, startsOn, ...usual, ...always });
      const { version } = await getMeetingDays(system, branchId);
      return { branchId, version: String(version), lastDay: typedForm(startsOn) };
    },
  },
  openMeetingAction: {
    by: "office",
    also,
    optional: ["startTime"],
    fillIn: async (world) => {
      const monthOn = nextMonth();
      const heldOn = `05/${typedMonth(monthOn)}`;
      const when = { monthOn: typedMonth(monthOn), heldOn, startTime: "19:30" };
      return { ...(await placeOf(world)), kind: "MONTHLY", ...when, place: "Nhà văn hóa" };
    },
    otherwise: { place: "Trường học" },
  },
  editMeetingAction: {
    by: "office",
    also,
    optional: ["startTime"],
    fillIn: async (world) => {
      const monthOn = nextMonth();
      const { branchId: _branch, ...people } = await placeOf(world);
      const id = await opened(world.system, { ...people, branchId: world.branchId }, monthOn);
      const when = { monthOn: typedMonth(monthOn), heldOn: `06/${typedMonth(monthOn)}`, startTime: "19:30" };
      return { id, version: "1", kind: "MONTHLY", ...when, place: "Nhà văn hóa", ...people };
    },
  },
  openBodyMeetingAction: {
    by: "office",
    optional: ["startTime"],
    fillIn: async (world) => ({ body: "COMMITTEE", ...(await bodyFields(world)) }),
    otherwise: { place: "Trường học" },
  },
  editBodyMeetingAction: {
    by: "office",
    optional: ["startTime"],
    fillIn: async (world) => {
      const { chairId, writerId, heldOn, ...fields } = await bodyFields(world);
      const of = { committeeId: world.system.committeeId, body: "STANDING_COMMITTEE" as const, chairId, writerId };
      const id = await openedOf(world.system, of, nextBodyDay());
      return { id, version: "1", ...fields, heldOn, chairId, writerId, place: "Trường học" };
    },
  },
  inviteAction: {
    by: "office",
    also,
    optional: ["enclosures"],
    fillIn: async (world) => {
      const people = await placeOf(world);
      const input = meetingInput({ ...people, branchId: world.branchId, kind: "TOPICAL" }, nextMonth());
      const { id } = await openMeeting(world.system, { ...input, heldOn: addMonths(world.system.today, 1) });
      return { id, version: "1", startTime: "19:30", enclosures: "Dự thảo nghị quyết" };
    },
  },
  takeAttendanceAction: {
    by: "office",
    also,
    fillIn: async (world) => {
      const [place, monthOn] = [await placeOf(world), nextMonth()];
      const id = await opened(world.system, place, monthOn);
      const roll = await rollOf(place, monthOn);
      const lines = roll.flatMap(({ memberId }) => [
        [`at-${memberId}`, "PRESENT"],
        [`why-${memberId}`, ""],
      ]);
      return { id, version: "1", guests: "", ...Object.fromEntries(lines) };
    },
  },
  writeMinutesAction: {
    by: "office",
    also,
    fillIn: async (world) => ({
      ...{ id: await withRoll(world.system, await placeOf(world), nextMonth()), version: "2" },
      ...{ "title-1": "Nhiệm vụ tháng tới", "opinions-1": "Nhất trí", "conclusion-1": "" },
      ...{ "yes-1": "", "no-1": "", "other-1": "", conclusion: "Chi bộ thống nhất" },
    }),
  },
  takeOverPenAction: {
    by: "office",
    also,
    fillIn: async (world) => ({ id: await opened(world.system, await placeOf(world), nextMonth()), version: "1" }),
  },
  dropDraftAction: {
    by: "office",
    fillIn: async (world) => {
      const id = await opened(world.system, await placeOf(world), nextMonth());
      await keepDraft(world.actors.office, { id, version: 1, entries: { conclusion: "Nhất trí" } });
      return { id };
    },
    otherwise: { id: randomUUID() },
  },
  addAddendumAction: {
    by: "office",
    also,
    fillIn: async (world) => ({
      id: await sent(world.system, await placeOf(world), nextMonth()),
      text: "Ghi thiếu ý kiến của một đồng chí",
      reason: "Đối chiếu sổ tay",
    }),
    otherwise: { text: "Khác" },
  },
  removePhotoAction: {
    by: "office",
    also,
    fillIn: async (world) => {
      const meetingId = await opened(world.system, await placeOf(world), nextMonth());
      const { id } = await attachPhoto(world.system, { meetingId, bytes: await plainPicture() });
      return { id };
    },
  },
  sendMinutesAction: {
    by: "office",
    also,
    optional: ["nextTime", "nextPlace"],
    fillIn: async (world) => ({
      ...{ id: await written(world.system, await placeOf(world), nextMonth()), version: "3" },
      ...{ nextOn: "05/01/2020", nextTime: "19:30", nextPlace: "Nhà văn hóa" },
    }),
  },
  scoreMeetingAction: {
    by: "office",
    also,
    fillIn: async (world) => {
      const points = Object.entries(fullPoints).map(([criterion, most]) => [criterion, String(most)]);
      const id = await sent(world.system, await topical(world), SCORED_MONTH);
      return { id, weaknesses: "", ...Object.fromEntries(points) };
    },
  },
  gradeMeetingAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => ({
      id: await scored(world.system, await topical(world), SCORED_MONTH),
      ...{ version: "1", grade: "MEETING_GOOD", reason: "" },
    }),
  },
  signMinutesAction: {
    by: "office",
    also,
    fillIn: async (world) => ({
      id: await sent(world.system, await placeOf(world), nextMonth()),
      version: "4",
      signedOn: typedForm(world.system.today),
    }),
  },
};
