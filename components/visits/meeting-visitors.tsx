import Link from "next/link";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MeetingVisits } from "@/lib/features/visits/queries/list-visits";

type MeetingVisitorsProps = { meeting: { readonly id: string; readonly branchId: string }; there: MeetingVisits };

/** Who of the committee was at a meeting, by their visit reports. */
export function MeetingVisitors({ meeting, there }: MeetingVisitorsProps) {
  const t = useTranslations("visits.atMeeting");
  const format = useFormat();
  const { visits, can } = there;
  if (visits.length === 0 && !can.report) return null;
  const { id, branchId } = meeting;
  return (
    <Card
      title={t("title")}
      actions={
        can.report && (
          <ButtonLink href={addressOf("/visits/new", { branch: branchId, meeting: id })}>{t("report")}</ButtonLink>
        )
      }
    >
      {visits.length === 0 && <p>{t("nobody")}</p>}
      <ul>
        {visits.map((visit) => (
          <li key={visit.id}>
            <Link href={`/visits/${visit.id}`} prefetch={false}>
              {t("line", { name: visit.visitorName, day: format.day(visit.visitedOn) })}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
