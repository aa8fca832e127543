import Link from "next/link";
import { useTranslations } from "next-intl";
import { OutcomeTag, SubjectLink } from "@/components/inspections/inspection-lists";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { InspectionView } from "@/lib/features/inspections/queries/get-inspection";
import type { SubjectLine } from "@/lib/features/inspections/queries/list-inspections";

/** One inspection: the decision behind it, its subjects, its team and, once there, its conclusion. */
export function InspectionScreen({ view }: { view: InspectionView }) {
  const t = useTranslations("inspections");
  const format = useFormat();
  const isOpen = view.state === "IN_PROGRESS";
  const { periodFrom, periodTo } = view;
  return (
    <>
      <IdentityBar
        name={view.title}
        tags={<Tag tone={isOpen ? "info" : "ok"}>{t(`states.${view.state}`)}</Tag>}
        facts={[t(`modes.${view.mode}`), String(view.year)]}
        actions={view.can.work && <WorkActions id={view.id} />}
      />
      <Notice tone="info">{t(isOpen ? "detail.secret" : "detail.frozen")}</Notice>
      <Card>
        <DescriptionList
          facts={[
            { term: t("detail.body"), value: t(`bodies.${view.body}`) },
            {
              term: t("detail.decision"),
              value: t("detail.decisionOf", { number: view.decisionNumber, day: format.day(view.decidedOn) }),
            },
            { term: t("detail.period"), value: format.period(view.startsOn, view.lastDay) },
            { term: t("detail.programme"), value: <Planned view={view} /> },
            { term: t("detail.looked"), value: periodFrom && format.period(periodFrom, periodTo) },
            {
              term: t("detail.topics"),
              value: (
                <ul>
                  {view.topics.map((topic) => (
                    <li key={topic}>{t(`topics.${topic}`)}</li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </Card>
      <Card title={t("detail.subjects")}>
        <div className="grid gap-4 md:grid-cols-2">
          <Subjects title={t("detail.branches")} subjects={view.subjects.filter((one) => one.branchId !== null)} />
          <Subjects title={t("detail.members")} subjects={view.subjects.filter((one) => one.memberId !== null)} />
        </div>
      </Card>
      <Card title={t("detail.team")}>
        {view.team.length === 0 ? (
          <p className="text-ink-2">{t("detail.noTeam")}</p>
        ) : (
          <DescriptionList facts={view.team.map((one) => ({ term: t(`roles.${one.role}`), value: one.name }))} />
        )}
      </Card>
      <Conclusion view={view} />
    </>
  );
}

function Planned({ view: { programmeLineId, planned } }: { view: InspectionView }) {
  const t = useTranslations("inspections.detail");
  if (programmeLineId === null) return t("outside");
  if (planned === null) return t("inProgrammeUnseen");
  const words = planned.isDropped ? "droppedSince" : "inProgramme";
  return (
    <Link href={`/inspections/programmes/${planned.programmeId}`} prefetch={false}>
      {t(words, { month: String(planned.month) })}
    </Link>
  );
}

function WorkActions({ id }: { id: string }) {
  const t = useTranslations("inspections.actions");
  return (
    <div className="screen-only flex flex-wrap gap-2">
      <ButtonLink href={`/inspections/${id}/edit`}>{t("edit")}</ButtonLink>
      <ButtonLink href={`/inspections/${id}/conclude`} tone="primary">
        {t("conclude")}
      </ButtonLink>
    </div>
  );
}

function Subjects({ title, subjects }: { title: string; subjects: readonly SubjectLine[] }) {
  if (subjects.length === 0) return null;
  return (
    <div>
      <h3 className="font-semibold">{title}</h3>
      <ul className="grid gap-1">
        {subjects.map((subject) => (
          <li key={subject.branchId ?? subject.memberId}>
            <SubjectLink subject={subject} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Conclusion({ view }: { view: InspectionView }) {
  const t = useTranslations("inspections.detail");
  const format = useFormat();
  const { conclusion, conclusionNumber, concludedOn } = view;
  if (conclusion === null || concludedOn === null) return null;
  const day = format.day(concludedOn);
  return (
    <Card title={t("conclusion")}>
      <p className="text-ink-2">
        {conclusionNumber ? t("conclusionOf", { number: conclusionNumber, day }) : t("conclusionOn", { day })}
      </p>
      <p className="my-3 max-w-prose whitespace-pre-line">{conclusion}</p>
      <p>
        {t("outcome")}: <OutcomeTag disciplineFollows={view.disciplineFollows} />
      </p>
    </Card>
  );
}
