import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, day } from "@/lib/core/day";
import type { BranchKind } from "@/lib/core/db/generated/enums";
import { addMember } from "@/lib/features/members/commands/add-member";
import { startStatus } from "@/lib/features/members/commands/start-status";
import { appointBranchOfficer, recordVillageHead } from "@/lib/features/organization/commands/appoint-branch-officer";
import { openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { openBranch, openVillage } from "@/lib/features/organization/commands/open-branch";
import { giveCommitteeSeat, openTerm, recordCommitteeName } from "@/lib/features/organization/commands/shape-committee";
import { committeeSeats, type SampleBranch, sampleBranches } from "./commune";
import type { SampleMember } from "./people";

/** A member as entered. */
export type EnteredMember = SampleMember & { readonly id: string };

/** What the sample knows of itself after the structure stands. */
export type SampleRegister = {
  readonly branchIds: ReadonlyMap<string, string>;
  readonly members: readonly EnteredMember[];
  /** Who sits where, in the order of `committeeSeats`. */
  readonly seated: readonly EnteredMember[];
};

const FOUNDED = day("1995-01-01");
const TERMS = [
  { name: "Nhiệm kỳ 2015–2020", startsOn: day("2015-06-10"), lastDay: day("2020-06-14") },
  { name: "Nhiệm kỳ 2020–2025", startsOn: day("2020-06-15"), lastDay: day("2025-06-30") },
  { name: "Nhiệm kỳ 2025–2030", startsOn: day("2025-07-01"), lastDay: null },
];

/* The last day of the first term of a branch, which no rule that is known foresaw, and the first days of the next ones. */
const VILLAGE_TERMS = [day("2022-07-14"), day("2022-07-15"), day("2025-01-15")] as const;
const AGENCY_TERMS = [day("2022-04-19"), day("2022-04-20"), day("2024-10-20")] as const;
const BRANCH_TERMS: Partial<Record<BranchKind, readonly [Day, ...Day[]]>> = {
  AGENCY: AGENCY_TERMS,
  SCHOOL: AGENCY_TERMS,
  HEALTH: [day("2022-02-09"), day("2022-02-10"), day("2024-05-10")],
};

/* Nobody sits in the committee of 2015 who was not a member for years by then. */
const SEATED_SINCE = day("2012-01-01");

/** Names of the Party organisation with its superior body, the day the districts ended in between. */
export async function nameCommittee(actor: Actor): Promise<void> {
  const name = "Đảng bộ xã Xuân Nha";
  await recordCommitteeName(actor, {
    name,
    superiorKind: "DISTRICT",
    superiorName: "Huyện ủy Vân Hồ",
    startsOn: FOUNDED,
    lastDay: day("2025-06-30"),
  });
  await recordCommitteeName(actor, {
    name,
    superiorKind: "PROVINCE",
    superiorName: "Tỉnh ủy Sơn La",
    startsOn: day("2025-07-01"),
    lastDay: null,
  });
}

/** Opens the villages and branches; returns the branches' ids by key and the villages' by the branch's key. */
export async function openBranches(actor: Actor) {
  const branchIds = new Map<string, string>();
  const villageIds = new Map<string, string>();
  for (const branch of sampleBranches) {
    const villageId = branch.village
      ? (await openVillage(actor, { name: `Bản ${branch.village}`, startsOn: FOUNDED })).id
      : null;
    if (villageId) villageIds.set(branch.key, villageId);
    const meetingPlace = branch.village ? `Nhà văn hóa bản ${branch.village}` : "Hội trường Ủy ban nhân dân xã";
    const { kind, name } = branch;
    const none = { decisionNumber: null, phone: null, originBody: null };
    const input = { kind, name, startsOn: FOUNDED, ...none, meetingPlace, villageId };
    branchIds.set(branch.key, (await openBranch(actor, input)).id);
  }
  return { branchIds, villageIds };
}

/** Enters every member, then the exemptions of their lives. */
export async function enterMembers(
  actor: Actor,
  people: readonly SampleMember[],
  branchIds: ReadonlyMap<string, string>,
): Promise<EnteredMember[]> {
  const entered: EnteredMember[] = [];
  for (const person of people) {
    const startsOn = person.input.startsOn < FOUNDED ? FOUNDED : person.input.startsOn;
    const branchId = idOf(branchIds, person.branch);
    const { id } = await addMember(actor, { ...person.input, branchId, startsOn });
    entered.push({ ...person, id });
    if (person.exemptFrom) {
      const reason = "Tuổi cao, sức khỏe yếu";
      const exemption = { memberId: id, kind: "EXEMPT" as const, startsOn: person.exemptFrom, lastDay: null };
      await startStatus(actor, { ...exemption, reason, decisionNumber: null });
    }
  }
  return entered;
}

/** Secretary and deputy of each branch; in a village branch the secretary heads the village too. */
export async function giveBranchOffices(
  actor: Actor,
  members: readonly EnteredMember[],
  ids: { branchIds: ReadonlyMap<string, string>; villageIds: ReadonlyMap<string, string> },
): Promise<void> {
  const startsOn = day("2020-01-15");
  for (const branch of sampleBranches) {
    const line = members.filter((one) => one.branch.key === branch.key && one.order < 3);
    const branchId = idOf(ids.branchIds, branch);
    const kinds = ["SECRETARY", "DEPUTY", "COMMITTEE_MEMBER"] as const;
    for (const member of line) {
      const kind = kinds[member.order];
      if (!kind || (kind === "COMMITTEE_MEMBER" && branch.size < 9)) continue;
      const office = { branchId, memberId: member.id, kind, startsOn, lastDay: null, decisionNumber: null };
      await appointBranchOfficer(actor, office);
    }
    const villageId = ids.villageIds.get(branch.key);
    const secretary = line[0];
    if (villageId && secretary) {
      await recordVillageHead(actor, { villageId, memberId: secretary.id, startsOn: day("2020-03-01"), lastDay: null });
    }
  }
}

/** The terms of each branch: most run, those of the agencies end soon, and one is over. */
export async function openBranchTerms(actor: Actor, branchIds: ReadonlyMap<string, string>): Promise<void> {
  for (const branch of sampleBranches) {
    const branchId = idOf(branchIds, branch);
    const [first, ...later] = BRANCH_TERMS[branch.kind] ?? VILLAGE_TERMS;
    const terms = [
      { startsOn: day("2020-01-15"), lastDay: first },
      ...later.map((startsOn) => ({ startsOn, lastDay: null })),
    ];
    for (const [index, term] of terms.entries()) {
      const input = { branchId, number: 8 + index, congressOn: addDays(term.startsOn, -5), decisionNumber: null };
      await openBranchTerm(actor, { ...input, ...term });
    }
  }
}

/** The terms, the committee's seats in each, and the inspection commission. */
export async function seatCommittee(actor: Actor, members: readonly EnteredMember[]): Promise<EnteredMember[]> {
  const used = new Set<string>();
  const seated = committeeSeats.map((seat) => {
    const person = members.find(
      (one) =>
        one.branch.key === seat.from &&
        one.order > 2 &&
        one.input.admittedOn < SEATED_SINCE &&
        !used.has(one.id) &&
        one.departure === null &&
        one.exemptFrom === null,
    );
    if (!person) throw new Error(`Nobody left for a seat from ${seat.from}`);
    used.add(person.id);
    return person;
  });
  for (const term of TERMS) {
    const { id: termId } = await openTerm(actor, term);
    const period = { termId, startsOn: term.startsOn, lastDay: term.lastDay, decisionNumber: null };
    for (const [index, seat] of committeeSeats.entries()) {
      const memberId = seated[index]?.id ?? "";
      await giveCommitteeSeat(actor, { ...period, memberId, kind: seat.kind });
    }
    const commission = ["INSPECTION_HEAD", "INSPECTION_DEPUTY", "INSPECTION_MEMBER"] as const;
    for (const [index, kind] of commission.entries()) {
      await giveCommitteeSeat(actor, { ...period, memberId: seated[index + 2]?.id ?? "", kind });
    }
  }
  return seated;
}

/** The id a branch of the sample was entered under. */
export function idOf(branchIds: ReadonlyMap<string, string>, branch: SampleBranch): string {
  const id = branchIds.get(branch.key);
  if (!id) throw new Error(`The branch ${branch.key} is missing`);
  return id;
}
