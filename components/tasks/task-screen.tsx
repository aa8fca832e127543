import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { EvidenceCard } from "@/components/tasks/evidence-parts";
import { TaskTag } from "@/components/tasks/task-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PrintButton } from "@/components/ui/print-button";
import { Timeline } from "@/components/ui/timeline";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TaskStepView, TaskView } from "@/lib/features/tasks/queries/get-task";
import type { EvidenceFacts } from "@/lib/features/tasks/queries/list-evidence";
import { stepNames } from "@/lib/features/tasks/schema";

/** One task: what is to be done, by whom until when, what it comes from, and every step so far. */
export function TaskScreen({ task, evidence }: { task: TaskView; evidence: readonly EvidenceFacts[] }) {
  const t = useTranslations("tasks");
  const { id, can, branchId } = task;
  return (
    <>
      <PageHeader
        title={task.title}
        back={{ href: addressOf("/tasks", { branch: can.readBranch ? branchId : null }), label: t("page.back") }}
        actions={
          <>
            {stepNames
              .filter((name) => can[name])
              .map((name) => (
                <ButtonLink
                  key={name}
                  href={`/tasks/${id}/${name}`}
                  tone={name === "done" || name === "accept" ? "primary" : "secondary"}
                >
                  {t(`steps.${name}.open`)}
                </ButtonLink>
              ))}
            <PrintButton />
          </>
        }
      />
      <Card title={t("page.facts")}>
        <TaskFacts task={task} />
      </Card>
      <EvidenceCard taskId={id} evidence={evidence} mayAdd={can.addEvidence} />
      <Card title={t("page.steps")}>
        <Steps steps={task.steps} />
      </Card>
    </>
  );
}

function TaskFacts({ task }: { task: TaskView }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const { branchId, branch, memberId, memberName, giver, text, givenOn, recordedBy, deadlineOn, doneOn } = task;
  return (
    <DescriptionList
      facts={[
        {
          term: t("columns.branch"),
          value: (
            <Link href={`/branches/${branchId}`} prefetch={false}>
              {branch}
            </Link>
          ),
        },
        {
          term: t("columns.doer"),
          value:
            memberId === null ? (
              t("wholeBranch")
            ) : (
              <Link href={`/members/${memberId}`} prefetch={false}>
                {memberName}
              </Link>
            ),
        },
        { term: t("page.text"), value: text && <span className="whitespace-pre-line">{text}</span> },
        {
          term: t("columns.giver"),
          value: t("page.givenBy", { giver: t(`givers.${giver}`), day: format.day(givenOn), by: recordedBy }),
        },
        { term: t("page.source"), value: <Source task={task} /> },
        { term: t("columns.standing"), value: <TaskTag {...task} /> },
        { term: t("columns.deadline"), value: format.day(deadlineOn) },
        { term: t("page.doneOn"), value: doneOn && format.day(doneOn) },
      ]}
    />
  );
}

function Source({ task }: { task: TaskView }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  const { source, meeting, difficulty, inspection, document, agendaItem } = task;
  const links = [
    meeting && { href: `/meetings/${meeting.id}`, name: t("page.meeting", { day: format.day(meeting.heldOn) }) },
    difficulty && { href: `/difficulties/${difficulty.id}`, name: difficulty.title },
    inspection && { href: `/inspections/${inspection.id}`, name: inspection.title },
    document && { href: `/party-documents/${document.id}`, name: document.name },
  ].filter((link) => link !== null);
  return (
    <>
      {t(`sources.${source}`)}
      {links.map(({ href, name }) => (
        <span key={href}>
          {": "}
          <Link href={href} prefetch={false}>
            {name}
          </Link>
        </span>
      ))}
      {agendaItem && ` (${agendaItem})`}
    </>
  );
}

function Steps({ steps }: { steps: readonly TaskStepView[] }) {
  const t = useTranslations("tasks");
  const format = useFormat();
  return (
    <Timeline
      entries={steps.map(({ id, kind, takenOn, text, recordedBy, deadlineOn, meeting }) => ({
        id,
        title: t(`stepKinds.${kind}`),
        date: format.day(takenOn),
        by: recordedBy,
        body: (
          <>
            <p className="whitespace-pre-line">{text}</p>
            {deadlineOn && <p>{t("page.deadlineIs", { day: format.day(deadlineOn) })}</p>}
            {meeting && (
              <p>
                <Link href={`/meetings/${meeting.id}`} prefetch={false}>
                  {t("page.judgedIn", { day: format.day(meeting.heldOn) })}
                </Link>
              </p>
            )}
          </>
        ),
      }))}
    />
  );
}
