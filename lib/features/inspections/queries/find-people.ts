import "server-only";
import type { Day } from "@/lib/core/day";
import type { Tx } from "@/lib/core/db/context";
import { inForce } from "@/lib/core/period";
import { nameKey } from "@/lib/core/text/fold";
import type { FoundPerson } from "@/lib/features/inspections/rules/people";
import type { PersonRef } from "@/lib/features/inspections/schema";

/** The members that the references can mean on a day: names and branches only. */
export async function findPeople(tx: Tx, refs: readonly PersonRef[], on: Day): Promise<FoundPerson[]> {
  const keys = refs.flatMap((ref) => ("name" in ref ? [nameKey(ref.name)] : []));
  const ids = refs.flatMap((ref) => ("memberId" in ref ? [ref.memberId] : []));
  return tx.$queryRaw<FoundPerson[]>`
    SELECT id, full_name AS name, name_key AS "nameKey", branch_id AS "branchId", branch
    FROM app.people_named(${on}::date, ${keys}::text[], ${ids}::uuid[])`;
}

/** The secretaries of these branches on a day, who do not sit in the team of a case about them. */
export async function listSecretaryIds(tx: Tx, committeeId: string, branchIds: readonly string[], on: Day) {
  const secretaries = await tx.branchOffice.findMany({
    where: { AND: [{ committeeId, kind: "SECRETARY", branchId: { in: [...branchIds] } }, inForce(on)] },
    select: { memberId: true },
  });
  return secretaries.map((one) => one.memberId);
}
