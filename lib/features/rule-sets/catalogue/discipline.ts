import { day } from "@/lib/core/day";
import type { Entry } from "@/lib/features/rule-sets/catalogue/entry";
import { confirmed, singleSource, unconfirmed } from "@/lib/features/rule-sets/catalogue/sources";
import type { Threshold } from "@/lib/features/rule-sets/schema";
import type { DisciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

const QD_69 = "QĐ 69-QĐ/TW";
const MORE_THAN_HALF: Threshold = { comparison: "MORE_THAN", numerator: 1, denominator: 2 };

/** Discipline: the forms are those of the Party's Charter, 35, which has no number and is the same in 2022 and 2026; and what QĐ 69 says of limitation and effect. */
export const disciplineRules: readonly Entry<"DISCIPLINE", DisciplineParameters>[] = [
  {
    kind: "DISCIPLINE",
    code: "discipline-2022",
    document: QD_69,
    startsOn: day("2022-07-06"),
    endsOn: null,
    datesCertainty: "INFERRED",
    parameters: {
      officialForms: confirmed(["REPRIMAND", "WARNING", "DISMISSAL", "EXPULSION"], null),
      probationaryForms: confirmed(["REPRIMAND", "WARNING"], null),
      organizationForms: confirmed(["REPRIMAND", "WARNING", "DISSOLUTION"], null),
      branchForms: confirmed(["REPRIMAND", "WARNING"], "QĐ 296-QĐ/TW, 10"),
      branchDisciplineVote: singleSource(MORE_THAN_HALF, null),
      bodyDisciplineVote: unconfirmed(MORE_THAN_HALF, null),
      organizationLimitationMonths: singleSource({ reprimand: 60, warning: 120 }, `${QD_69}, 4`),
      memberLimitationMonths: singleSource({ reprimand: 60, warning: 120, dismissal: 120 }, `${QD_69}, 4`),
      falseDiplomaNeverLapses: singleSource(true, `${QD_69}, 4`),
      internalPoliticsNeverLapses: unconfirmed(true, `${QD_69}, 4`),
      effectMonths: confirmed(12, `${QD_69}, 2`),
      complaintHoldsEffect: confirmed(true, `${QD_69}, 2`),
      complaintDays: unconfirmed(90, null),
    },
  },
];
