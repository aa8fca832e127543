import { expect } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { type Day, day } from "@/lib/core/day";
import { recordDeath } from "@/lib/features/admissions/commands/record-death";
import { correctAssignment } from "@/lib/features/assignments/commands/change-assignment";
import { openBranch } from "@/lib/features/organization/commands/open-branch";
import { reorganizeVillages } from "@/lib/features/organization/commands/reorganize-villages";
import { succeedCommittee } from "@/lib/features/organization/commands/succeed-committee";
import { getVillageDraft } from "@/lib/features/organization/queries/village-heads";
import { getReorganizationDraft } from "@/lib/features/reorganizations/queries/get-draft";
import { acceptTransfer } from "@/lib/features/transfers/commands/accept-transfer";
import { proposeArrival } from "@/lib/features/transfers/commands/propose-transfer";
import { arrivalInput, departure, transfer, transferInput } from "../../support/movements";
import { ownerRows } from "../../support/register";
import { branchNamed, reorganizationInput, reorganize } from "../../support/reorganizing";

export const JULY = day("2025-07-01");
export const OLD = ["Chi bộ bản Mường An", "Chi bộ bản Pù Lầu"];
export const MERGED = "Chi bộ bản Mường Pù";

type TwoPeople = { readonly office: Actor; readonly leader: Actor };

/** Plays the merger of 2025 in: the commune, two branches, a village, a transfer, an arrival and a death. */
export async function playMerger({ office, leader }: TwoPeople): Promise<void> {
  const committeeId = office.committeeId;
  const decision = {
    decisionNumber: "1681/NQ-UBTVQH15",
    decisionOn: day("2025-06-16"),
    decisionBody: "Ủy ban Thường vụ Quốc hội",
  };
  await succeedCommittee(office, {
    name: "Đảng bộ xã Xuân Nha",
    superiorKind: "PROVINCE",
    superiorName: "Tỉnh ủy Sơn La",
    startsOn: JULY,
    predecessors: ["Đảng bộ xã Tân Xuân", "Đảng bộ xã Xuân Nha"],
    ...decision,
  });
  const from = await Promise.all(OLD.map((name) => branchNamed(committeeId, name)));
  const choice = { kind: "MERGE", from, survivorId: null, effectiveOn: JULY, parts: 2 } as const;
  const { things, unfinished } = await getReorganizationDraft(office, choice);
  expect(unfinished).toEqual([]);
  await leaveOneInCharge(office, from[1] ?? "");
  /* The offices of the second branch end, where they had begun; of the assignments one goes on at a time. */
  const settled = things.flatMap((thing) => {
    const ends = ["OFFICE", "ASSIGNMENT"].includes(thing.kind) && thing.branchId === from[1] && thing.startsOn < JULY;
    return ends ? [{ recordId: thing.id, to: "ENDS" }] : [];
  });
  const opened = [{ key: "1", name: MERGED, kind: "VILLAGE_CLUSTER" as const }];
  await reorganize({ proposer: office, confirmer: leader }, reorganizationInput(from, { opened, settled }));

  const [village] = await ownerRows<{ id: string }>(
    `SELECT id FROM "Village" WHERE name = 'Bản Thín' AND "endsOn" IS NULL`,
  );
  const villageId = village?.id ?? "";
  const { heads } = await getVillageDraft(office, { from: [villageId], on: JULY });
  await reorganizeVillages(office, {
    from: [villageId],
    effectiveOn: JULY,
    opened: [{ key: "1", name: "Bản Thín Mới" }],
    heads: heads.map(({ id }) => ({ officeId: id, to: "1" })),
    ...decision,
  });

  const { id: arrivedIn } = await openBranch(office, {
    kind: "VILLAGE",
    name: "Chi bộ bản Đông Tà Lào",
    startsOn: JULY,
    decisionNumber: null,
    phone: null,
    meetingPlace: null,
    villageId: null,
    originBody: "Đảng bộ xã Tân Xuân",
  });
  const two = { proposer: office, accepter: leader };
  const arrival = arrivalInput(arrivedIn, { effectiveOn: JULY, otherParty: "Đảng bộ xã Tân Xuân" });
  await acceptTransfer(leader, { id: (await proposeArrival(office, arrival)).id, version: 1 });
  const [mover, goer, dead] = await plainMembersOf(await branchNamed(committeeId, MERGED));
  await transfer(two, transferInput(mover ?? "", { toBranchId: arrivedIn, effectiveOn: day("2025-09-01") }));
  await transfer(two, departure(goer ?? "", day("2025-10-01")));
  await recordDeath(office, { memberId: dead ?? "", diedOn: day("2025-11-20"), reason: null });
}

/** Who was put in chief charge of the branch after the merger supports it instead: the merged branch has one such person. */
async function leaveOneInCharge(office: Actor, branchId: string): Promise<void> {
  const later = await ownerRows<{ id: string; version: number; from: Day; until: Day | null; number: string; on: Day }>(
    `SELECT id, version, "startsOn"::text AS from, ("endsOn" - 1)::text AS until, "decisionNumber" AS number, "decidedOn"::text AS on
       FROM "Assignment" WHERE "branchId" = $1 AND role = 'MAIN' AND "startsOn" >= '2025-07-01'`,
    [branchId],
  );
  for (const { id, version, from: startsOn, until: lastDay, number: decisionNumber, on: decidedOn } of later) {
    const paper = { decisionNumber, decidedOn, reason: "Hai chi bộ đã hợp nhất" };
    await correctAssignment(office, { id, version, role: "SUPPORTING", startsOn, lastDay, ...paper });
  }
}

/** Members who hold nothing and whom nothing is under way about, officially in the branch since before 2025. */
async function plainMembersOf(branchId: string): Promise<string[]> {
  const rows = await ownerRows<{ id: string }>(
    `SELECT h."memberId" AS id FROM "Membership" h WHERE h."branchId" = $1 AND h.kind = 'OFFICIAL' AND h."endsOn" IS NULL
        AND h."startsOn" = '2025-07-01' AND NOT EXISTS (SELECT 1 FROM "Membership" o WHERE o."memberId" = h."memberId" AND o."startsOn" > h."startsOn")
        AND NOT EXISTS (SELECT 1 FROM "BranchOffice" o WHERE o."memberId" = h."memberId")
        AND NOT EXISTS (SELECT 1 FROM "CommitteeOffice" o WHERE o."memberId" = h."memberId")
        AND NOT EXISTS (SELECT 1 FROM "CivilOffice" o WHERE o."memberId" = h."memberId")
        AND NOT EXISTS (SELECT 1 FROM "Assignment" o WHERE o."memberId" = h."memberId")
        AND NOT EXISTS (SELECT 1 FROM "MemberStatus" o WHERE o."memberId" = h."memberId")
        AND NOT EXISTS (SELECT 1 FROM "AccountMember" o WHERE o."memberId" = h."memberId")
        AND NOT EXISTS (SELECT 1 FROM "Dossier" o WHERE o."memberId" = h."memberId")
        AND NOT EXISTS (SELECT 1 FROM "Transfer" o WHERE o."memberId" = h."memberId") ORDER BY 1 LIMIT 3`,
    [branchId],
  );
  return rows.map((row) => row.id);
}
