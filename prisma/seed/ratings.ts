import type { Actor } from "@/lib/core/actor";
import { type Day, day, fullMonthsBetween, lastDayOfYear } from "@/lib/core/day";
import type { RatingLevel } from "@/lib/core/db/generated/enums";
import { closeRatingRound } from "@/lib/features/ratings/commands/close-rating-round";
import { confirmDecisions } from "@/lib/features/ratings/commands/confirm-decisions";
import { confirmRatingDeadlines } from "@/lib/features/ratings/commands/confirm-rating-deadlines";
import { markAllNotRated } from "@/lib/features/ratings/commands/mark-not-rated";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { proposeBranchRating, proposeRatings } from "@/lib/features/ratings/commands/propose-ratings";
import { recordCommitteeRating, recordDecisions } from "@/lib/features/ratings/commands/record-decisions";
import { setTarget } from "@/lib/features/ratings/commands/set-target";
import { type Deadlines, NO_DEADLINES } from "@/lib/features/ratings/schema/rounds";
import type { SamplePeople } from "./accounts";
import { inventBallots } from "./ballots";
import { sampleBranches } from "./commune";
import { giveOpinions } from "./rating-opinions";
import { reviewOwnYear } from "./self-reviews";
import { type EnteredMember, idOf, type SampleRegister } from "./structure";

/** A year of the sample: how many are below good, how many branches are excellent and how many only completed. */
const years = [
  { year: 2020, completed: 27, excellentBranches: 1, completedBranches: 2 },
  { year: 2021, completed: 24, excellentBranches: 1, completedBranches: 1 },
  { year: 2022, completed: 21, excellentBranches: 2, completedBranches: 0 },
  { year: 2023, completed: 18, excellentBranches: 2, completedBranches: 0 },
] as const;

/* Where the sample has self-reviews: the first people of one branch. */
const REVIEWED = { year: 2022, branch: "naan", members: 14 };
/* From then on the sample keeps deadlines, which the leader confirms, and closes what is decided. */
const FIRST_YEAR_WITH_DEADLINES = 2022;
const FIRST_YEAR_WITH_BALLOTS = 2022;

type Year = (typeof years)[number];
type Case = { member: EnteredMember; level: RatingLevel };

/** Rates the sample's years and sets the next year's target. Answers the rounds to be closed. */
export async function rateYears(system: Actor, people: SamplePeople, register: SampleRegister): Promise<string[]> {
  const decided: string[] = [];
  for (const of of years) {
    const roundId = await rateYear(system, people, register, of);
    if (of.year < FIRST_YEAR_WITH_DEADLINES) continue;
    await confirmRatingDeadlines(people.leader, { roundId, version: 1 });
    decided.push(roundId);
  }
  const document = "05-NQ/ĐU";
  await setTarget(people.office, { year: 2023, kind: "BRANCHES_GOOD_OR_BETTER", value: 1000, document, version: null });
  return decided;
}

/** Closes the rounds of the years that are over. */
export async function closeYears(office: Actor, roundIds: readonly string[]): Promise<void> {
  for (const roundId of roundIds) await closeRatingRound(office, { roundId, version: 1 });
}

async function rateYear(system: Actor, people: SamplePeople, register: SampleRegister, of: Year): Promise<string> {
  const reckoningOn = lastDayOfYear(of.year);
  const deadlines = of.year < FIRST_YEAR_WITH_DEADLINES ? NO_DEADLINES : deadlinesOf(of.year);
  const { id: roundId } = await openRatingRound(people.office, { year: of.year, reckoningOn, deadlines });
  const present = register.members.filter((one) => isMemberOn(one, reckoningOn));
  const exempt = present.filter((one) => one.exemptFrom !== null && one.exemptFrom <= reckoningOn);
  const late = present.filter((one) => fullMonthsBetween(one.input.admittedOn, reckoningOn) < 6);
  const left = new Set([...exempt, ...late]);
  const cases = spread(
    present.filter((one) => !left.has(one)),
    of,
  );

  const notRated = await markAllNotRated(system, {
    roundId,
    cases: [
      ...exempt.map((one) => ({ memberId: one.id, version: null, reason: "EXEMPT" as const, note: null })),
      ...late.map((one) => ({ memberId: one.id, version: null, reason: "ADMITTED_LATE" as const, note: null })),
    ],
  });
  if (of.year === REVIEWED.year) await review(people, register, { roundId, cases });
  const rated = await proposeMembers(system, register, { roundId, year: of.year, cases });
  const branches = await proposeBranches(system, register, { roundId, of });

  const all = [
    ...notRated.ids.map((ratingId, index) => ({ ratingId, level: null, memberId: [...exempt, ...late][index]?.id })),
    ...rated,
    ...branches,
  ];
  await decide(people, { roundId, year: of.year, all });
  return roundId;
}

async function review(people: SamplePeople, register: SampleRegister, of: { roundId: string; cases: readonly Case[] }) {
  const branch = sampleBranches.find(({ key }) => key === REVIEWED.branch);
  if (!branch) throw new Error("The sample has no such branch");
  const own = of.cases.filter(({ member }) => member.branch.key === REVIEWED.branch).slice(0, REVIEWED.members);
  const members = own.map(({ member, level }) => ({ memberId: member.id, level }));
  const reviewed = { roundId: of.roundId, branchId: idOf(register.branchIds, branch) };
  await reviewOwnYear(people.secretary, { ...reviewed, members });
  await giveOpinions(people, { ...reviewed, memberIds: members.map(({ memberId }) => memberId) });
}

