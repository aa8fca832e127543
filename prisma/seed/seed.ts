import type { Actor } from "@/lib/core/actor";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { openAccounts, type SampleAccount } from "./accounts";
import { admitCandidates } from "./admissions";
import { tellBranches } from "./announcements";
import { assignByYear, draftNextYear } from "./assignments";
import { giveBadges } from "./badges";
import { holdBodyMeetings } from "./body-meetings";
import { raiseDifficulties } from "./difficulties";
import { recordDisciplines } from "./disciplines";
import { planBranch } from "./inspection-programmes";
import { recordInspections } from "./inspections";
import { fixMeetingDays, holdMeetings } from "./meetings";
import { moveMembers, recordDepartures } from "./movements";
import { registerDocuments } from "./party-documents";
import { inventMembers } from "./people";
import { planNextTerm } from "./planning";
import { closeYears, rateYears } from "./ratings";
import { draftRules } from "./rules";
import { inNewRegister } from "./session";
import {
  enterMembers,
  giveBranchOffices,
  nameCommittee,
  openBranches,
  openBranchTerms,
  type SampleRegister,
  seatCommittee,
} from "./structure";
import { giveTasks } from "./tasks";
import { holdCourses } from "./training";
import { reportVisits } from "./visits";
import { adoptRegulations } from "./working-regulations";

/** Fills the sample commune through the commands, so that it obeys the rules and fills the audit trail. */
export function seedSample(urls: { owner: string }): Promise<{ accounts: SampleAccount[] }> {
  return inNewRegister(urls.owner, { isSample: true, startedBy: "Dữ liệu mẫu" }, async (system, settle) => {
    await installRuleSets(system);
    const register = await buildStructure(system);
    await settle();
    const { accounts, people, end } = await openAccounts(system, register);
    await recordDepartures(people, register);
    await assignByYear(people.office, register);
    await draftNextYear(people.office, register);
    const decided = await rateYears(system, people, register);
    await settle();
    await closeYears(people.office, decided);
    await draftRules(people.office);
    await recordInspections(people, register);
    await recordDisciplines(people, register);
    await planBranch(people.office, register);
    await holdMeetings(system, register);
    await holdBodyMeetings(people.office, register);
    await registerDocuments(people.office, register);
    await fixMeetingDays(system, register);
    await adoptRegulations(people.office, register);
    await reportVisits(people.office, register);
    await raiseDifficulties(people, register);
    await giveTasks(people, register);
    await tellBranches(people, register);
    await giveBadges(people.office, register);
    await holdCourses(people.office, register);
    await planNextTerm(people.office, register);
    await moveMembers(people, register);
    await admitCandidates(people, register);
    await end();
    return { accounts };
  });
}

async function buildStructure(system: Actor): Promise<SampleRegister> {
  await nameCommittee(system);
  const { branchIds, villageIds } = await openBranches(system);
  const members = await enterMembers(system, inventMembers(), branchIds);
  await openBranchTerms(system, branchIds);
  await giveBranchOffices(system, members, { branchIds, villageIds });
  const seated = await seatCommittee(system, members);
  return { branchIds, members, seated };
}
