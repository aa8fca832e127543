import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isPartialDay } from "@/lib/core/day/partial-day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { maskedCard } from "@/lib/core/text/masked-card";
import type { MemberView } from "@/lib/features/members/queries/get-member";

/** A field of the record, which is also its message key. */
export type RecordField = Parameters<ReturnType<typeof useTranslations<"members.fields">>>[0];

/** Fields in order, each with what the record says, written. */
export type MemberFacts = readonly { readonly field: RecordField; readonly value: ReactNode }[];

type CardName = "inParty" | "about" | "learned" | "career" | "papers" | "private";

/** The parts of a member's record that the reader may open, as cards of fields. */
export function useMemberFacts(member: MemberView): { card: CardName; facts: MemberFacts }[] {
  const t = useTranslations("members");
  const format = useFormat();
  const { profile, sensitive, dates, idNumbers } = member;
  if (profile === null) return [];
  const day = (value: typeof dates.admittedOn) => value && format.day(value);
  const partial = (value: string | null) => (value !== null && isPartialDay(value) ? format.partialDay(value) : value);
  const cards: { card: CardName; facts: Partial<Record<RecordField, ReactNode>> }[] = [
    {
      card: "inParty",
      facts: {
        admittedOn: day(dates.admittedOn),
        ceremonyOn: day(dates.ceremonyOn),
        officialOn: day(dates.officialOn),
        officialDecidedOn: day(dates.officialDecidedOn),
        readmittedOn: day(dates.readmittedOn),
        secondCeremonyOn: day(dates.secondCeremonyOn),
        secondOfficialOn: day(dates.secondOfficialOn),
        secondDecidedOn: day(dates.secondDecidedOn),
        admittedAt: profile.admittedAt,
        officialAt: profile.officialAt,
        firstIntroducer: profile.firstIntroducer,
        secondIntroducer: profile.secondIntroducer,
        youthUnionOn: partial(profile.youthUnionOn),
        badges: profile.badges,
        honours: profile.honours,
        rewards: profile.rewards,
      },
    },
    {
      card: "about",
      facts: {
        otherName: member.otherName,
        birthOn: partial(profile.birthOn),
        birthPlace: joined(profile.birthPlace, profile.birthProvince, profile.birthCountry),
        homePlace: joined(profile.homePlace, profile.homeProvince, profile.homeCountry),
        familyClass: profile.familyClass,
        occupation: profile.occupation,
        recruitedOn: partial(profile.recruitedOn),
        enlistedOn: partial(profile.enlistedOn),
        dischargedOn: partial(profile.dischargedOn),
        otherOrganizations: profile.otherOrganizations,
      },
    },
    {
      card: "learned",
      facts: {
        education: t(`education.${profile.education}`),
        vocationalTraining: profile.vocationalTraining,
        qualification: t(`qualification.${profile.qualification}`),
        profession: profile.profession,
        academicTitle: profile.academicTitle,
        theoryLevel: t(`theory.${profile.theoryLevel}`),
        foreignLanguages: profile.foreignLanguages,
        informatics: profile.informatics,
      },
    },
    {
      card: "career",
      facts: { careerHistory: lines(profile.careerHistory), trainingCourses: lines(profile.trainingCourses) },
    },
    {
      card: "papers",
      facts: {
        cardNumber: maskedCard(profile.cardNumber),
        oldCardNumber: maskedCard(profile.oldCardNumber),
        cardIssuedBy: profile.cardIssuedBy,
        cardIssuedOn: day(dates.cardIssuedOn),
        recordNumber: profile.recordNumber,
        ...(idNumbers && { idNumber: idNumbers.current, oldIdNumber: idNumbers.old }),
      },
    },
    { card: "private", facts: sensitive ? privateFacts(sensitive) : {} },
  ];
  return cards.map(({ card, facts }) => ({ card, facts: inOrder(facts) })).filter(({ facts }) => facts.some(isTold));
}

function privateFacts(sensitive: NonNullable<MemberView["sensitive"]>): Partial<Record<RecordField, ReactNode>> {
  const { phone, permanentResidence, permanentProvince, permanentCountry } = sensitive;
  return {
    ethnicity: sensitive.ethnicity,
    religion: sensitive.religion,
    phone: phone && <a href={`tel:${phone.replace(/[^\d+]/gu, "")}`}>{phone}</a>,
    permanentResidence: joined(permanentResidence, permanentProvince, permanentCountry),
    temporaryResidence: sensitive.temporaryResidence,
    health: sensitive.health,
    invalidGrade: sensitive.invalidGrade,
    policyFamily: sensitive.policyFamily,
    economicSituation: lines(sensitive.economicSituation),
    historicalNotes: lines(sensitive.historicalNotes),
    foreignRelations: lines(sensitive.foreignRelations),
    pastDiscipline: lines(sensitive.pastDiscipline),
  };
}

function inOrder(facts: Partial<Record<RecordField, ReactNode>>): MemberFacts {
  const fields = Object.keys(facts).filter((name): name is RecordField => name in facts);
  return fields.map((field) => ({ field, value: facts[field] ?? null }));
}

function isTold({ value }: MemberFacts[number]): boolean {
  return Boolean(value);
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

function lines(text: string | null): ReactNode {
  return text && <span className="whitespace-pre-line">{text}</span>;
}
