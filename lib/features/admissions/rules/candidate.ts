import { addMonths, type Day, fullMonthsBetween, type PartialDay, partsOf, typedForm } from "@/lib/core/day";
import { firstPossibleDay, precisionOf } from "@/lib/core/day/partial-day";
import type { Education, SchoolingException } from "@/lib/core/db/generated/enums";
import type { Obstacle } from "@/lib/core/obstacle";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";

/** Who introduces a candidate. `officialOn` is null for a probationer. */
export type IntroducerFacts = {
  readonly name: string;
  readonly officialOn: Day | null;
  readonly togetherSinceOn: Day;
};

/** What the Charter judges a candidate by. */
export type CandidateFacts = {
  readonly birthOn: PartialDay;
  readonly education: Education;
  readonly schoolingException: SchoolingException | null;
  readonly overAgeConsent: string | null;
  readonly certificateOn: Day | null;
  readonly introducers: readonly IntroducerFacts[];
};

/** Age in months as the Charter counts it, by calendar month whatever the day; null where only the year of birth is known. */
export function ageInMonths(birthOn: PartialDay, on: Day): number | null {
  if (precisionOf(birthOn) === "YEAR") return null;
  const [birth, then] = [partsOf(firstPossibleDay(birthOn)), partsOf(on)];
  return (then.year - birth.year) * 12 + then.month - birth.month;
}

/** The last day on which a certificate of that day is good. */
export function certificateLastDay(issuedOn: Day, months: number): Day {
  return addMonths(issuedOn, months);
}

/**
 * Why the branch cannot consider this candidate on that day: too young or too old in months, too little schooling, no
 * certificate or one that has run out, introducers missing or not together long enough.
 */
export function candidateObstacle(of: CandidateFacts, charter: CharterParameters, on: Day): Obstacle | null {
  return (
    ageObstacle(of, charter, on) ??
    schoolingObstacle(of, charter) ??
    certificateObstacle(of.certificateOn, charter, on) ??
    introducersObstacle(of.introducers, charter, on)
  );
}

function ageObstacle(of: CandidateFacts, charter: CharterParameters, on: Day): Obstacle | null {
  const months = ageInMonths(of.birthOn, on);
  if (months === null) return { reason: "admissions.errors.birthMonthUnknown" };
  const [from, to] = [charter.ageFromMonths.value, charter.ageToMonths.value];
  const params = {
    months,
    on: typedForm(on),
    from,
    fromYears: Math.floor(from / 12),
    to,
    toYears: Math.floor(to / 12),
  };
  if (months < from) return { reason: "admissions.errors.tooYoung", params };
  return months > to && of.overAgeConsent === null ? { reason: "admissions.errors.tooOld", params } : null;
}

const LADDER: readonly Education[] = ["NONE", "PRIMARY", "LOWER_SECONDARY", "UPPER_SECONDARY"];

/* An elder or head who can read needs no schooling; in highlands and minorities primary is enough. */
function schoolingObstacle(
  { education, schoolingException }: CandidateFacts,
  charter: CharterParameters,
): Obstacle | null {
  const isOpen = schoolingException !== null && charter.schoolingExceptions.value.includes(schoolingException);
  const lowered = schoolingException === "VILLAGE_ELDER_OR_HEAD" ? "NONE" : "PRIMARY";
  const floor = isOpen ? lowered : charter.schooling.value;
  return LADDER.indexOf(education) < LADDER.indexOf(floor) ? { reason: "admissions.errors.tooLittleSchooling" } : null;
}

function certificateObstacle(issuedOn: Day | null, charter: CharterParameters, on: Day): Obstacle | null {
  if (issuedOn === null || issuedOn > on) return { reason: "admissions.errors.noCertificate" };
  const months = charter.certificateMonths.value;
  const lastDay = certificateLastDay(issuedOn, months);
  const params = { issuedOn: typedForm(issuedOn), lastDay: typedForm(lastDay), months };
  return on > lastDay ? { reason: "admissions.errors.certificateRunOut", params } : null;
}

function introducersObstacle(all: readonly IntroducerFacts[], charter: CharterParameters, on: Day): Obstacle | null {
  const needed = charter.introducers.value;
  if (all.length < needed)
    return { reason: "admissions.errors.introducersMissing", params: { needed, named: all.length } };
  const probationer = all.find((one) => one.officialOn === null || one.officialOn > on);
  if (probationer) return { reason: "admissions.errors.introducerNotOfficial", params: { name: probationer.name } };
  const months = charter.introducerMonths.value;
  const newcomer = all.find((one) => fullMonthsBetween(one.togetherSinceOn, on) < months);
  if (!newcomer) return null;
  const params = { name: newcomer.name, since: typedForm(newcomer.togetherSinceOn), months };
  return { reason: "admissions.errors.introducerTooShort", params };
}
