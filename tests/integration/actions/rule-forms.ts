import { ownerRows } from "../../support/register";
import { changedRevision, draftRevision, otherBase, ruleSetOf, submittedRevision } from "../../support/rule-revisions";
import type { FormCase, FormWorld } from "./form-case";

const reason = "Đối chiếu văn bản gốc";
const draft = async ({ actors }: FormWorld) => ({ id: await draftRevision(actors.office), version: "1" });
const submitted = async ({ actors }: FormWorld) => ({ id: await submittedRevision(actors.office), version: "3" });

/** The forms of next versions of rules: from the draft to its being confirmed. */
export const ruleForms: Readonly<Record<string, FormCase>> = {
  openRevisionAction: {
    by: "office",
    fillIn: async ({ actors }) => {
      const { committeeId } = actors.office;
      const { id: ruleSetId } = await ruleSetOf(committeeId, "rating-2025");
      await ownerRows(`DELETE FROM "RuleRevision" WHERE "ruleSetId" = $1 AND state <> 'CONFIRMED'`, [ruleSetId]);
      return { ruleSetId, document: "QĐ 366-QĐ/TW", startsOn: "01/01/2026", reason };
    },
    otherwise: { document: "HD 43-HD/BTCTW" },
  },
  editRevisionAction: {
    by: "office",
    fillIn: async (world) => ({ ...(await draft(world)), document: "HD 43-HD/BTCTW", startsOn: "01/02/2026", reason }),
  },
  changeParameterAction: {
    by: "office",
    optional: ["citation"],
    fillIn: async (world) => {
      const { kind, name, value, citation } = otherBase;
      return { ...(await draft(world)), kind, name, value, citation, certainty: "SINGLE_SOURCE" };
    },
  },
  submitRevisionAction: {
    by: "office",
    fillIn: async ({ actors }) => ({ id: await changedRevision(actors.office), version: "2" }),
  },
  returnRevisionAction: {
    by: "leader",
    also: ["second", "office"],
    fillIn: async (world) => ({ ...(await submitted(world)), reason }),
  },
  discardRevisionAction: { by: "office", fillIn: async (world) => ({ ...(await draft(world)), reason }) },
  confirmRevisionAction: {
    by: "leader",
    also: ["second"],
    fillIn: async (world) => {
      await ownerRows(`DELETE FROM "RuleSet" WHERE code LIKE 'rating-2025.%'`);
      await ownerRows(`UPDATE "RuleSet" SET "endsOn" = NULL WHERE code = 'rating-2025'`);
      return submitted(world);
    },
  },
};
