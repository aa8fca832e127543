import "server-only";
import type { Actor } from "@/lib/core/actor";
import { logAccess } from "@/lib/core/audit";
import { type Day, fromDbDate, type PartialDay } from "@/lib/core/day";
import type { Interval } from "@/lib/core/day/interval";
import { isInForceOn } from "@/lib/core/day/interval";
import { partialDay } from "@/lib/core/day/partial-day";
import type { Tx } from "@/lib/core/db/context";
import { notFound } from "@/lib/core/errors";
import { maskedNumber } from "@/lib/core/identity";
import { withPeriod } from "@/lib/core/period";
import { readAndLog, readAs } from "@/lib/core/query";
import {
  canEditMember,
  canEditRegisterFields,
  canMoveMember,
  canReadTrail,
  canReadWholeFile,
  canRevealIdNumbers,
} from "@/lib/features/members/policy";
import { findMemberRows } from "@/lib/features/members/queries/find-member-rows";
import { partyAge, type Standing, standingOn, timeOutside } from "@/lib/features/members/rules";

type Row = Awaited<ReturnType<typeof findMemberRows>>;
type Found = NonNullable<Row>;
type Profile = NonNullable<Found["profile"]>;
type ProfileDates = Record<
  | "admittedOn"
  | "ceremonyOn"
  | "officialOn"
  | "officialDecidedOn"
  | "readmittedOn"
  | "secondCeremonyOn"
  | "secondOfficialOn"
  | "secondDecidedOn"
  | "cardIssuedOn",
  Day | null
>;

/** A member as the reader may see it: the profile and the private parts are null where the reader may not open them. */
export type MemberView = {
  id: string;
  fullName: string;
  otherName: string | null;
  sex: Found["sex"];
  version: number;
  standing: Standing;
  branch: { id: string; name: string } | null;
  birthOn: PartialDay | null;
  partyAge: number | null;
  dates: ProfileDates;
  profile: Omit<Profile, keyof ProfileDates> | null;
  sensitive: Found["sensitive"];
  idNumbers: { current: string | null; old: string | null } | null;
  memberships: (Interval & Omit<Found["memberships"][number], "startsOn" | "endsOn">)[];
  statuses: (Interval & Omit<Found["statuses"][number], "startsOn" | "endsOn">)[];
  branchOffices: (Interval & Omit<Found["branchOffices"][number], "startsOn" | "endsOn">)[];
  committeeOffices: (Interval & Omit<Found["committeeOffices"][number], "startsOn" | "endsOn">)[];
  civilOffices: (Interval & Omit<Found["civilOffices"][number], "startsOn" | "endsOn">)[];
  assignments: (Interval & Omit<Found["assignments"][number], "startsOn" | "endsOn">)[];
  dossiers: (Omit<Found["dossiers"][number], "openedOn" | "effectiveOn"> & {
    openedOn: Day;
    effectiveOn: Day | null;
  })[];
  courses: (Interval &
    Omit<Found["courses"][number], "course"> &
    Omit<Found["courses"][number]["course"], "startsOn" | "endsOn">)[];
  transfers: Found["transfers"];
  ratings: Found["ratings"];
  inspections: (Omit<Found["subjects"][number]["inspection"], "startsOn"> & { startsOn: Day })[];
  can: {
    edit: boolean;
    editRegister: boolean;
    move: boolean;
    readTrail: boolean;
    readFile: boolean;
    /** Whether there is an ID number that the reader may see in full. */
    revealIdNumbers: boolean;
  };
};

/** One member with the dated history. Refuses with NOT_FOUND what is not there or not the reader's to see. */
export function getMember(actor: Actor, memberId: string): Promise<MemberView> {
  return readAs(actor, (tx) => getMemberIn(tx, actor, memberId));
}

/** As `getMember`, for the page of a member: a record opened with its private part by somebody else leaves a trace (LOG-06). */
export function getOpenedMember(actor: Actor, memberId: string): Promise<MemberView> {
  return readAndLog(actor, async (tx) => {
    const member = await getMemberIn(tx, actor, memberId);
    const { id, fullName, sensitive } = member;
    if (sensitive !== null && actor.memberId !== id)
      await logAccess(tx, actor, { type: "member.opened", subjectId: id, params: { member: fullName } });
    return member;
  });
}

