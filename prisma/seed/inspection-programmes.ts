import type { Actor } from "@/lib/core/actor";
import { addDays, day, firstDayOfYear, yearOf } from "@/lib/core/day";
import type { InspectionMode, InspectionTopic } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { addLine } from "@/lib/features/inspection-programmes/commands/add-line";
import { markLineDone } from "@/lib/features/inspection-programmes/commands/change-lines";
import { issueProgramme, openProgramme } from "@/lib/features/inspection-programmes/commands/keep-programmes";
import { getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";
import type { AddLineInput, OpenProgrammeInput } from "@/lib/features/inspection-programmes/schema";
import { sampleBranches } from "./commune";
import { idOf, type SampleRegister } from "./structure";

type Planned = { month: number; mode: InspectionMode; topic: InspectionTopic } & Pick<
  AddLineInput,
  "branchIds" | "memberIds"
>;

/** An event of the sample as the programme of its year planned it. */
export type PlannedEvent = { month: number; mode: InspectionMode; topic: InspectionTopic; branchIds: string[] };

/** Issues the committee's programme of a year; answers the line of each event, in the order given. */
export async function planYear(office: Actor, year: number, events: readonly PlannedEvent[]): Promise<string[]> {
  const lines = events.map(({ month, mode, topic, branchIds }) => ({ month, mode, topic, branchIds, memberIds: [] }));
  const id = await issued(office, { year, body: "COMMITTEE", branchId: null }, lines, "01-CTr/ĐU");
  const programme = await getProgramme(office, id);
  return events.map((event) => programme.lines.find((line) => line.month === event.month)?.id ?? "");
}

/** The plan of Nà An for this year: one line is done, the other months pass or come. */
export async function planBranch(office: Actor, register: SampleRegister): Promise<void> {
  const branch = sampleBranches.find(({ key }) => key === "naan");
  if (!branch) throw new Error("There is no branch Nà An");
  const branchId = idOf(register.branchIds, branch);
  const { today } = office;
  const year = yearOf(today);
  const people = await readAs(office, (tx) =>
    tx.membership.findMany({
      where: { committeeId: office.committeeId, branchId, endsOn: null, member: { branchOffices: { none: {} } } },
      orderBy: { member: { sortKey: "asc" } },
      take: 3,
      select: { memberId: true },
    }),
  );
  const memberIds = people.map(({ memberId }) => memberId);
  const lines: readonly Planned[] = [
    { month: 1, mode: "SUPERVISION", topic: "WORKING_RULES", memberIds: memberIds.slice(0, 2), branchIds: [] },
    { month: 5, mode: "INSPECTION", topic: "COMPLIANCE", memberIds: memberIds.slice(1, 3), branchIds: [] },
    { month: 12, mode: "SUPERVISION", topic: "PARTY_FEES", memberIds: memberIds.slice(2), branchIds: [] },
  ];
  const id = await issued(office, { year, body: null, branchId }, lines, "01-KH/CB");
  const [first] = (await getProgramme(office, id)).lines;
  if (!first) throw new Error("The plan has no line");
  const inJanuary = day(`${year}-01-25`);
  await markLineDone(office, {
    ...{ id: first.id, version: 1, doneOn: inJanuary < today ? inJanuary : today, meetingId: null },
    result: "Hai đồng chí thực hiện đúng quy chế làm việc, không có vi phạm.",
  });
}

async function issued(
  office: Actor,
  input: OpenProgrammeInput,
  lines: readonly Planned[],
  documentNumber: string,
): Promise<string> {
  const { id } = await openProgramme(office, input);
  for (const line of lines) {
    const words = { members: [], team: null, remark: null, addedOn: null, addedReason: null };
    await addLine(office, { programmeId: id, ...line, ...words });
  }
  const issuedOn = addDays(firstDayOfYear(input.year), -12);
  await issueProgramme(office, { id, version: lines.length + 1, documentNumber, issuedOn });
  return id;
}
