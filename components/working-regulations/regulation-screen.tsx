import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/states";
import { PaperLink, VersionTag } from "@/components/working-regulations/regulation-words";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { RegulationView } from "@/lib/features/working-regulations/queries/find-regulations";
import type { Regulations } from "@/lib/features/working-regulations/queries/get-regulations";

/** The working regulations of a branch on a day: what is in force on top, the other versions below. */
export function RegulationScreen({ found }: { found: Regulations }) {
  const t = useTranslations("workingRegulations");
  const format = useFormat();
  const { branchId, inForce, others, can } = found;
  const day = format.day(found.on);
  return (
    <>
      {inForce ? (
        <RegulationCard regulation={inForce} title={t("inForceOn", { day })} />
      ) : (
        <EmptyState title={t("noneOn", { day })} explain={can.keep ? t("noneExplain") : undefined}>
          {can.keep && (
            <ButtonLink href={`/branches/${branchId}/working-regulations/new`} tone="primary">
              {t("record.open")}
            </ButtonLink>
          )}
        </EmptyState>
      )}
      {others.length > 0 && <h2>{t("others")}</h2>}
      {others.map((one) => (
        <RegulationCard key={one.id} regulation={one} title={t("from", { day: format.day(one.startsOn) })} />
      ))}
    </>
  );
}

function RegulationCard({ regulation, title }: { regulation: RegulationView; title: string }) {
  const t = useTranslations("workingRegulations");
  const format = useFormat();
  const { id, adoptedOn, startsOn, lastDay, standing, meetingId, annulled, can } = regulation;
  const adopted = format.day(adoptedOn);
  return (
    <Card
      title={title}
      actions={
        (can.attach || can.annul) && (
          <div className="screen-only actions">
            {can.attach && <ButtonLink href={`/branches/working-regulations/${id}/file`}>{t("file.open")}</ButtonLink>}
            {can.annul && <ButtonLink href={`/branches/working-regulations/${id}/annul`}>{t("annul.open")}</ButtonLink>}
          </div>
        )
      }
    >
      <DescriptionList
        facts={[
          { term: t("standing"), value: <VersionTag standing={standing} /> },
          ...(annulled
            ? [
                {
                  term: t("annulled"),
                  value: t("annul.told", { day: format.day(annulled.on), by: annulled.by, reason: annulled.reason }),
                },
              ]
            : []),
          { term: t("period"), value: annulled ? format.day(startsOn) : format.period(startsOn, lastDay) },
          {
            term: t("adopted"),
            value: meetingId ? (
              <Link href={`/meetings/${meetingId}`} prefetch={false}>
                {t("adoptedAt", { day: adopted })}
              </Link>
            ) : (
              adopted
            ),
          },
          { term: t("numberAndSign"), value: regulation.numberAndSign },
          {
            term: t("changes"),
            value: regulation.changes && <span className="whitespace-pre-line">{regulation.changes}</span>,
          },
          { term: t("paper"), value: <PaperLink of={regulation} /> },
          {
            term: t("recorded"),
            value: t("recordedBy", { at: format.moment(regulation.recordedAt), by: regulation.recordedBy }),
          },
        ]}
      />
    </Card>
  );
}
