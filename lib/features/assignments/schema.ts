import { z } from "zod";
import { AssignmentRole } from "@/lib/core/db/generated/enums";
import { choice, dayField, id, optionalDay, text, version } from "@/lib/core/fields";

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

const PLACE = /^(main|supporting)-([0-9a-f-]{36})$/;
const planFields = z.looseObject({ startsOn: dayField(), lastDay: dayField(), ...decision });

/**
 * The plan of a year as the form sends it: besides the decision one control per branch and role, `main-<branch>` and
 * `supporting-<branch>`, empty where nobody is assigned. Any other control is refused.
 */
export const assignmentPlanInput = planFields.transform((typed, context): AssignMembersInput => {
  const { startsOn, lastDay, decisionNumber, decidedOn, ...controls } = typed;
  const places = Object.entries(controls).flatMap(([control, value]) => {
    const [, part, branchId] = PLACE.exec(control) ?? [];
    if (branchId === undefined) {
      context.addIssue({ code: "custom", message: "refusals.unknownField" });
      return [];
    }
    if (value === "") return [];
    const parsed = id().safeParse(value);
    if (!parsed.success) {
      context.addIssue({ code: "custom", message: "refusals.fields.choose", path: [control] });
      return [];
    }
    const role: AssignMemberInput["role"] = part === "main" ? "MAIN" : "SUPPORTING";
    return [{ branchId, memberId: parsed.data, role }];
  });
  if (places.length === 0) context.addIssue({ code: "custom", message: "assignments.errors.emptyPlan" });
  return { startsOn, lastDay, decisionNumber, decidedOn, places };
});

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

export const endAssignmentInput = z.strictObject({ id: id(), version: version(), lastDay: dayField() });
export type EndAssignmentInput = z.output<typeof endAssignmentInput>;
