import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type Day, fromDbDate } from "@/lib/core/day";
import type {
  ComplaintOutcome,
  ComplaintState,
  DisciplineForm,
  DisciplineState,
  DisciplineSubject,
} from "@/lib/core/db/generated/enums";
import type { DisciplineSelect } from "@/lib/core/db/generated/models";
import { authorize } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canListDisciplines, canRecordDisciplines } from "@/lib/features/disciplines/policy";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { type ComplaintFacts, effectOf, isInEffect } from "@/lib/features/disciplines/rules";
import { type DisciplineParameters, disciplineParameters } from "@/lib/features/rule-sets/schema/discipline";

/** How a decision stands: it waits, was withdrawn or replaced by its correction, has effect, its effect has ended, or a complaint annulled it. */
export type DisciplineStanding = "WAITING" | "WITHDRAWN" | "REPLACED" | "IN_EFFECT" | "ENDED" | "ANNULLED";

/** A decision in the list. `endsOn` is from which day it has no effect any more; null where it ended a membership or a branch, or where an open complaint holds it (`isHeld`). */
export type DisciplineLine = {
  readonly id: string;
  readonly subject: DisciplineSubject;
  /** The member, or the branch itself. */
  readonly name: string;
  readonly branch: string;
  readonly form: DisciplineForm;
  readonly bodyName: string;
  readonly decisionNumber: string;
  readonly decidedOn: Day;
  readonly announcedOn: Day;
  readonly endsOn: Day | null;
  readonly isHeld: boolean;
  readonly standing: DisciplineStanding;
};

/** The decisions that the reader sees, the latest first. */
export type DisciplineList = {
  readonly lines: readonly DisciplineLine[];
  readonly can: { readonly record: boolean };
};

/** The columns that a line of the list is told from. */
export const lineColumns = {
  ...{ id: true, subject: true, memberId: true, form: true, bodyName: true, decisionNumber: true, decidedOn: true },
  ...{ announcedOn: true, state: true },
  member: { select: { fullName: true } },
  branch: { select: { name: true } },
  ruleSet: { select: { document: true, parameters: true } },
  corrections: { where: { state: { not: "WITHDRAWN" } }, select: { id: true, state: true } },
  complaints: {
    orderBy: [{ receivedOn: "asc" }, { id: "asc" }],
    select: { state: true, receivedOn: true, settledOn: true, withdrawnOn: true, outcome: true },
  },
} as const satisfies DisciplineSelect;

/** The decisions of the register that the reader may list. Refuses with FORBIDDEN who has no list. */
export async function listDisciplines(actor: Actor): Promise<DisciplineList> {
  authorize(canListDisciplines(actor));
  return readAs(actor, async (tx) => {
    const rows = await tx.discipline.findMany({
      where: { AND: [{ committeeId: actor.committeeId }, getReach(actor)] },
      orderBy: [{ decidedOn: "desc" }, { id: "asc" }],
      relationLoadStrategy: "join",
      select: lineColumns,
    });
    return { lines: rows.map((row) => getLine(row, actor.today)), can: { record: canRecordDisciplines(actor) } };
  });
}

/** What the line of a stored decision says. */
export function getLine(row: StoredLine, today: Day): DisciplineLine {
  const { id, subject, form, bodyName, decisionNumber, member, branch, ruleSet } = row;
  const announcedOn = fromDbDate(row.announcedOn);
  const complaints = row.complaints.map(factsOf);
  const { endsOn, isHeld, isAnnulled } = effectOf({ form, announcedOn, complaints }, parametersOf(ruleSet));
  const isReplaced = row.corrections.some(({ state }) => state === "CONFIRMED");
  const ended: DisciplineStanding = isAnnulled ? "ANNULLED" : "ENDED";
  const running: DisciplineStanding = isInEffect(announcedOn, endsOn, today) ? "IN_EFFECT" : ended;
  const confirmed: DisciplineStanding = isReplaced ? "REPLACED" : running;
  const standings = { RECORDED: "WAITING", WITHDRAWN: "WITHDRAWN", CONFIRMED: confirmed } as const;
  return {
    ...{ id, subject, form, bodyName, decisionNumber, announcedOn, endsOn, isHeld },
    ...{ name: member?.fullName ?? branch.name, branch: branch.name },
    ...{ decidedOn: fromDbDate(row.decidedOn), standing: standings[row.state] },
  };
}

type StoredLine = {
  readonly id: string;
  readonly subject: DisciplineSubject;
  readonly form: DisciplineForm;
  readonly bodyName: string;
  readonly decisionNumber: string;
  readonly decidedOn: Date;
  readonly announcedOn: Date;
  readonly state: DisciplineState;
  readonly member: { readonly fullName: string } | null;
  readonly branch: { readonly name: string };
  readonly ruleSet: { readonly parameters: unknown };
  readonly corrections: readonly { readonly state: DisciplineState }[];
  readonly complaints: readonly StoredComplaint[];
};

type StoredComplaint = {
  readonly state: ComplaintState;
  readonly receivedOn: Date;
  readonly settledOn: Date | null;
  readonly withdrawnOn: Date | null;
  readonly outcome: ComplaintOutcome | null;
};

/* A settlement that waits for its second person is none yet. */
function factsOf({ state, receivedOn, settledOn, withdrawnOn, outcome }: StoredComplaint): ComplaintFacts {
  const closedOn = state === "SETTLED" ? fromDbDate(settledOn) : fromDbDate(withdrawnOn);
  return { receivedOn: fromDbDate(receivedOn), closedOn, outcome };
}

function parametersOf({ parameters }: { readonly parameters: unknown }): DisciplineParameters {
  return disciplineParameters.parse(parameters);
}
