import "server-only";
import type { Day } from "@/lib/core/day";
import { inForceOn, lastDayOf } from "@/lib/core/day/interval";
import { partialDay } from "@/lib/core/day/partial-day";
import { formatIn } from "@/lib/core/i18n/format";
import { messages } from "@/lib/core/i18n/namespaces";
import type { Filling } from "@/lib/features/documents/queries/paper-words";
import type { MemberView } from "@/lib/features/members/queries/get-member";

const words = messages.vi.members;
const format = formatIn("vi");
const dayText = (on: Day | null) => on && format.day(on);
const partialText = (on: string | null) => on && format.partialDay(partialDay(on));
const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(", ") || null;

/** Who a member is, in the words of a paper. */
export function getPersonFields(member: MemberView): Filling["fields"] {
  const { fullName, otherName, sex, birthOn, branch, dates, profile, partyAge, standing } = member;
  return {
    fullName,
    otherName,
    sex: words.sex[sex],
    birthOn: birthOn && format.partialDay(birthOn),
    branch: branch?.name ?? null,
    cardNumber: profile?.cardNumber ?? null,
    oldCardNumber: profile?.oldCardNumber ?? null,
    recordNumber: profile?.recordNumber ?? null,
    admittedOn: dayText(dates.admittedOn),
    ceremonyOn: dayText(dates.ceremonyOn),
    officialOn: dayText(dates.officialOn),
    stage: standing.kind === "MEMBER" ? words.status[standing.stage] : null,
    partyAge: partyAge === null ? null : format.number(partyAge),
  };
}

/** What the record tells besides, in the words of a paper. */
export function getProfileFields(
  member: MemberView,
  profile: NonNullable<MemberView["profile"]>,
  today: Day,
): Filling["fields"] {
  const { dates, statuses } = member;
  const { birthOn: _birthOn, ...texts } = profile;
  const exempt = inForceOn(statuses, today).find(({ kind }) => kind === "EXEMPT");
  return {
    ...texts,
    birthPlace: joined(profile.birthPlace, profile.birthProvince, profile.birthCountry),
    homePlace: joined(profile.homePlace, profile.homeProvince, profile.homeCountry),
    cardIssuedOn: dayText(dates.cardIssuedOn),
    officialDecidedOn: dayText(dates.officialDecidedOn),
    readmittedOn: dayText(dates.readmittedOn),
    recruitedOn: partialText(profile.recruitedOn),
    youthUnionOn: partialText(profile.youthUnionOn),
    enlistedOn: partialText(profile.enlistedOn),
    dischargedOn: partialText(profile.dischargedOn),
    education: profile.education === "UNKNOWN" ? null : words.education[profile.education],
    qualification: words.qualification[profile.qualification],
    theoryLevel: words.theory[profile.theoryLevel],
    exemptFrom: dayText(exempt?.startsOn ?? null),
    offices: officesOn(member, today),
  };
}

/** What leaves the register for a purpose only, in the words of a paper. */
export function getSensitiveFields(sensitive: NonNullable<MemberView["sensitive"]>): Filling["fields"] {
  const { permanentResidence, permanentProvince, permanentCountry } = sensitive;
  return { ...sensitive, permanentResidence: joined(permanentResidence, permanentProvince, permanentCountry) };
}

/** The branches the member has been in, the first one first. */
export function listStayRows({ memberships }: MemberView): Filling["fields"][] {
  return memberships.toReversed().map((stay, place) => ({
    number: String(place + 1),
    from: format.day(stay.startsOn),
    to: dayText(lastDayOf(stay)),
    branch: stay.branch.name,
  }));
}

/** The ratings of whole years, the latest first. */
export function listRatingRows({ ratings }: MemberView): Filling["fields"][] {
  return ratings
    .filter(({ round }) => round.quarter === null)
    .map(({ round, level }) => ({ year: String(round.year), rating: words.levels[level ?? "NOT_RATED"] }));
}

function officesOn({ committeeOffices, branchOffices, civilOffices }: MemberView, on: Day): string | null {
  const held = [
    ...inForceOn(committeeOffices, on).map(({ kind }) => words.committeeOffices[kind]),
    ...inForceOn(branchOffices, on).map(({ kind, branch }) => `${words.branchOffices[kind]} ${branch.name}`),
    ...inForceOn(civilOffices, on).map(({ village }) => words.timeline.villageHead.replace("{village}", village.name)),
  ];
  return held.join("; ") || null;
}
