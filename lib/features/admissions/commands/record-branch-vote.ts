import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { type Day, fromDbDate } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { authorize, DomainError, requireNoObstacle } from "@/lib/core/errors";
import {
  changeDossier,
  loadDossier,
  requireStep,
  type StoredDossier,
} from "@/lib/features/admissions/commands/load-dossier";
import { writeStep } from "@/lib/features/admissions/commands/write-step";
import { canWorkOnDossier } from "@/lib/features/admissions/policy";
import { candidateObstacle } from "@/lib/features/admissions/rules/candidate";
import { recognitionObstacle } from "@/lib/features/admissions/rules/probation";
import { branchThreshold, papersObstacle, stepDayObstacle } from "@/lib/features/admissions/rules/steps";
import type { RecordBranchVoteInput } from "@/lib/features/admissions/schema";
import { loadProbation } from "@/lib/features/members/commands/recognise-member";
import { getOfficialDays } from "@/lib/features/organization/queries/official-day";
import { officialDayOn } from "@/lib/features/organization/rules";
import { getCharterOn, type RuleInForce } from "@/lib/features/rule-sets/queries/rule-sets";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";
import { writeBranchVote } from "@/lib/features/votes/commands/write-vote-sheet";

/**
 * Enters the branch's vote from its minutes, under the rules of the day it was held. Everything the rules ask of the matter
 * has to be there on that day: papers, and for a candidate age, schooling, certificate and introducers (RULE). A vote that
 * does not carry is kept too; the dossier then goes no further until the branch votes anew.
 */
export function recordBranchVote(actor: Actor, input: RecordBranchVoteInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "recordBranchVote", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const dossier = await loadDossier(context, input.id);
    authorize(canWorkOnDossier(actor, dossier.branchId));
    requireStep(dossier, "VOTE", actor.memberId);
    const { id, version, presentExempt, ...entry } = input;
    requireNoObstacle(stepDayObstacle(entry.heldOn, dossier.openedOn, today, "heldOn"));
    const charter = await getCharterOn(tx, actor.committeeId, entry.heldOn);
    const threshold = branchThreshold(dossier.kind, charter.parameters);
    if (!threshold) throw new DomainError("RULE", "admissions.errors.notVotedOn");
    await requireReady(context, dossier, charter, entry.heldOn);

    const rule = { ruleSetId: charter.id, threshold, leavesOut: charter.parameters.voteLeavesOut.value };
    const sheet = await writeBranchVote(context, dossier.branchId, { ...entry, presentExempt }, rule);
    await changeDossier(context, dossier, version, { state: "VOTED", branchVoteId: sheet.id });
    const step = await writeStep(context, id, {
      kind: "VOTED",
      doneOn: entry.heldOn,
      ruleSet: charter,
      voteSheetId: sheet.id,
    });
    audit({
      type: "dossier.voteRecorded",
      subject: { kind: "dossier", id, name: dossier.name },
      branchId: dossier.branchId,
      params: { kind: dossier.kind, heldOn: entry.heldOn, yes: sheet.yes, base: sheet.base },
      changes: [sheet.change, step],
    });
    return { id };
  });
}

async function requireReady(
  context: CommandContext,
  dossier: StoredDossier,
  charter: RuleInForce<CharterParameters>,
  on: Day,
): Promise<void> {
  requireNoObstacle(papersObstacle(dossier.papers, on));
  const { candidate, kind, memberId } = dossier;
  if (kind === "RECOGNITION" && memberId !== null) {
    requireNoObstacle(recognitionObstacle(await loadProbation(context, memberId), charter.parameters, on));
  }
  if (!candidate) return;
  const introducers = dossier.introducers.map(({ member, togetherSinceOn }) => ({
    name: member.fullName,
    officialOn: officialDayOn(getOfficialDays(member.profile), on),
    togetherSinceOn: fromDbDate(togetherSinceOn),
  }));
  const { birthOn, education, schoolingException, overAgeConsent, certificateOn } = candidate;
  const facts = { birthOn: partialDay(birthOn), education, schoolingException, overAgeConsent };
  const whole = { ...facts, certificateOn: fromDbDate(certificateOn), introducers };
  requireNoObstacle(candidateObstacle(whole, charter.parameters, on));
}
