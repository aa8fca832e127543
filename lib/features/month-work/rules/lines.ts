import { addDays, type Day, typedForm } from "@/lib/core/day";
import { type RatingWork, ratingLines } from "@/lib/features/month-work/rules/rating-lines";
import { NOBODY, type WorkLine } from "@/lib/features/month-work/rules/work-line";
import { branchKinds } from "@/lib/features/month-work/schema";

/** Everything open, as the features that it comes from tell it. */
export type OpenWork = RatingWork & {
  readonly meetings: {
    readonly months: readonly (OfBranch & {
      monthOn: Day;
      isOver: boolean;
      fixedOn: Day | null;
      announcedOn: Day | null;
      can: { open: boolean };
    })[];
    readonly next: readonly (OfBranch & { heldOn: Day; monthOn: Day; can: { open: boolean } })[];
    readonly minutes: readonly (OfBranch & { id: string; heldOn: Day; state: string; can: { keep: boolean } })[];
    readonly toInvite: readonly (OfBranch & { id: string; heldOn: Day })[];
    readonly toGrade: number;
  };
  readonly visits: readonly (OfBranch & { meetingId: string; heldOn: Day })[];
  readonly documents: readonly (OfBranch & {
    documentId: string;
    document: string;
    deadlineOn: Day | null;
    standing: string;
    can: { record: boolean };
  })[];
  readonly tasks: readonly (OfBranch & { id: string; title: string; standing: string; deadlineOn: Day })[];
  readonly difficulties: readonly (OfBranch & {
    id: string;
    title: string;
    standing: string;
    deadlineOn: Day | null;
    raisedOn: Day;
  })[];
  readonly probations: readonly (OfBranch & {
    memberId: string;
    name: string;
    clock: { dueOn: Day; reminder: number | null; daysLeft: number } | null;
    dossier: { id: string } | null;
    can: { open: boolean };
  })[];
  readonly ceremonies: readonly { id: string; name: string; branchId: string; branch: string; dueOn: Day | null }[];
  readonly transfers: readonly { id: string; name: string; effectiveOn: Day; dueOn: Day | null; isLate: boolean }[];
  readonly statuses: readonly (OfBranch & { memberId: string; name: string; lastDay: Day })[];
  readonly disciplines: readonly (OfBranch & {
    id: string;
    name: string;
    kind: "TO_CONFIRM" | "ENDING" | "COMPLAINT_TO_SETTLE" | "COMPLAINT_TO_CONFIRM";
    on: Day | null;
    isLate: boolean;
    complaintId: string | null;
  })[];
  readonly caseDuties: readonly { kind: "TEAM_REQUEST" | "ADDENDUM"; id: string; inspectionId: string; since: Day }[];
  readonly terms: readonly {
    branchId: string;
    branchName: string;
    standing: string;
    term: { lastDay: Day | null } | null;
  }[];
  readonly regulations: readonly (OfBranch & { can: { record: boolean } })[];
  readonly badges: readonly { awardOn: Day; due: readonly unknown[] }[];
  readonly rules: readonly { id: string; document: string }[];
};
type OfBranch = { readonly branchId: string; readonly branch: string };

const of = ({ branchId, branch }: OfBranch) => ({ ...NOBODY, branchId, branch });

type ToOpen = OfBranch & { readonly monthOn: Day; readonly can: { readonly open: boolean } };

function openingPage({ branchId, monthOn, can }: ToOpen): string {
  if (!can.open) return `/meetings?branch=${branchId}&year=${monthOn.slice(0, 4)}`;
  return `/meetings/new?branch=${branchId}&month=${monthOn.slice(0, 7)}`;
}

function monthLine(month: OpenWork["meetings"]["months"][number]): WorkLine {
  const line = { ...of(month), on: month.monthOn, href: openingPage(month) };
  if (month.isOver) return { ...line, kind: "MEETING_MISSING", isLate: true };
  const day = month.announcedOn ?? month.fixedOn;
  return { ...line, kind: "MEETING_DUE", name: day && typedForm(day) };
}

