import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { readAs } from "@/lib/core/query";
import { closeDossier } from "@/lib/features/admissions/commands/close-dossier";
import { confirmDecision } from "@/lib/features/admissions/commands/confirm-decision";
import { holdCeremony } from "@/lib/features/admissions/commands/hold-ceremony";
import { openAdmission, setConditions } from "@/lib/features/admissions/commands/prepare-admission";
import { receivePapers } from "@/lib/features/admissions/commands/receive-papers";
import { recordBranchVote } from "@/lib/features/admissions/commands/record-branch-vote";
import { recordDecision } from "@/lib/features/admissions/commands/record-decision";
import { getVoteOutlook } from "@/lib/features/votes/queries/voters";
import { LEFT_OUT } from "@/lib/features/votes/rules";
import type { SamplePeople } from "./accounts";
import { sampleBranches } from "./commune";
import { inventPerson } from "./names";
import { randomFrom } from "./random";
import { idOf, type SampleRegister } from "./structure";

/** A candidate of the sample, driven as far as the days say; a vote with many against is one that does not carry. */
type SampleAdmission = {
  readonly branch: string;
  readonly openedOn: string;
  readonly papersOn: string;
  readonly papers?: number;
  readonly votedOn?: string;
  readonly against?: number;
  readonly decidedOn?: string;
  readonly isConfirmed?: true;
  readonly ceremonyOn?: string;
  readonly recognition?: { readonly papersOn: string; readonly votedOn: string; readonly decidedOn: string };
  readonly closed?: string;
};

const admissions: readonly SampleAdmission[] = [
  {
    branch: "tun",
    openedOn: "2024-03-04",
    papersOn: "2024-04-10",
    papers: 2,
    closed: "Người xin vào Đảng chuyển đi làm xa",
  },
  {
    branch: "naan",
    openedOn: "2025-01-10",
    papersOn: "2025-02-20",
    votedOn: "2025-03-05",
    decidedOn: "2025-04-10",
    isConfirmed: true,
    ceremonyOn: "2025-05-19",
    recognition: { papersOn: "2026-05-20", votedOn: "2026-05-25", decidedOn: "2026-06-15" },
  },
  {
    branch: "chienghin",
    openedOn: "2025-08-04",
    papersOn: "2025-09-15",
    votedOn: "2025-10-03",
    decidedOn: "2025-11-10",
    isConfirmed: true,
    ceremonyOn: "2025-12-15",
  },
  {
    branch: "truonghoc",
    openedOn: "2026-03-02",
    papersOn: "2026-04-20",
    votedOn: "2026-05-04",
    decidedOn: "2026-06-08",
    isConfirmed: true,
    ceremonyOn: "2026-07-03",
  },
  {
    branch: "thin",
    openedOn: "2026-06-03",
    papersOn: "2026-08-10",
    votedOn: "2026-09-03",
    decidedOn: "2026-10-28",
    isConfirmed: true,
  },
  { branch: "muongan", openedOn: "2026-06-15", papersOn: "2026-08-20", votedOn: "2026-09-04", decidedOn: "2026-10-26" },
  { branch: "coquan", openedOn: "2026-07-01", papersOn: "2026-09-10", votedOn: "2026-10-20" },
  { branch: "chiengnua", openedOn: "2026-07-20", papersOn: "2026-09-20", votedOn: "2026-10-12", against: 12 },
  { branch: "pulau", openedOn: "2026-10-05", papersOn: "2026-10-19", papers: 4 },
];

/** A dossier under way: its id, its version, and who moves it on. */
type Course = { id: string; version: number; branchId: string; office: Actor; leader: Actor };

/** Candidates of 2024 to 2026, some admitted, some recognised, some waiting for the next step. */
export async function admitCandidates(people: SamplePeople, register: SampleRegister): Promise<void> {
  const random = randomFrom(20241126);
  const taken = new Set(register.members.map((one) => one.input.fullName));
  for (const [place, plan] of admissions.entries()) {
    const branch = sampleBranches.find((one) => one.key === plan.branch);
    if (!branch) throw new Error(`No branch ${plan.branch}`);
    const branchId = idOf(register.branchIds, branch);
    const person = inventPerson(branch, random, taken);
    const { id } = await openAdmission(people.office, {
      branchId,
      openedOn: day(plan.openedOn),
      fullName: person.fullName,
      sex: person.sex,
      birthOn: partialDay(`${random.between(1994, 2003)}-0${random.between(1, 9)}-1${random.between(0, 9)}`),
      ethnicity: person.ethnicity,
      religion: "Không",
      education: "UPPER_SECONDARY",
      occupation: branch.village ? "Nông dân" : "Công chức xã",
      homePlace: "Xã Xuân Nha",
      permanentResidence: branch.village ? `Bản ${branch.village}` : "Xã Xuân Nha",
      phone: null,
      youthUnionOn: partialDay("2015"),
    });
    const { office, leader } = people;
    const course = { id, version: 1, branchId, office, leader };
    await prepare(course, plan, { place, introducers: introducersOf(register, plan.branch) });
    await carryOn(course, plan, place);
  }
}

