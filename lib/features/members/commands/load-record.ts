import "server-only";
import type { AuditValues } from "@/lib/core/audit";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import type { MemberDates } from "@/lib/features/members/rules";

/** A member's record as stored: the values by the name of the form's control, the dates, and the branch of today. */
export type StoredRecord = {
  id: string;
  name: string;
  version: number;
  branchId: string | null;
  dates: MemberDates;
  values: AuditValues;
};

/** Loads the record within the actor's scope. Refuses with NOT_FOUND where it is not there or its profile is not open. */
export async function loadRecord({ tx, actor, today }: CommandContext, memberId: string): Promise<StoredRecord> {
  const member = await tx.member.findFirst({
    where: { committeeId: actor.committeeId, id: memberId },
    relationLoadStrategy: "join",
    include: {
      profile: true,
      sensitive: true,
      memberships: { where: { kind: "OFFICIAL", ...inForce(today) }, select: { branchId: true } },
    },
  });
  if (!member?.profile || !member.sensitive) throw notFound();
  const { profile, sensitive, memberships } = member;
  const dates: MemberDates = {
    birthOn: partialDay(profile.birthOn),
    youthUnionOn: profile.youthUnionOn === null ? null : partialDay(profile.youthUnionOn),
    admittedOn: fromDbDate(profile.admittedOn),
    ceremonyOn: fromDbDate(profile.ceremonyOn),
    officialOn: fromDbDate(profile.officialOn),
    officialDecidedOn: fromDbDate(profile.officialDecidedOn),
    cardIssuedOn: fromDbDate(profile.cardIssuedOn),
  };
  const { committeeId: _c, memberId: _m, version: _v, ...stored } = profile;
  const { readmittedOn: _r, secondCeremonyOn: _sc, secondOfficialOn: _so, secondDecidedOn: _sd, ...basic } = stored;
  const { committeeId: _c2, memberId: _m2, version: _v2, ...private_ } = sensitive;
  const values = {
    fullName: member.fullName,
    otherName: member.otherName,
    sex: member.sex,
    ...basic,
    ...private_,
    ...dates,
  };
  const branchId = memberships[0]?.branchId ?? null;
  return { id: member.id, name: member.fullName, version: member.version, branchId, dates, values };
}
