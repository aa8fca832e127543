import { z } from "zod";
import { AssignmentRole } from "@/lib/core/db/generated/enums";
import { choice, dayField, id, note, optionalDay, optionalId, several, text, version } from "@/lib/core/fields";

const role = () => choice(AssignmentRole);
const decision = { decisionNumber: text(60), decidedOn: dayField() };

export const assignMemberInput = z.strictObject({
  branchId: id(),
  memberId: id(),
  role: role(),
  startsOn: dayField(),
  lastDay: optionalDay(),
  ...decision,
});
export type AssignMemberInput = z.output<typeof assignMemberInput>;

/** Several places under one decision, as the command takes them. */
export type AssignMembersInput = {
  readonly startsOn: AssignMemberInput["startsOn"];
  readonly lastDay: AssignMemberInput["lastDay"];
  readonly decisionNumber: string;
  readonly decidedOn: AssignMemberInput["decidedOn"];
  readonly places: readonly Pick<AssignMemberInput, "branchId" | "memberId" | "role">[];
};

export const changeAssignmentInput = z.strictObject({
  id: id(),
  version: version(),
  effectiveOn: dayField(),
  role: role(),
  lastDay: optionalDay(),
  ...decision,
});
export type ChangeAssignmentInput = z.output<typeof changeAssignmentInput>;

export const correctAssignmentInput = z.strictObject({
  id: id(),
  version: version(),
  role: role(),
  startsOn: dayField(),
  lastDay: optionalDay(),
  ...decision,
  reason: text(),
});
export type CorrectAssignmentInput = z.output<typeof correctAssignmentInput>;

export const endAssignmentInput = z.strictObject({ id: id(), version: version(), lastDay: dayField(), reason: text() });
export type EndAssignmentInput = z.output<typeof endAssignmentInput>;

export const openPlanInput = z.strictObject({
  name: text(120),
  startsOn: dayField(),
  lastDay: dayField(),
  copiedOn: dayField(),
});
export type OpenPlanInput = z.output<typeof openPlanInput>;

export const renamePlanInput = z.strictObject({ id: id(), version: version(), name: text(120) });
export type RenamePlanInput = z.output<typeof renamePlanInput>;

export const planBranchInput = z.strictObject({
  id: id(),
  version: version(),
  branchId: id(),
  mainId: optionalId(),
  supportingIds: several(id(), 50),
});
export type PlanBranchInput = z.output<typeof planBranchInput>;

export const submitPlanInput = z.strictObject({ id: id(), version: version(), ...decision });
export type SubmitPlanInput = z.output<typeof submitPlanInput>;

export const issuePlanInput = z.strictObject({ id: id(), version: version() });
export type IssuePlanInput = z.output<typeof issuePlanInput>;

export const closePlanInput = z.strictObject({ id: id(), version: version(), reason: note(500) });
export type ClosePlanInput = z.output<typeof closePlanInput>;
