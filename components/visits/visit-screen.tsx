import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PrintButton } from "@/components/ui/print-button";
import { DifficultyTable } from "@/components/visits/difficulty-table";
import { addressOf } from "@/lib/core/address";
import { yearOf } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { VisitView } from "@/lib/features/visits/queries/get-visit";
import type { DifficultyLine } from "@/lib/features/visits/queries/list-difficulties";

/** One visit report, with the difficulties raised in it. */
export function VisitScreen({ visit, raised }: { visit: VisitView; raised: readonly DifficultyLine[] }) {
  const t = useTranslations("visits");
  const words = useTranslations("meetings");
  const format = useFormat();
  const { id, branchId, branch, visitorName, visitedOn, meeting, recordedBy, writtenOn } = visit;
  const written = { day: format.day(writtenOn), by: recordedBy };
  return (
    <>
      <PageHeader
        title={t("page.title", { branch, day: format.day(visitedOn) })}
        back={{ href: addressOf("/visits", { year: yearOf(visitedOn), branch: branchId }), label: t("page.back") }}
        actions={
          <>
            {visit.can.raise && (
              <ButtonLink href={addressOf("/difficulties/new", { branch: branchId, visit: id })} tone="primary">
                {t("page.raise")}
              </ButtonLink>
            )}
            {visit.can.edit && <ButtonLink href={`/visits/${id}/edit`}>{t("page.edit")}</ButtonLink>}
            <PrintButton />
          </>
        }
      />
      <Card title={t("page.facts")}>
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
            { term: t("page.visitor"), value: visitorName },
            { term: t("page.visitedOn"), value: format.day(visitedOn) },
            {
              term: t("page.meeting"),
              value: meeting ? (
                <Link href={`/meetings/${meeting.id}`} prefetch={false}>
                  {words("lineOf", { kind: words(`kinds.${meeting.kind}`), day: format.day(meeting.heldOn) })}
                </Link>
              ) : (
                t("page.noMeeting")
              ),
            },
            { term: t("page.situation"), value: <Said>{visit.situation}</Said> },
            { term: t("page.opinion"), value: visit.meetingOpinion && <Said>{visit.meetingOpinion}</Said> },
            {
              term: t("page.written"),
              value: recordedBy === visitorName ? t("page.writtenOn", written) : t("page.writtenFor", written),
            },
          ]}
        />
      </Card>
      {raised.length > 0 && <DifficultyTable caption={t("page.raised", { count: raised.length })} lines={raised} />}
    </>
  );
}

function Said({ children }: { children: string }) {
  return <span className="whitespace-pre-line">{children}</span>;
}
