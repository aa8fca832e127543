import "server-only";
import type { Actor } from "@/lib/core/actor";
import { authorize, notFound } from "@/lib/core/errors";
import { readAs } from "@/lib/core/query";
import { canHandleComplaints } from "@/lib/features/disciplines/policy";
import type { ComplaintView } from "@/lib/features/disciplines/queries/complaint-views";
import { getReach } from "@/lib/features/disciplines/queries/discipline-facts";
import { type DisciplineView, getDiscipline } from "@/lib/features/disciplines/queries/get-discipline";

/** The decision that a complaint is entered about. Refuses with NOT_FOUND what the reader does not see, with FORBIDDEN who enters none about it, or what is not confirmed. */
export async function getComplainedOf(actor: Actor, disciplineId: string): Promise<DisciplineView> {
  const of = await getDiscipline(actor, disciplineId);
  authorize(of.confirmed !== null && canHandleComplaints(actor, of));
  return of;
}

/** A complaint with its decision, to settle, confirm or withdraw it. Refuses with NOT_FOUND what the reader does not see, with FORBIDDEN what is not theirs to do. */
export async function getComplaint(
  actor: Actor,
  id: string,
  step: keyof ComplaintView["can"],
): Promise<{ readonly of: DisciplineView; readonly complaint: ComplaintView }> {
  const { committeeId } = actor;
  const found = await readAs(actor, (tx) =>
    tx.disciplineComplaint.findFirst({
      where: { committeeId, id, discipline: getReach(actor) },
      select: { disciplineId: true },
    }),
  );
  if (!found) throw notFound();
  const of = await getDiscipline(actor, found.disciplineId);
  const complaint = of.complaints.find((one) => one.id === id);
  if (!complaint) throw notFound();
  authorize(complaint.can[step]);
  return { of, complaint };
}
