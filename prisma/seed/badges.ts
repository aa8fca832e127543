import type { Actor } from "@/lib/core/actor";
import { addDays, addYears, type Day, day, yearOf } from "@/lib/core/day";
import { decideBadges } from "@/lib/features/badges/commands/decide-badges";
import { proposeBadges } from "@/lib/features/badges/commands/propose-badges";
import { recordBadge } from "@/lib/features/badges/commands/record-badge";
import { getBadgeYear } from "@/lib/features/badges/queries/get-badge-year";
import { partyAge } from "@/lib/features/members/rules";
import type { SampleRegister } from "./structure";

/* Given before the register was in use: the highest badge of the rules of those years. */
const FIRST_DAY = day("2022-01-01");
const EARLIER = [30, 40, 45, 50];
/* The award days of the last year are left for who tries the sample. */
const LAST_DAY = day("2025-12-31");

/** The badges of the elders: what they held before 2022 from their papers, then every award day proposed and decided. */
export async function giveBadges(office: Actor, { members }: SampleRegister): Promise<void> {
  for (const { id, input } of members) {
    const years = EARLIER.filter((one) => one <= partyAge(input.admittedOn, FIRST_DAY)).at(-1);
    if (years === undefined) continue;
    const awardOn = nextAwardDay(input.admittedOn, years);
    await recordBadge(office, {
      memberId: id,
      years,
      awardOn,
      decisionNumber: `${yearOf(awardOn)}-QĐ/HU`,
      decidedOn: addDays(awardOn, -14),
      badgeNumber: null,
    });
  }
  for (let year = yearOf(FIRST_DAY); year <= yearOf(LAST_DAY); year += 1) await giveYear(office, year);
}

async function giveYear(office: Actor, year: number): Promise<void> {
  const { days } = await getBadgeYear(office, year);
  for (const { awardOn, due } of days) {
    const memberId = due.map((line) => line.memberId);
    if (memberId.length === 0) continue;
    const proposal = { proposalNumber: `${awardOn.slice(5, 7)}-TTr/ĐU`, proposedOn: addDays(awardOn, -60) };
    const { ids } = await proposeBadges(office, { awardOn, memberId, ...proposal });
    await decideBadges(office, {
      badgeId: ids,
      decisionNumber: `${awardOn.slice(5, 7)}${year}-QĐ/${year < 2025 ? "HU" : "TU"}`,
      decidedOn: addDays(awardOn, -14),
    });
  }
}

/* The first 7 November on which the years were full. */
function nextAwardDay(admittedOn: Day, years: number): Day {
  const reached = addYears(admittedOn, years);
  const sameYear = day(`${yearOf(reached)}-11-07`);
  return reached <= sameYear ? sameYear : addYears(sameYear, 1);
}
