import "server-only";
import type { Actor } from "@/lib/core/actor";
import { addDays, type Day, fromDbDate } from "@/lib/core/day";
import type { MemberStatusKind } from "@/lib/core/db/generated/enums";
import { readAs } from "@/lib/core/query";
import { getMemberScope } from "@/lib/features/members/queries/member-scope";

/** A suspension, interruption or exemption that ends soon. `lastDay` is the last day it is in force. */
export type EndingStatus = {
  readonly memberId: string;
  readonly name: string;
  readonly branchId: string;
  readonly branch: string;
  readonly kind: MemberStatusKind;
  readonly lastDay: Day;
};

type Row = Omit<EndingStatus, "lastDay"> & { endsOn: Date };

/** The statuses in the reader's scope whose last day comes within so many days, the soonest first. */
export function listEndingStatuses(actor: Actor, days: number): Promise<EndingStatus[]> {
  const { committeeId, today } = actor;
  return readAs(actor, async (tx) => {
    const rows = await tx.$queryRaw<Row[]>`
      SELECT s."memberId", m."fullName" AS name, ms."branchId", b.name AS branch, s.kind, s."endsOn"
      FROM "MemberStatus" s
      JOIN "Membership" ms ON ms."committeeId" = s."committeeId" AND ms."memberId" = s."memberId" AND ms.kind = 'OFFICIAL'
        AND ms."startsOn" <= ${today}::date AND (ms."endsOn" IS NULL OR ms."endsOn" > ${today}::date)
      JOIN "Member" m ON m."committeeId" = s."committeeId" AND m.id = s."memberId"
      JOIN "Branch" b ON b."committeeId" = s."committeeId" AND b.id = ms."branchId"
      WHERE s."committeeId" = ${committeeId}::uuid AND ${getMemberScope(actor)} AND s."startsOn" <= ${today}::date
        AND s."endsOn" > ${today}::date AND s."endsOn" <= ${addDays(today, days + 1)}::date
      ORDER BY s."endsOn", m."sortKey", s.id`;
    return rows.map(({ endsOn, ...row }) => ({ ...row, lastDay: addDays(fromDbDate(endsOn), -1) }));
  });
}