function meetingLines({ months, next, minutes, toInvite, toGrade }: OpenWork["meetings"]): WorkLine[] {
  return [
    ...months.map(monthLine),
    ...next.map((one): WorkLine => ({ ...of(one), kind: "MEETING_TO_OPEN", on: one.heldOn, href: openingPage(one) })),
    ...toInvite.map(
      (one): WorkLine => ({
        ...of(one),
        ...{ kind: "INVITATION_TO_SEND", on: one.heldOn, href: `/meetings/${one.id}/invitation` },
      }),
    ),
    ...minutes.map(
      (one): WorkLine => ({
        ...of(one),
        kind: one.state === "DRAFT" ? "MINUTES_TO_SEND" : "MINUTES_TO_SIGN",
        on: one.heldOn,
        href: `/meetings/${one.id}`,
      }),
    ),
    ...(toGrade > 0
      ? [{ ...NOBODY, kind: "GRADES_TO_DECIDE" as const, count: toGrade, href: "/meetings/grades?show=WAITING" }]
      : []),
  ];
}

function taskLines(tasks: OpenWork["tasks"]): WorkLine[] {
  return tasks.flatMap((one): WorkLine[] => {
    const line = { ...of(one), name: one.title, on: one.deadlineOn, href: `/tasks/${one.id}` };
    if (one.standing === "OVERDUE") return [{ ...line, kind: "TASK_OVERDUE", isLate: true }];
    return one.standing === "REPORTED" ? [{ ...line, kind: "TASK_TO_ACCEPT" }] : [];
  });
}

function difficultyLines(difficulties: OpenWork["difficulties"]): WorkLine[] {
  return difficulties.flatMap((one): WorkLine[] => {
    const line = { ...of(one), name: one.title, href: `/difficulties/${one.id}` };
    if (one.standing === "OVERDUE") return [{ ...line, kind: "DIFFICULTY_OVERDUE", on: one.deadlineOn, isLate: true }];
    return one.standing === "WAITING" ? [{ ...line, kind: "DIFFICULTY_TO_ACCEPT", on: one.raisedOn }] : [];
  });
}

function probationLines(probations: OpenWork["probations"]): WorkLine[] {
  return probations.flatMap((one): WorkLine[] => {
    const { clock, dossier, memberId, name } = one;
    if (clock === null || (clock.reminder === null && clock.daysLeft >= 0)) return [];
    const form = one.can.open ? `/admissions/recognition?member=${memberId}` : `/members/${memberId}`;
    const href = dossier ? `/admissions/${dossier.id}` : form;
    return [{ ...of(one), kind: "PROBATION_ENDING", name, on: clock.dueOn, isLate: clock.daysLeft < 0, href }];
  });
}

