import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DossierView } from "@/lib/features/admissions/queries/get-dossier";

/** Who the candidate is, and what the Charter asks of a candidate; nothing in a dossier about a member. */
export function CandidateCards({ dossier: { candidate, introducers } }: { dossier: DossierView }) {
  const t = useTranslations("admissions");
  const words = useTranslations("members");
  const format = useFormat();
  if (!candidate) return null;
  const { birthOn, months, certificateNumber, certificateOn, certificateLastDay } = candidate;
  const age = months === null ? "" : ` – ${t("page.age", { years: Math.floor(months / 12), months })}`;
  const certificate =
    certificateOn &&
    t("page.certificate", {
      number: certificateNumber ?? "–",
      issued: format.day(certificateOn),
      last: certificateLastDay ? format.day(certificateLastDay) : "–",
    });
  return (
    <>
      <Card title={t("page.conditions")}>
        <DescriptionList
          facts={[
            { term: t("fields.certificate"), value: certificate },
            {
              term: t("fields.introducers"),
              value:
                introducers.length > 0 ? (
                  <ul>
                    {introducers.map(({ memberId, name, tie, togetherSinceOn }) => (
                      <li key={memberId}>
                        {t("page.introducer", { name, tie: t(`ties.${tie}`), since: format.day(togetherSinceOn) })}
                      </li>
                    ))}
                  </ul>
                ) : null,
            },
            ...(candidate.schoolingException
              ? [{ term: t("fields.schoolingException"), value: t(`exceptions.${candidate.schoolingException}`) }]
              : []),
            ...(candidate.overAgeConsent
              ? [{ term: t("fields.overAgeConsent"), value: candidate.overAgeConsent }]
              : []),
          ]}
        />
      </Card>
      <Card title={t("page.candidate")}>
        <DescriptionList
          facts={[
            { term: t("fields.birthOn"), value: `${format.partialDay(birthOn)}${age}` },
            { term: t("fields.sex"), value: words(`sex.${candidate.sex}`) },
            { term: t("fields.ethnicity"), value: candidate.ethnicity },
            { term: t("fields.religion"), value: candidate.religion },
            { term: t("fields.education"), value: words(`education.${candidate.education}`) },
            { term: t("fields.occupation"), value: candidate.occupation },
            { term: t("fields.homePlace"), value: candidate.homePlace },
            { term: t("fields.permanentResidence"), value: candidate.permanentResidence },
            { term: t("fields.phone"), value: candidate.phone },
            {
              term: t("fields.youthUnionOn"),
              value: candidate.youthUnionOn && format.partialDay(candidate.youthUnionOn),
            },
          ]}
        />
      </Card>
    </>
  );
}
