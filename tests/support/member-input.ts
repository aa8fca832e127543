import { day } from "@/lib/core/day";
import { partialDay } from "@/lib/core/day/partial-day";
import type { AddMemberInput, EditMemberInput, EditRegisterEntryInput } from "@/lib/features/members/schema";

/** The personal part of an official member's record, with everything optional left empty. */
export function personalInput(fullName: string): Omit<EditMemberInput, "id" | "version"> {
  return {
    fullName,
    otherName: null,
    sex: "MALE",
    birthOn: partialDay("1975"),
    birthCountry: null,
    birthProvince: null,
    birthPlace: null,
    homeCountry: null,
    homeProvince: null,
    homePlace: null,
    admittedAt: null,
    officialAt: null,
    firstIntroducer: null,
    secondIntroducer: null,
    youthUnionOn: null,
    recruitedOn: null,
    enlistedOn: null,
    dischargedOn: null,
    otherOrganizations: null,
    careerHistory: null,
    familyClass: null,
    occupation: null,
    education: "UPPER_SECONDARY",
    qualification: "NONE",
    vocationalTraining: null,
    profession: null,
    academicTitle: null,
    theoryLevel: "NONE",
    foreignLanguages: null,
    informatics: null,
    trainingCourses: null,
    badges: null,
    honours: null,
    rewards: null,
    ethnicity: "Thái",
    religion: null,
    phone: null,
    permanentCountry: null,
    permanentProvince: null,
    permanentResidence: null,
    temporaryResidence: null,
    health: null,
    invalidGrade: null,
    policyFamily: null,
    economicSituation: null,
    historicalNotes: null,
    foreignRelations: null,
    pastDiscipline: null,
  };
}

/** The office's part of the record of an official member since 2011. */
export function registerInput(): Omit<EditRegisterEntryInput, "id" | "version"> {
  return {
    cardNumber: null,
    oldCardNumber: null,
    cardIssuedBy: null,
    cardIssuedOn: null,
    recordNumber: null,
    admittedOn: day("2010-02-03"),
    ceremonyOn: null,
    officialOn: day("2011-02-03"),
    officialDecidedOn: null,
    idNumber: null,
    oldIdNumber: null,
  };
}

/** What the form for a new member would send: the whole record, and the branch since 2015. */
export function memberInput(fullName: string, branchId: string): AddMemberInput {
  return {
    ...personalInput(fullName),
    ...registerInput(),
    branchId,
    startsOn: day("2015-01-01"),
    decisionNumber: null,
  };
}
