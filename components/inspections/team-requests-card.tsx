import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Timeline } from "@/components/ui/timeline";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TeamRequestLine, TeamRequestsView } from "@/lib/features/inspections/queries/get-team-requests";

/** Who is asked into the team of a case and what came of it, for those who work on it or oversee it. */
export function TeamRequestsCard({ id, view: { requests, can } }: { id: string; view: TeamRequestsView }) {
  const t = useTranslations("inspectionDuties.joining");
  const format = useFormat();
  if (requests === null || (requests.length === 0 && !can.ask)) return null;
  return (
    <Card title={t("title")}>
      {requests.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Timeline
          entries={requests.map((one) => ({
            id: one.id,
            title: one.person,
            date: t("askedOn", { by: one.askedBy, day: format.moment(one.askedAt) }),
            body: <TeamRequest inspectionId={id} request={one} />,
          }))}
        />
      )}
      {can.ask && (
        <div className="screen-only mt-3">
          <p className="mb-3 max-w-prose">{t("lead")}</p>
          <ButtonLink href={`/inspections/${id}/team-requests/new`}>{t("ask")}</ButtonLink>
        </div>
      )}
    </Card>
  );
}

function TeamRequest({ inspectionId, request }: { inspectionId: string; request: TeamRequestLine }) {
  const t = useTranslations("inspectionDuties.joining");
  const format = useFormat();
  const { id, person, words, ended, can } = request;
  const href = `/inspections/${inspectionId}/team-requests/${id}`;
  return (
    <div className="grid gap-2">
      <p className="max-w-prose whitespace-pre-line">{words}</p>
      <p>
        {ended ? t("endedOn", { outcome: ended.outcome, by: ended.by, day: format.moment(ended.at) }) : t("waiting")}
      </p>
      {ended?.words && <p className="max-w-prose whitespace-pre-line">{t("because", { words: ended.words })}</p>}
      {(can.decide || can.withdraw) && (
        <p className="screen-only">
          <ButtonLink href={href}>{t(can.decide ? "decidePerson" : "withdrawPerson", { person })}</ButtonLink>
        </p>
      )}
    </div>
  );
}
