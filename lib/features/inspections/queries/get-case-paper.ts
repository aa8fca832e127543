import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize } from "@/lib/core/errors";
import { formatIn } from "@/lib/core/i18n/format";
import { paperSentences as t } from "@/lib/core/i18n/paper-sentences";
import { type FilledDocument, getFilledDocument } from "@/lib/features/documents/queries/get-filled-document";
import type { Filling } from "@/lib/features/documents/queries/paper-words";
import { getInspection, type InspectionView } from "@/lib/features/inspections/queries/get-inspection";
import { getProgress, type ProgressView } from "@/lib/features/inspections/queries/get-progress";
import type { CasePaper } from "@/lib/features/inspections/schema/papers";

const format = formatIn("vi");

/**
 * A paper of a case as a Word document, filled with what the register holds of the case; what it does not hold is left to be written by
 * hand. The access log names nobody whom the case is about. Refuses with NOT_FOUND a case that is not the reader's to know of, with
 * FORBIDDEN who does not take that paper away, and the notice of a case that is not concluded.
 */
export async function getCasePaper(actor: Actor, id: string, kind: CasePaper): Promise<FilledDocument> {
  const view = await getInspection(actor, id);
  authorize(view.can.papers.includes(kind));
  const progress = await getProgress(actor, id);
  return getFilledDocument(actor, {
    kind,
    on: dayOf(view, kind) ?? actor.today,
    subjectId: id,
    memberIds: [],
    isWhole: false,
    serial: null,
    params: { year: view.year },
    fields: fieldsOf(view),
    loops: loopsOf(view, progress),
  });
}

function dayOf({ decidedOn, concludedOn }: InspectionView, kind: CasePaper) {
  if (kind === "INSPECTION_DECISION") return decidedOn;
  return kind === "INSPECTION_NOTICE" ? concludedOn : null;
}

function fieldsOf(view: InspectionView): Filling["fields"] {
  const { periodFrom, periodTo, concludedOn } = view;
  return {
    caseTitle: view.title,
    caseMode: t(`inspections.modes.${view.mode}`),
    caseBody: t(`inspections.bodies.${view.body}`),
    decisionNumber: view.decisionNumber,
    caseDecidedOn: format.day(view.decidedOn),
    casePeriod: format.period(view.startsOn, view.lastDay),
    caseExamined: periodFrom && format.period(periodFrom, periodTo),
    caseTopics: view.topics.map((topic) => t(`inspections.topics.${topic}`)).join("; "),
    conclusionNumber: view.conclusionNumber,
    concludedOn: concludedOn && format.day(concludedOn),
    conclusion: view.conclusion,
    disciplineFollows: t(`inspections.disciplineWords.${view.disciplineFollows ? "yes" : "no"}`),
  };
}

function loopsOf({ subjects, team, findings }: InspectionView, { diary, steps }: ProgressView): Filling["loops"] {
  const number = (place: number) => String(place + 1);
  return {
    caseSubjects: subjects.map(({ name }, place) => ({ number: number(place), fullName: name })),
    caseTeam: team.map(({ name, role }, place) => ({
      number: number(place),
      fullName: name,
      teamRole: t(`inspections.roles.${role}`),
    })),
    caseFindings: findings.map(({ name, strengths, finding, violation }) => ({
      fullName: name,
      strengths,
      shortcomings: finding,
      violation: violation && t(`inspectionProgress.findings.violations.${violation}`),
    })),
    caseDiary: (diary ?? [])
      .toReversed()
      .map(({ happenedOn, text }) => ({ workedOn: format.day(happenedOn), minutesText: text })),
    caseSteps: (steps ?? []).map(({ step, dueOn, doneOn, remark }, place) => ({
      number: number(place),
      caseStep: t(`inspectionProgress.steps.${step}`),
      stepDueOn: format.day(dueOn),
      stepDoneOn: doneOn ? format.day(doneOn) : t("inspectionProgress.notDone"),
      note: remark ?? "",
    })),
  };
}
