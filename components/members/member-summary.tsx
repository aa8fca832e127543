import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OfficesToday } from "@/components/members/offices-today";
import { Card } from "@/components/ui/card";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import type { Day } from "@/lib/core/day";
import { isPartialDay } from "@/lib/core/day/partial-day";
import type { Format } from "@/lib/core/i18n/format";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberView } from "@/lib/features/members/queries/get-member";

type Field = Parameters<ReturnType<typeof useTranslations<"members.fields">>>[0];

/** What the record says of the member, in cards; a part the reader may not open is left out. */
export function MemberSummary({ member, today }: { member: MemberView; today: Day }) {
  const t = useTranslations("members");
  const format = useFormat();
  const { profile, sensitive, dates, idNumbers } = member;
  if (!profile) return <OfficesToday member={member} today={today} />;
  const facts = (values: Partial<Record<Field, ReactNode>>) => factsOf(values, (field) => t(`fields.${field}`));
  const written = (value: string | null) => partialDayIn(value, format);
  const day = (value: Day | null) => value && format.day(value);
  return (
    <div className="gap-4 lg:columns-2 [&>*]:mb-4 [&>*]:break-inside-avoid">
      <OfficesToday member={member} today={today} />
      <Card title={t("page.inParty")}>
        <DescriptionList
          facts={facts({
            admittedOn: day(dates.admittedOn),
            ceremonyOn: day(dates.ceremonyOn),
            officialOn: day(dates.officialOn),
            officialDecidedOn: day(dates.officialDecidedOn),
            admittedAt: profile.admittedAt,
            officialAt: profile.officialAt,
            firstIntroducer: profile.firstIntroducer,
            secondIntroducer: profile.secondIntroducer,
            youthUnionOn: written(profile.youthUnionOn),
            rewards: profile.rewards,
          })}
        />
      </Card>
      <Card title={t("page.about")}>
        <DescriptionList
          facts={facts({
            otherName: member.otherName,
            birthOn: written(profile.birthOn),
            birthPlace: joined(profile.birthPlace, profile.birthProvince, profile.birthCountry),
            homePlace: joined(profile.homePlace, profile.homeProvince, profile.homeCountry),
            familyClass: profile.familyClass,
            occupation: profile.occupation,
            recruitedOn: written(profile.recruitedOn),
            enlistedOn: written(profile.enlistedOn),
            dischargedOn: written(profile.dischargedOn),
            otherOrganizations: profile.otherOrganizations,
          })}
        />
      </Card>
      <Card title={t("page.learned")}>
        <DescriptionList
          facts={facts({
            education: t(`education.${profile.education}`),
            qualification: t(`qualification.${profile.qualification}`),
            profession: profile.profession,
            academicTitle: profile.academicTitle,
            theoryLevel: t(`theory.${profile.theoryLevel}`),
            foreignLanguages: profile.foreignLanguages,
            informatics: profile.informatics,
          })}
        />
      </Card>
      <Card title={t("page.papers")}>
        <DescriptionList
          facts={facts({
            cardNumber: profile.cardNumber,
            oldCardNumber: profile.oldCardNumber,
            cardIssuedBy: profile.cardIssuedBy,
            cardIssuedOn: day(dates.cardIssuedOn),
            recordNumber: profile.recordNumber,
            ...(idNumbers && { idNumber: idNumbers.current, oldIdNumber: idNumbers.old }),
          })}
        />
      </Card>
      {sensitive && (
        <Card title={t("page.private")}>
          <DescriptionList
            facts={facts({
              ethnicity: sensitive.ethnicity,
              religion: sensitive.religion,
              phone: sensitive.phone && <a href={`tel:${sensitive.phone}`}>{sensitive.phone}</a>,
              permanentResidence: joined(
                sensitive.permanentResidence,
                sensitive.permanentProvince,
                sensitive.permanentCountry,
              ),
              temporaryResidence: sensitive.temporaryResidence,
              health: sensitive.health,
              invalidGrade: sensitive.invalidGrade,
              policyFamily: sensitive.policyFamily,
            })}
          />
        </Card>
      )}
    </div>
  );
}

const always: readonly string[] = ["admittedOn", "officialOn", "birthOn", "cardNumber", "education", "theoryLevel"];

/** Fields that say something, and those whose absence is worth knowing. */
function factsOf(values: Partial<Record<Field, ReactNode>>, label: (field: Field) => string): Fact[] {
  const fields = Object.keys(values).filter((name): name is Field => name in values);
  return fields
    .filter((field) => Boolean(values[field]) || always.includes(field))
    .map((field) => ({ term: label(field), value: values[field] ?? null }));
}

function joined(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== "").join(", ");
}

function partialDayIn(value: string | null, format: Format): string | null {
  return value !== null && isPartialDay(value) ? format.partialDay(value) : value;
}