function deadlinesOf(year: number): Deadlines {
  return {
    selfReviewDueOn: day(`${year}-11-25`),
    meetingDueOn: day(`${year}-12-10`),
    proposalDueOn: day(`${year}-12-15`),
    decisionDueOn: day(`${year}-12-31`),
    announcementDueOn: day(`${year + 1}-01-15`),
  };
}

function isMemberOn(one: EnteredMember, on: Day): boolean {
  return one.input.startsOn <= on && (one.departure === null || one.departure.lastDay >= on);
}

function isOfficialOn({ input }: EnteredMember, on: Day): boolean {
  return input.officialOn !== null && input.officialOn <= on;
}

/** Levels over the rated: the cap on excellent is used up to its last whole place, the completed stand evenly apart. */
function spread(rated: readonly EnteredMember[], of: Year): Case[] {
  const goodOrBetter = rated.length - of.completed;
  const excellent = Math.floor(goodOrBetter / 6);
  const step = rated.length / of.completed;
  const completed = new Set(Array.from({ length: of.completed }, (_, index) => Math.floor(index * step + step / 2)));
  const others = rated.filter((_, index) => !completed.has(index));
  const chosen = new Set(
    others.filter(
      (_, index) =>
        Math.floor(((index + 1) * excellent) / others.length) > Math.floor((index * excellent) / others.length),
    ),
  );
  return rated.map((member, index) => ({
    member,
    level: completed.has(index) ? "COMPLETED" : chosen.has(member) ? "EXCELLENT" : "GOOD",
  }));
}

async function proposeMembers(
  system: Actor,
  register: SampleRegister,
  { roundId, year, cases }: { roundId: string; year: number; cases: readonly Case[] },
) {
  const rated: { ratingId: string; level: RatingLevel | null; memberId: string | undefined }[] = [];
  const votedOn = day(`${year}-12-05`);
  for (const branch of sampleBranches) {
    const own = cases.filter((one) => one.member.branch.key === branch.key);
    if (own.length === 0) continue;
    const voters = own.filter(({ member }) => isOfficialOn(member, votedOn));
    const { ids } = await proposeRatings(system, {
      roundId,
      branchId: idOf(register.branchIds, branch),
      votedOn,
      proposals: own.map(({ member, level }) => ({
        ...{ memberId: member.id, version: null, level },
        vote: year < FIRST_YEAR_WITH_BALLOTS ? null : inventBallots(level, voters.length),
      })),
    });
    rated.push(...own.map(({ member, level }, index) => ({ ratingId: ids[index] ?? "", level, memberId: member.id })));
  }
  return rated;
}

async function proposeBranches(
  system: Actor,
  register: SampleRegister,
  { roundId, of }: { roundId: string; of: Year },
) {
  const proposed: { ratingId: string; level: RatingLevel; memberId: undefined }[] = [];
  for (const [index, branch] of sampleBranches.entries()) {
    const level = branchLevel(index, of);
    const branchId = idOf(register.branchIds, branch);
    const votedOn = day(`${of.year}-12-10`);
    const { id } = await proposeBranchRating(system, { roundId, branchId, version: null, level, votedOn, vote: null });
    proposed.push({ ratingId: id, level, memberId: undefined });
  }
  return proposed;
}

function branchLevel(index: number, of: Year): RatingLevel {
  if (index >= 8 && index < 8 + of.excellentBranches) return "EXCELLENT";
  return index >= 5 && index < 5 + of.completedBranches ? "COMPLETED" : "GOOD";
}

/** Records with the office, confirms with the secretary; nobody touches a rating of the own person. */
async function decide(
  { office, leader, deputy }: SamplePeople,
  of: {
    roundId: string;
    year: number;
    all: { ratingId: string; level: RatingLevel | null; memberId: string | undefined }[];
  },
): Promise<void> {
  const minutes = {
    roundId: of.roundId,
    decisionNumber: `30-QĐ/ĐU`,
    decidedOn: day(`${of.year}-12-25`),
    minutesNumber: `15-BB/ĐU`,
    presentCount: 12,
    reason: null,
  };
  const isOf = (actor: Actor) => (one: { memberId: string | undefined }) => one.memberId === actor.memberId;
  const record = (actor: Actor, some: typeof of.all) =>
    recordDecisions(actor, {
      ...minutes,
      decisions: some.map(({ ratingId, level }) => ({ ratingId, version: 1, level })),
    });
  const confirm = (actor: Actor, some: { ratingId: string }[], version: number) =>
    confirmDecisions(actor, {
      roundId: of.roundId,
      ratings: some.map(({ ratingId }) => ({ ratingId, version })),
      reason: null,
    });

  const ofOffice = of.all.filter(isOf(office));
  const ofLeader = of.all.filter(isOf(leader));
  const others = of.all.filter((one) => !ofOffice.includes(one) && !ofLeader.includes(one));
  await record(office, [...others, ...ofLeader]);
  await record(deputy, ofOffice);
  await confirm(leader, [...others, ...ofOffice], 2);
  await confirm(deputy, ofLeader, 2);

  const superior = {
    decisionNumber: `112-QĐ/HU`,
    decidedOn: day(`${of.year + 1}-01-15`),
    minutesNumber: `112-QĐ/HU`,
    presentCount: 12,
  };
  const committee = await recordCommitteeRating(office, {
    roundId: of.roundId,
    version: null,
    level: "GOOD",
    ...superior,
  });
  await confirm(leader, [{ ratingId: committee.id }], 1);
}
