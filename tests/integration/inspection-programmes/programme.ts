import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { addLine } from "@/lib/features/inspection-programmes/commands/add-line";
import { issueProgramme, openProgramme } from "@/lib/features/inspection-programmes/commands/keep-programmes";
import type { AddLineInput, OpenProgrammeInput } from "@/lib/features/inspection-programmes/schema";
import { ownerRows } from "../../support/register";

/** What the form for a line would send, about nobody yet. */
export function lineInput(programmeId: string, changes: Partial<AddLineInput> = {}): AddLineInput {
  return {
    ...{ programmeId, mode: "INSPECTION", topic: "COMPLIANCE", month: 8 },
    ...{ branchIds: [], members: [], memberIds: [], team: null, remark: null, addedOn: null, addedReason: null },
    ...changes,
  };
}

export const committee2022: OpenProgrammeInput = { year: 2022, body: "COMMITTEE", branchId: null };
export const commission2022: OpenProgrammeInput = { year: 2022, body: "INSPECTION_COMMISSION", branchId: null };
export const planOf = (branchId: string, year = 2022): OpenProgrammeInput => ({ year, body: null, branchId });

/** A draft of a programme. */
export async function drafted(by: Actor, input: OpenProgrammeInput): Promise<string> {
  return (await openProgramme(by, input)).id;
}

/** A line of a programme, by its id. */
export async function lined(by: Actor, programmeId: string, changes: Partial<AddLineInput>): Promise<string> {
  const before = await lineIds(programmeId);
  await addLine(by, lineInput(programmeId, changes));
  const added = (await lineIds(programmeId)).find((id) => !before.includes(id));
  if (!added) throw new Error("no line was added");
  return added;
}

/** Issues the draft as it is now. */
export async function issued(by: Actor, id: string, issuedOn = "2022-01-10"): Promise<void> {
  const [row] = await ownerRows<{ version: number }>(`SELECT version FROM "InspectionProgramme" WHERE id = $1`, [id]);
  await issueProgramme(by, { id, version: row?.version ?? 0, documentNumber: "01-CTr/ĐU", issuedOn: day(issuedOn) });
}

/** The only row of a line as the owner sees it. */
export async function storedLine(id: string) {
  const [row] = await ownerRows<{ dropped: string | null; done: string | null; version: number }>(
    `SELECT "droppedOn"::text AS dropped, "doneOn"::text AS done, version FROM "ProgrammeLine" WHERE id = $1`,
    [id],
  );
  return row;
}

async function lineIds(programmeId: string): Promise<string[]> {
  const rows = await ownerRows<{ id: string }>(`SELECT id FROM "ProgrammeLine" WHERE "programmeId" = $1`, [
    programmeId,
  ]);
  return rows.map(({ id }) => id);
}
