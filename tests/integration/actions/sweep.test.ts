import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { accountForms } from "./account-forms";
import { announcementForms } from "./announcement-forms";
import { assignmentPlanForms } from "./assignment-plan-forms";
import { badgeForms } from "./badge-forms";
import { bulkEditForms } from "./bulk-edit-forms";
import { disciplineForms } from "./discipline-forms";
import { documentForms } from "./document-forms";
import { dossierForms } from "./dossier-forms";
import { type FormCase, type FormWorld, openFormWorld } from "./form-case";
import { importForms } from "./import-forms";
import { inspectionDutyForms } from "./inspection-duty-forms";
import { inspectionProgrammeForms } from "./inspection-programme-forms";
import { inspectionProgressForms } from "./inspection-progress-forms";
import { meetingForms } from "./meeting-forms";
import { memberArchiveForms } from "./member-archive-forms";
import { memberForms } from "./member-forms";
import { memberMergeForms } from "./member-merge-forms";
import { organizationForms } from "./organization-forms";
import { partyDocumentForms } from "./party-document-forms";
import { ratingForms } from "./rating-forms";
import { ratingOpinionForms } from "./rating-opinion-forms";
import { reorganizationForms } from "./reorganization-forms";
import { reportForms } from "./report-forms";
import type { Action } from "./request";
import { restoreForms } from "./restore-forms";
import { ruleForms } from "./rule-forms";
import { savedViewForms } from "./saved-view-forms";
import { selfReviewForms } from "./self-review-forms";
import { taskForms } from "./task-forms";
import { trainingForms } from "./training-forms";
import { transferForms } from "./transfer-forms";
import { openTrial, type Trial, tryBadSendings, tryNextBranch, tryOnce, tryOtherPeople } from "./trial";
import { visitForms } from "./visit-forms";
import { workingRegulationForms } from "./working-regulation-forms";

/* A fast machine sends more forms in a minute than a person may. */
vi.stubEnv("WRITES_PER_MINUTE", "100000");
vi.mock("next/headers", async () => (await import("./request")).requestParts);
vi.mock("next-intl/server", async () => (await import("./request")).translations);
/* What goes on after an answer is for the tests of what it does. */
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next/server", () => ({ after: () => undefined }));
vi.mock("@/lib/core/auth/config", () => ({ giveSessionCookie: async () => undefined }));

/*
 * Every form of the product against everything that should not come: each bad sending is answered with a state, never an
 * error of the server, and the database is the same, row for row, before and after all of them.
 */

/* In front of the sign-in, and tested there: they have no actor whose rights could be tried. */
const DOORSTEP = ["signInAction", "redeemCodeAction", "setUpAction", "changeOwnPasswordAction"];
/* Take what a route has read, and are tested with the imports, the templates, the Party documents, the meetings and the tasks. */
const BY_ROUTE = [
  "attachEvidenceAction",
  "attachFileAction",
  "attachPaperAction",
  "attachPhotoAction",
  "keepDraftAction",
  "checkUploadAction",
  "stageUploadAction",
];
const forms: Readonly<Record<string, FormCase>> = {
  ...organizationForms,
  ...assignmentPlanForms,
  ...meetingForms,
  ...partyDocumentForms,
  ...workingRegulationForms,
  ...visitForms,
  ...inspectionProgressForms,
  ...inspectionProgrammeForms,
  ...taskForms,
  ...memberForms,
  ...badgeForms,
  ...dossierForms,
  ...transferForms,
  ...documentForms,
  ...trainingForms,
  ...disciplineForms,
  ...ratingForms,
  ...selfReviewForms,
  ...ratingOpinionForms,
  ...ruleForms,
  ...reorganizationForms,
  ...savedViewForms,
  ...bulkEditForms,
  ...memberMergeForms,
  ...memberArchiveForms,
  ...announcementForms,
  ...restoreForms,
  ...importForms,
  ...reportForms,
  /* From here on the plain member oversees the open cases. */
  ...inspectionDutyForms,
  /* The last, since they end the sessions of those who try. */
  ...accountForms,
};
const actions = await loadActions();

let world: FormWorld;
let foreign: FormWorld;

async function loadActions(): Promise<Record<string, Action>> {
  const features = join(process.cwd(), "lib/features");
  const files = readdirSync(features, { recursive: true, encoding: "utf8" });
  const found: Record<string, Action> = {};
  for (const file of files.filter((name) => /^[^/]+\/actions(\.ts|\/.+\.ts)$/u.test(name))) {
    const loaded: Record<string, Action> = await import(join(features, file));
    Object.assign(found, loaded);
  }
  return found;
}

beforeAll(async () => {
  world = await openFormWorld();
  foreign = await openFormWorld();
}, 120_000);

describe("every form", () => {
  it("is in this sweep, and nothing else is", () => {
    expect(Object.keys(actions).sort()).toEqual([...Object.keys(forms), ...DOORSTEP, ...BY_ROUTE].sort());
  });

  describe.each(Object.entries(forms))("%s", (name, of) => {
    let trial: Trial;
    beforeAll(async () => {
      const action = actions[name];
      if (!action) throw new Error(`there is no action ${name}`);
      const own = of.alone ? [await openFormWorld(), await openFormWorld()] : [world, foreign];
      trial = await openTrial(action, of, own[0] ?? world, own[1] ?? foreign);
    }, 120_000);

    it("takes nothing that it should not", async () => expect(await tryBadSendings(trial)).toEqual([]));
    it("does nothing for whom it is not", async () => expect(await tryOtherPeople(trial)).toEqual([]));
    it("does nothing in another branch", async () => expect(await tryNextBranch(trial)).toEqual([]));
    it("does what it should, once", async () => expect(await tryOnce(trial)).toEqual([]));
  });
});