/** The deputy and the third member of the branch's line. */
function introducersOf(register: SampleRegister, branch: string): string[] {
  return register.members.filter((one) => one.branch.key === branch && [1, 2].includes(one.order)).map((one) => one.id);
}

async function prepare(
  course: Course,
  plan: SampleAdmission,
  of: { place: number; introducers: readonly string[] },
): Promise<void> {
  const papersOn = day(plan.papersOn);
  await receiveSome(course, papersOn, plan.papers ?? null);
  await setConditions(course.office, {
    id: course.id,
    version: course.version,
    certificateNumber: `${of.place + 21}/GCN`,
    certificateOn: addDays(day(plan.openedOn), -200),
    certificateBy: "Trung tâm Chính trị huyện Vân Hồ",
    schoolingException: null,
    overAgeConsent: null,
    introducers: of.introducers.map((memberId) => {
      return { memberId, tie: "RESIDENCE" as const, togetherSinceOn: day("2020-01-15") };
    }),
  });
  course.version += 1;
}

async function carryOn(course: Course, plan: SampleAdmission, place: number): Promise<void> {
  const { id, office, leader } = course;
  if (plan.closed) await closeDossier(office, { id, version: course.version, reason: plan.closed });
  if (!plan.votedOn) return;
  await vote(course, day(plan.votedOn), plan.against ?? 0);
  if (!plan.decidedOn) return;
  await decide(course, day(plan.decidedOn), place);
  if (!plan.isConfirmed) return;
  await confirmDecision(leader, { id, version: course.version });
  course.version += 1;
  if (!plan.ceremonyOn) return;
  const receivedOn = addDays(day(plan.decidedOn), 4);
  const ceremony = { ceremonyOn: day(plan.ceremonyOn), receivedOn, helperId: null, lateConsent: null };
  await holdCeremony(office, { id, version: course.version, ...ceremony });
  if (plan.recognition) await recognise(course, plan.recognition, place);
}

async function recognise(course: Course, plan: NonNullable<SampleAdmission["recognition"]>, place: number) {
  const opened = await readAs(course.office, (tx) =>
    tx.dossier.findFirst({
      where: { kind: "RECOGNITION", member: { dossiers: { some: { id: course.id } } } },
      select: { id: true },
    }),
  );
  const recognition = { ...course, id: opened?.id ?? "", version: 1 };
  await receiveSome(recognition, day(plan.papersOn), null);
  await vote(recognition, day(plan.votedOn), 0);
  await decide(recognition, day(plan.decidedOn), place + 40);
  await confirmDecision(course.leader, { id: recognition.id, version: recognition.version });
}

/** So many papers of the check-list come in; all of them with null. */
async function receiveSome(course: Course, receivedOn: Day, some: number | null): Promise<void> {
  const listed = await readAs(course.office, (tx) =>
    tx.dossierPaper.findMany({
      where: { committeeId: course.office.committeeId, dossierId: course.id },
      orderBy: { position: "asc" },
      select: { code: true },
    }),
  );
  const papers = listed.slice(0, some ?? listed.length).map(({ code }) => ({ code, receivedOn }));
  await receivePapers(course.office, { id: course.id, version: course.version, papers });
  course.version += 1;
}

async function vote(course: Course, heldOn: Day, against: number): Promise<void> {
  const { base } = await readAs(course.office, (tx) => getVoteOutlook(tx, course.branchId, heldOn, LEFT_OUT));
  const no = Math.min(against, base);
  const ballots = { present: base, yes: base - no, no, blank: 0 };
  const minutes = { method: "SECRET_BALLOT" as const, minutesNumber: "05-BB/CB", presentExempt: [] };
  await recordBranchVote(course.office, { id: course.id, version: course.version, heldOn, ...minutes, ...ballots });
  course.version += 1;
}

async function decide(course: Course, decidedOn: Day, place: number): Promise<void> {
  await recordDecision(course.office, {
    id: course.id,
    version: course.version,
    decidedBy: "STANDING_COMMITTEE",
    decisionNumber: `${place + 31}-QĐ/ĐU`,
    decidedOn,
    minutesNumber: `${place + 12}-BB/ĐU`,
    receivedOn: addDays(decidedOn, 4) > day("2026-10-31") ? null : addDays(decidedOn, 4),
    effectiveOn: null,
    method: "CARD",
    present: 5,
    yes: 5,
    no: 0,
    blank: 0,
  });
  course.version += 1;
}