/** Everything open as lines, each with the screen that closes it. */
export function workLines(open: OpenWork, today: Day): WorkLine[] {
  return [
    ...meetingLines(open.meetings),
    ...open.visits.map(
      (one): WorkLine => ({
        ...of(one),
        kind: "VISIT_TO_REPORT",
        on: one.heldOn,
        href: `/visits/new?branch=${one.branchId}&meeting=${one.meetingId}`,
      }),
    ),
    ...open.documents.map(
      (one): WorkLine => ({
        ...of(one),
        ...{ kind: "DOCUMENT_TO_PASS_ON", name: one.document, on: one.deadlineOn, isLate: one.standing === "OVERDUE" },
        href: one.can.record
          ? `/party-documents/${one.documentId}/branches/${one.branchId}`
          : `/party-documents/${one.documentId}`,
      }),
    ),
    ...taskLines(open.tasks),
    ...difficultyLines(open.difficulties),
    ...probationLines(open.probations),
    ...open.ceremonies.map(
      (one): WorkLine => ({
        ...of(one),
        ...{ kind: "CEREMONY_DUE", name: one.name, on: one.dueOn, href: `/admissions/${one.id}` },
        isLate: one.dueOn !== null && one.dueOn < today,
      }),
    ),
    ...open.transfers.map(
      ({ id, name, dueOn, effectiveOn, isLate }): WorkLine => ({
        ...NOBODY,
        ...{ kind: "TRANSFER_WAITING", name, on: dueOn ?? effectiveOn, isLate, href: `/transfers/${id}` },
      }),
    ),
    ...open.statuses.map(
      (one): WorkLine => ({
        ...of(one),
        ...{ kind: "STATUS_ENDING", name: one.name, on: one.lastDay, href: `/members/${one.memberId}` },
      }),
    ),
    ...open.disciplines.map((one): WorkLine => {
      const line = { ...of(one), name: one.name, href: `/disciplines/${one.id}` };
      const complaint = `/disciplines/complaints/${one.complaintId}`;
      switch (one.kind) {
        case "TO_CONFIRM":
          return { ...line, kind: "DISCIPLINE_TO_CONFIRM", href: `/disciplines/${one.id}/confirm` };
        case "ENDING":
          return { ...line, kind: "DISCIPLINE_ENDING", on: one.on && addDays(one.on, -1) };
        case "COMPLAINT_TO_SETTLE":
          return { ...line, kind: "COMPLAINT_TO_SETTLE", on: one.on, isLate: one.isLate, href: `${complaint}/settle` };
        case "COMPLAINT_TO_CONFIRM":
          return { ...line, kind: "COMPLAINT_TO_CONFIRM", href: `${complaint}/confirm` };
      }
    }),
    ...open.caseDuties.map(({ kind, id, inspectionId, since }): WorkLine => {
      const page = `/inspections/${inspectionId}`;
      const line = { ...NOBODY, on: since };
      return kind === "TEAM_REQUEST"
        ? { ...line, kind: "TEAM_REQUEST_TO_DECIDE", href: `${page}/team-requests/${id}` }
        : { ...line, kind: "ADDENDUM_TO_DECIDE", href: `${page}#decide-${id}` };
    }),
    ...open.terms.flatMap(({ branchId, branchName, standing, term }): WorkLine[] => {
      if (standing !== "OVER" && standing !== "ENDING") return [];
      const line = { ...NOBODY, branchId, branch: branchName, on: term?.lastDay ?? null };
      return [{ ...line, kind: "TERM_TO_RENEW", isLate: standing === "OVER", href: `/branches/${branchId}` }];
    }),
    ...open.regulations.map((one): WorkLine => {
      const page = `/branches/${one.branchId}/working-regulations`;
      return { ...of(one), kind: "REGULATION_MISSING", href: one.can.record ? `${page}/new` : page };
    }),
    ...open.badges.flatMap(({ awardOn, due }): WorkLine[] =>
      due.length === 0
        ? []
        : [
            {
              ...NOBODY,
              kind: "BADGES_DUE",
              on: awardOn,
              count: due.length,
              href: `/badges?year=${awardOn.slice(0, 4)}`,
            },
          ],
    ),
    ...ratingLines(open, today),
    ...open.rules.map(
      ({ id, document }): WorkLine => ({
        ...NOBODY,
        ...{ kind: "RULES_TO_CONFIRM", name: document, href: `/ratings/rules/revisions/${id}` },
      }),
    ),
  ];
}

/** Whether the branch itself has to see to it: what waits for the committee is nothing to remind the branch of. */
export function isOfBranch({ kind, branchId }: WorkLine): boolean {
  return branchId !== null && branchKinds.some((one) => one === kind);
}

/** How much each branch has to see to, and how much of that is late; branches without any are not there. */
export function countByBranch(lines: readonly WorkLine[]): Map<string, { open: number; late: number }> {
  const counts = new Map<string, { open: number; late: number }>();
  for (const line of lines) {
    if (line.branchId === null || !isOfBranch(line)) continue;
    const { open, late } = counts.get(line.branchId) ?? { open: 0, late: 0 };
    counts.set(line.branchId, { open: open + 1, late: late + Number(line.isLate) });
  }
  return counts;
}
