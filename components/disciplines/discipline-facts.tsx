import Link from "next/link";
import { useTranslations } from "next-intl";
import { LastDay, Sourced, StandingTag } from "@/components/disciplines/discipline-words";
import { Card } from "@/components/ui/card";
import { DescriptionList, type Fact } from "@/components/ui/description-list";
import { addDays } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DisciplineView } from "@/lib/features/disciplines/queries/get-discipline";

/** A decision in all its parts: its papers, the breach, and whose hands it went through. */
export function DisciplineFacts({ of }: { of: DisciplineView }) {
  const t = useTranslations("disciplines");
  return (
    <>
      <Card title={t("record.decision")}>
        <DecisionFacts of={of} />
      </Card>
      <Card title={t("record.breachPart")}>
        <BreachFacts of={of} />
      </Card>
    </>
  );
}

function DecisionFacts({ of }: { of: DisciplineView }) {
  const t = useTranslations("disciplines");
  const format = useFormat();
  const { votesFor, votesAgainst, present, bodyMembers, effectMonths, endsOn, isHeld } = of;
  const vote = t("view.voteOf", { votesFor, votesAgainst, present, members: bodyMembers });
  const until = endsOn && t("view.effectUntil", { months: effectMonths.value, day: format.day(addDays(endsOn, -1)) });
  const effect = until ? <Sourced {...effectMonths} text={until} /> : t("view.noEnd");
  return (
    <DescriptionList
      facts={[
        { term: t("columns.standing"), value: <StandingTag standing={of.standing} /> },
        { term: t("view.subject"), value: t(`subjects.${of.subject}`) },
        { term: t("columns.branch"), value: of.branch },
        { term: t("columns.form"), value: t(`forms.${of.form}`) },
        { term: t("view.body"), value: t("view.bodyOf", { name: of.bodyName, kind: t(`bodies.${of.body}`) }) },
        { term: t("record.decisionNumber"), value: of.decisionNumber },
        { term: t("record.decidedOn"), value: format.day(of.decidedOn) },
        { term: t("view.vote"), value: <Sourced {...of.voteRule} text={vote} /> },
        { term: t("record.announcedOn"), value: format.day(of.announcedOn) },
        {
          term: t("view.effect"),
          value: isHeld ? <Sourced {...of.complaintHoldsEffect} text={t("held")} /> : effect,
        },
        { term: t("columns.endsOn"), value: <LastDay of={of} /> },
        ...handFacts(of, t, format),
      ]}
    />
  );
}

type Words = ReturnType<typeof useTranslations<"disciplines">>;

function handFacts(of: DisciplineView, t: Words, format: ReturnType<typeof useFormat>): Fact[] {
  const { confirmed, withdrawn, corrects, correctionId } = of;
  const by = confirmed && t("view.confirmedBy", { by: confirmed.by, day: format.day(confirmed.on) });
  return [
    {
      term: t("view.recorded"),
      value: t("view.recordedBy", { by: of.recordedBy, at: format.moment(of.recordedAt) }),
    },
    { term: t("view.confirmed"), value: by ?? t("view.notYet") },
    ...(withdrawn
      ? [
          {
            term: t("view.withdrawn"),
            value: t("view.withdrawnBy", { ...withdrawn, day: format.day(withdrawn.on) }),
          },
        ]
      : []),
    ...(corrects
      ? [
          {
            term: t("view.corrects"),
            value: (
              <Link href={`/disciplines/${corrects.id}`} prefetch={false}>
                {t("view.correctsOf", { number: corrects.decisionNumber, reason: corrects.reason })}
              </Link>
            ),
          },
        ]
      : []),
    ...(correctionId
      ? [
          {
            term: t("view.replacedBy"),
            value: (
              <Link href={`/disciplines/${correctionId}`} prefetch={false}>
                {t("view.toCorrection")}
              </Link>
            ),
          },
        ]
      : []),
  ];
}

function BreachFacts({ of }: { of: DisciplineView }) {
  const t = useTranslations("disciplines");
  const format = useFormat();
  const { value, citation, certainty } = of.lapsesAfter;
  const limitation = value ? t("view.until", { day: format.day(value) }) : t("view.noLimitation");
  return (
    <DescriptionList
      facts={[
        { term: t("record.breach"), value: <span className="whitespace-pre-line">{of.breach}</span> },
        { term: t("record.breachKind"), value: t(`breachKinds.${of.breachKind}`) },
        ...(of.exceptionPaper ? [{ term: t("record.exceptionPaper"), value: of.exceptionPaper }] : []),
        { term: t("record.breachOn"), value: format.day(of.breachOn) },
        { term: t("record.concludedOn"), value: format.day(of.concludedOn) },
        {
          term: t("view.limitation"),
          value: <Sourced text={limitation} citation={citation} certainty={certainty} />,
        },
      ]}
    />
  );
}
