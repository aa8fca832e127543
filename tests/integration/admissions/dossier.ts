import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { holdCeremony } from "@/lib/features/admissions/commands/hold-ceremony";
import { openAdmission, setConditions } from "@/lib/features/admissions/commands/prepare-admission";
import { receivePapers } from "@/lib/features/admissions/commands/receive-papers";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import type {
  OpenAdmissionInput,
  RecordBranchVoteInput,
  RecordDecisionInput,
  SetConditionsInput,
} from "@/lib/features/admissions/schema";
import { installRuleSets } from "@/lib/features/rule-sets/commands/install-rule-sets";
import { openRegister, ownerRows, signInAs } from "../../support/register";

/** The test register with the shipped rules and a second leader. Three members of the first branch have a vote. */
export async function openAdmittingRegister() {
  const register = await openRegister();
  await installRuleSets(register.system);
  const second = await signInAs(register.committeeId, "Lãnh đạo thứ hai", { role: "LEADER" });
  return { ...register, actors: { ...register.actors, second } };
}

export type AdmittingRegister = Awaited<ReturnType<typeof openAdmittingRegister>>;

let candidates = 0;

/** What the form for a new candidate sends; everyone has a name of their own. */
export function candidateInput(branchId: string, openedOn: Day = day("2026-08-03")): OpenAdmissionInput {
  candidates += 1;
  return {
    branchId,
    openedOn,
    fullName: `Lò Thị Mai ${"I".repeat(candidates)}`,
    sex: "FEMALE",
    birthOn: partialDay("2000-05-12"),
    ethnicity: "Thái",
    religion: null,
    education: "UPPER_SECONDARY",
    occupation: "Nông dân",
    homePlace: null,
    permanentResidence: "Bản Thử Một",
    phone: null,
    youthUnionOn: partialDay("2016"),
  };
}

/** The stored version of a dossier. */
export async function versionOf(id: string): Promise<number> {
  const [row] = await ownerRows<{ version: number }>(`SELECT version FROM "Dossier" WHERE id = $1`, [id]);
  return row?.version ?? 0;
}

/** Says that every paper on the list has come in on that day. */
export async function receiveAll(actor: Actor, id: string, receivedOn: Day = day("2026-08-10")): Promise<void> {
  const rows = await ownerRows<{ code: "APPLICATION" }>(`SELECT code FROM "DossierPaper" WHERE "dossierId" = $1`, [id]);
  await receivePapers(actor, {
    id,
    version: await versionOf(id),
    papers: rows.map(({ code }) => ({ code, receivedOn })),
  });
}

/** The certificate and two introducers as the rules want them in 2026. */
export function conditionsInput(members: AdmittingRegister["members"]): Omit<SetConditionsInput, "id" | "version"> {
  return {
    certificateNumber: "15/2025",
    certificateOn: day("2025-03-01"),
    certificateBy: "Trung tâm chính trị",
    schoolingException: null,
    overAgeConsent: null,
    introducers: [
      { memberId: members.deputy, tie: "RESIDENCE", togetherSinceOn: day("2020-01-01") },
      { memberId: members.woman, tie: "RESIDENCE", togetherSinceOn: day("2020-01-01") },
    ],
  };
}

/** A vote of the first branch: three counted, all present, so many for. */
export function ballot(yes: number, heldOn: Day = day("2026-08-20")): Omit<RecordBranchVoteInput, "id" | "version"> {
  return {
    heldOn,
    method: "SECRET_BALLOT",
    present: 3,
    yes,
    no: 3 - yes,
    blank: 0,
    minutesNumber: "08-BB/CB",
    presentExempt: [],
  };
}

/** How many a vote of the branch counts on that day. */
export async function countVoters(branchId: string, heldOn: Day): Promise<number> {
  const [row] = await ownerRows<{ n: number }>(
    `SELECT count(*)::int AS n FROM "Membership" h JOIN "MemberProfile" p ON p."memberId" = h."memberId"
     WHERE h."branchId" = $1 AND h.kind = 'OFFICIAL' AND h."startsOn" <= $2
       AND (h."endsOn" IS NULL OR h."endsOn" > $2) AND p."officialOn" <= $2
       AND NOT EXISTS (SELECT 1 FROM "MemberStatus" s WHERE s."memberId" = h."memberId" AND s."startsOn" <= $2 AND (s."endsOn" IS NULL OR s."endsOn" > $2))`,
    [branchId, heldOn],
  );
  return row?.n ?? 0;
}

/** A decision of the standing committee, which has one member. */
export function decision(decidedOn: Day = day("2026-09-07")): Omit<RecordDecisionInput, "id" | "version"> {
  return {
    decidedBy: "STANDING_COMMITTEE",
    decisionNumber: "21-QĐ/ĐU",
    decidedOn,
    minutesNumber: "31-BB/ĐU",
    receivedOn: null,
    effectiveOn: null,
    method: "CARD",
    present: 1,
    yes: 1,
    no: 0,
    blank: 0,
  };
}

/** How far a dossier of admission is driven; each includes the ones before. */
const STAGES = ["OPEN", "READY", "VOTED", "RECORDED", "DECIDED", "DONE"] as const;

export type Stage = (typeof STAGES)[number];

/** Drives a new dossier of admission as far as asked, everyone in their own part; the secretary's unless another one is named. */
export async function admitUpTo(register: AdmittingRegister, stage: Stage, opener?: Actor): Promise<string> {
  const { secretary, office, leader } = register.actors;
  const worker = opener ?? secretary;
  const { id } = await openAdmission(worker, candidateInput(register.branchId));
  const next = async () => ({ id, version: await versionOf(id) });
  const parts = [
    async () => {
      await receiveAll(worker, id);
      await setConditions(worker, { ...(await next()), ...conditionsInput(register.members) });
    },
    async () => {
      const all = await countVoters(register.branchId, day("2026-08-20"));
      await recordBranchVote(worker, { ...(await next()), ...ballot(3), present: all, yes: all });
    },
    async () => recordDecision(office, { ...(await next()), ...decision() }),
    async () => confirmDecision(leader, await next()),
    async () => {
      const ceremony = { ceremonyOn: day("2026-09-25"), receivedOn: null, helperId: null, lateConsent: null };
      await holdCeremony(office, { ...(await next()), ...ceremony });
    },
  ];
  for (const part of parts.slice(0, STAGES.indexOf(stage))) await part();
  return id;
}
