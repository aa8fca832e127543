import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PrintButton } from "@/components/ui/print-button";
import { Timeline } from "@/components/ui/timeline";
import { StandingTag } from "@/components/visits/difficulty-words";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DifficultyStepView, DifficultyView } from "@/lib/features/visits/queries/get-difficulty";

/** One difficulty: what it is, who sees to it until when, and every step so far. */
export function DifficultyScreen({ difficulty }: { difficulty: DifficultyView }) {
  const t = useTranslations("difficulties");
  const { id, can, branchId } = difficulty;
  const step = (name: string) => `/difficulties/${id}/${name}`;
  return (
    <>
      <PageHeader
        title={difficulty.title}
        back={{
          href: addressOf("/difficulties", { branch: can.readBranch ? branchId : null }),
          label: t("page.back"),
        }}
        actions={
          <>
            {can.accept && (
              <ButtonLink href={step("accept")} tone="primary">
                {t("steps.accept.open")}
              </ButtonLink>
            )}
            {can.solve && <ButtonLink href={step("progress")}>{t("steps.progress.open")}</ButtonLink>}
            {can.solve && (
              <ButtonLink href={step("solve")} tone="primary">
                {t("steps.solve.open")}
              </ButtonLink>
            )}
            {can.moveDeadline && <ButtonLink href={step("deadline")}>{t("steps.deadline.open")}</ButtonLink>}
            {can.decline && <ButtonLink href={step("decline")}>{t("steps.decline.open")}</ButtonLink>}
            <PrintButton />
          </>
        }
      />
      <Card title={t("page.facts")}>
        <DifficultyFacts difficulty={difficulty} />
      </Card>
      <Card title={t("page.steps")}>
        <Steps steps={difficulty.steps} />
      </Card>
    </>
  );
}

function DifficultyFacts({ difficulty }: { difficulty: DifficultyView }) {
  const t = useTranslations("difficulties");
  const format = useFormat();
  const { branchId, branch, visit, text, raisedOn, recordedBy, ownerName, deadlineOn, closedOn } = difficulty;
  const raised = t("page.raisedBy", { day: format.day(raisedOn), by: recordedBy });
  return (
    <DescriptionList
      facts={[
        {
          term: t("page.branch"),
          value: (
            <Link href={`/branches/${branchId}`} prefetch={false}>
              {branch}
            </Link>
          ),
        },
        { term: t("page.text"), value: <span className="whitespace-pre-line">{text}</span> },
        {
          term: t("page.raised"),
          value: visit ? (
            <>
              {raised};{" "}
              <Link href={`/visits/${visit.id}`} prefetch={false}>
                {t("page.visit", { day: format.day(visit.visitedOn) })}
              </Link>
            </>
          ) : (
            raised
          ),
        },
        { term: t("page.standing"), value: <StandingTag {...difficulty} /> },
        { term: t("page.owner"), value: ownerName ?? (difficulty.isAccepted ? t("office") : null) },
        { term: t("page.deadline"), value: deadlineOn && format.day(deadlineOn) },
        { term: t("page.closedOn"), value: closedOn && format.day(closedOn) },
      ]}
    />
  );
}

function Steps({ steps }: { steps: readonly DifficultyStepView[] }) {
  const t = useTranslations("difficulties");
  const format = useFormat();
  return (
    <Timeline
      entries={steps.map(({ id, kind, takenOn, text, recordedBy, ownerName, deadlineOn }) => ({
        id,
        title: t(`stepKinds.${kind}`),
        date: format.day(takenOn),
        by: recordedBy,
        body: (
          <>
            <p className="whitespace-pre-line">{text}</p>
            {kind === "ACCEPTED" && <p>{t("page.ownerIs", { name: ownerName ?? t("office") })}</p>}
            {deadlineOn && <p>{t("page.deadlineIs", { day: format.day(deadlineOn) })}</p>}
          </>
        ),
      }))}
    />
  );
}
