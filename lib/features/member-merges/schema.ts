import { z } from "zod";
import { id, version } from "@/lib/core/fields";
import { editMemberInput, editRegisterEntryInput } from "@/lib/features/members/schema";

const { id: _id, version: _version, otherName: _otherName, ...personal } = editMemberInput.shape;
const {
  id: _entry,
  version: _entryVersion,
  idNumber: _idNumber,
  oldIdNumber: _oldIdNumber,
  ...register
} = editRegisterEntryInput.shape;

/** What is chosen from one of two records; the other name goes with the name, and ID numbers are never chosen. */
export const mergeFields = [...keysOf(personal), ...keysOf(register)];
export type MergeField = (typeof mergeFields)[number];

/** What can stand in the way because it is never moved to another record: it is decided, or it is a person's access. */
export const mergeTies = [
  "ratings",
  "badges",
  "dossiers",
  "helped",
  "introductions",
  "countedOut",
  "transfers",
  "accounts",
  "inspections",
] as const;

/** The dated rows of a record that may be in the way where both have one at the same time. */
export const mergeRecords = [
  "Membership",
  "MemberStatus",
  "BranchOffice",
  "CommitteeOffice",
  "CivilOffice",
  "Assignment",
  "CourseParticipant",
  "PlannedPerson",
  "PlannedAssignment",
] as const;

/** Which of the two records a value is taken from. */
const side = z.enum(["KEPT", "DROPPED"], { error: "refusals.fields.choose" }).optional();
const sides: Record<string, typeof side> = Object.fromEntries(mergeFields.map((field) => [field, side]));

export const proposeMergeInput = z
  .strictObject({ keptId: id(), droppedId: id(), ...sides })
  .transform(({ keptId, droppedId, ...chosen }) => ({
    keptId,
    droppedId,
    taken: mergeFields.filter((field) => Reflect.get(chosen, field) === "DROPPED"),
  }));
export type ProposeMergeInput = z.output<typeof proposeMergeInput>;

export const mergeInput = z.strictObject({ id: id(), version: version() });
export type MergeInput = z.output<typeof mergeInput>;

function keysOf<Shape extends object>(shape: Shape): (keyof Shape & string)[] {
  const names: string[] = Object.keys(shape);
  return names.filter((name): name is keyof Shape & string => name in shape);
}
