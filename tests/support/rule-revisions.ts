import type { Actor } from "@/lib/core/actor";
import { addDays, fromDbDate } from "@/lib/core/day";
import { changeParameter } from "@/lib/features/rule-sets/commands/change-parameter";
import { openRevision } from "@/lib/features/rule-sets/commands/open-revision";
import { submitRevision } from "@/lib/features/rule-sets/commands/submit-revision";
import { ownerRows } from "./register";

/** What the change of a value says: that branches count those rated good and excellent together, by a letter that was found. */
export const otherBase = {
  kind: "RATING",
  name: "memberCap_base",
  value: "GOOD_OR_ABOVE",
  citation: "CV 12-CV/BTCTU",
  certainty: "CONFIRMED",
} as const;

/** A rule set of the register by its code. */
export async function ruleSetOf(committeeId: string, code: string) {
  const [row] = await ownerRows<{ id: string; startsOn: Date; document: string }>(
    `SELECT id, "startsOn", document FROM "RuleSet" WHERE "committeeId" = $1 AND code = $2`,
    [committeeId, code],
  );
  if (!row) throw new Error(`no rule set ${code}`);
  return { ...row, startsOn: fromDbDate(row.startsOn) };
}

/** Opens a draft that follows the rule set of that code, a year after its first day; one that was open is thrown away. */
export async function draftRevision(office: Actor, code = "rating-2025"): Promise<string> {
  const { id: ruleSetId, startsOn, document } = await ruleSetOf(office.committeeId, code);
  await ownerRows(`DELETE FROM "RuleRevision" WHERE "ruleSetId" = $1 AND state IN ('DRAFT', 'SUBMITTED')`, [ruleSetId]);
  const reason = "Đối chiếu văn bản gốc";
  return (await openRevision(office, { ruleSetId, document, startsOn: addDays(startsOn, 100), reason })).id;
}

/** The same with one value changed. */
export async function changedRevision(office: Actor, code = "rating-2025"): Promise<string> {
  const id = await draftRevision(office, code);
  await changeParameter(office, { id, version: 1, ...otherBase });
  return id;
}

/** The same, submitted. */
export async function submittedRevision(office: Actor, code = "rating-2025"): Promise<string> {
  const id = await changedRevision(office, code);
  await submitRevision(office, { id, version: 2 });
  return id;
}