/** As `getMember`, in a transaction that is under way. */
export async function getMemberIn(tx: Tx, actor: Actor, memberId: string): Promise<MemberView> {
  const row = await findMemberRows(tx, actor.committeeId, memberId);
  if (!row) throw notFound();
  return viewOf(actor, row);
}

function viewOf(actor: Actor, row: Found): MemberView {
  const memberships = row.memberships.map(withPeriod);
  const statuses = row.statuses.map(withPeriod);
  const { profile, dates } = partsOfProfile(row.profile);
  const current = memberships.find((one) => one.kind === "OFFICIAL" && isInForceOn(one, actor.today));
  const branchId = current?.branchId ?? null;
  const isOpen = profile !== null;
  return {
    id: row.id,
    fullName: row.fullName,
    otherName: row.otherName,
    sex: row.sex,
    version: row.version,
    standing: standingOn({ dates, memberships, statuses }, actor.today),
    branch: current?.branch ?? null,
    birthOn: profile ? partialDay(profile.birthOn) : null,
    dates,
    partyAge: dates.admittedOn && partyAge(dates.admittedOn, actor.today, timeOutside(memberships, dates.readmittedOn)),
    profile,
    sensitive: row.sensitive,
    idNumbers: row.identity && {
      current: maskedNumber(row.identity.idNumberTail, 12),
      old: maskedNumber(row.identity.oldIdNumberTail, 9),
    },
    memberships,
    statuses,
    branchOffices: row.branchOffices.map(withPeriod),
    committeeOffices: row.committeeOffices.map(withPeriod),
    civilOffices: row.civilOffices.map(withPeriod),
    assignments: row.assignments.map(withPeriod),
    dossiers: row.dossiers.map(({ openedOn, effectiveOn, ...dossier }) => {
      return { ...dossier, openedOn: fromDbDate(openedOn), effectiveOn: fromDbDate(effectiveOn) };
    }),
    courses: row.courses.map(({ course, ...participant }) => ({ ...withPeriod(course), ...participant })),
    transfers: row.transfers,
    ratings: row.ratings,
    inspections: row.subjects.map(({ inspection }) => ({ ...inspection, startsOn: fromDbDate(inspection.startsOn) })),
    can: {
      edit: isOpen && canEditMember(actor, branchId),
      editRegister: isOpen && canEditRegisterFields(actor),
      move: isOpen && canMoveMember(actor),
      readTrail: canReadTrail(actor),
      readFile: canReadWholeFile(actor),
      revealIdNumbers: hasNumbers(row) && canRevealIdNumbers(actor),
    },
  };
}

function hasNumbers({ identity, profile }: Found): boolean {
  const ofCitizen = [identity?.idNumberTail, identity?.oldIdNumberTail];
  return [...ofCitizen, profile?.cardNumber, profile?.oldCardNumber].some((one) => one !== null && one !== undefined);
}

const NO_DATES: ProfileDates = {
  admittedOn: null,
  ceremonyOn: null,
  officialOn: null,
  officialDecidedOn: null,
  readmittedOn: null,
  secondCeremonyOn: null,
  secondOfficialOn: null,
  secondDecidedOn: null,
  cardIssuedOn: null,
};

function partsOfProfile(stored: Found["profile"]): { profile: MemberView["profile"]; dates: ProfileDates } {
  if (stored === null) return { profile: null, dates: NO_DATES };
  const { admittedOn, ceremonyOn, officialOn, officialDecidedOn, cardIssuedOn, ...others } = stored;
  const { readmittedOn, secondCeremonyOn, secondOfficialOn, secondDecidedOn, ...profile } = others;
  const dates = {
    admittedOn: fromDbDate(admittedOn),
    ceremonyOn: fromDbDate(ceremonyOn),
    officialOn: fromDbDate(officialOn),
    officialDecidedOn: fromDbDate(officialDecidedOn),
    readmittedOn: fromDbDate(readmittedOn),
    secondCeremonyOn: fromDbDate(secondCeremonyOn),
    secondOfficialOn: fromDbDate(secondOfficialOn),
    secondDecidedOn: fromDbDate(secondDecidedOn),
    cardIssuedOn: fromDbDate(cardIssuedOn),
  };
  return { profile, dates };
}
