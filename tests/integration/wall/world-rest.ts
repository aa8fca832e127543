import { randomUUID } from "node:crypto";
import { logAccess } from "@/lib/core/audit";
import { day } from "@/lib/core/day";
import { inContext } from "@/lib/core/db/context";
import { inviteAccount } from "@/lib/features/accounts/commands/invite-account";
import { orderMembersFile } from "@/lib/features/members/commands/order-members-file";
import { getOpenedMember } from "@/lib/features/members/queries/get-member";
import { memberListInput } from "@/lib/features/members/schema";
import { openBranchTerm } from "@/lib/features/organization/commands/branch-terms";
import { setTarget } from "@/lib/features/ratings/commands/set-target";
import { saveView } from "@/lib/features/saved-views/commands/keep-views";
import { ownerRows } from "../../support/register";
import type { RatedRegister } from "../ratings/round";

/** What nothing of the above has left rows of. */
export async function addTheRest(
  { committeeId, system, actors, branchId, otherBranchId }: RatedRegister,
  people: { departed: string; arrived: string },
) {
  const target = { year: 2022, kind: "MEMBERS_GOOD_OR_BETTER" as const, value: 900, document: null, version: null };
  await setTarget(actors.office, target, { formKey: randomUUID() });
  const startsOn = day("2025-01-15");
  const term = { number: 1, congressOn: startsOn, startsOn, lastDay: null, decisionNumber: null };
  for (const one of [branchId, otherBranchId]) await openBranchTerm(system, { ...term, branchId: one });
  const invited = { displayName: "Người được mời", startsOn: system.today, lastDay: null };
  await inviteAccount(actors.admin, {
    ...invited,
    username: `moi-${committeeId.slice(0, 8)}`,
    member: { id: people.arrived },
    roles: ["OFFICE", "LEADER"],
  });
  const purpose = "Báo cáo cơ cấu dân tộc gửi cấp trên";
  await getOpenedMember(actors.office, people.departed);
  await orderMembersFile(actors.office, { columns: ["fullName"], purpose, filters: memberListInput.parse({}) });
  await inContext(actors.secretary.sessionToken, (tx, actor) =>
    logAccess(tx, actor, {
      type: "access.refused",
      params: { code: "ABCD3467", reason: "NOT_FOUND", page: "/members" },
    }),
  );
  await ownerRows(
    `INSERT INTO "AccountPreference" ("accountId", locale) SELECT DISTINCT "accountId", 'vi' FROM "RoleGrant" WHERE "committeeId" = $1`,
    [committeeId],
  );
  await ownerRows(
    `INSERT INTO "BranchSuccession" ("committeeId", "predecessorId", "successorId", "takesEffectOn") VALUES ($1, $2, $3, '2015-01-01')`,
    [committeeId, branchId, otherBranchId],
  );
  await ownerRows(
    `INSERT INTO "VillageSuccession" SELECT $1, a.id, b.id, '2015-02-01', '1', '2015-01-01', 'x' FROM "Village" a, "Village" b
      WHERE a."committeeId" = $1 AND b."committeeId" = $1 AND a.id < b.id LIMIT 1`,
    [committeeId],
  );
  await saveView(actors.office, { name: "Của riêng", isShared: false, list: "" });
  await saveView(actors.office, { name: "Dùng chung", isShared: true, list: "sex=FEMALE" });
  await saveView(actors.secretary, { name: "Của chi bộ", isShared: false, list: "" });
  await ownerRows(
    `INSERT INTO "MemberIdentity" ("committeeId", "memberId", "keyId") SELECT "committeeId", id, 'thử' FROM "Member" WHERE "committeeId" = $1`,
    [committeeId],
  );
  await ownerRows(
    `INSERT INTO "PartyBadge" ("committeeId", id, "memberId", years, kind, state, "awardOn", "ruleSetId", "proposalNumber", "proposedOn", "decisionNumber", "decidedOn")
     SELECT m."committeeId", gen_random_uuid(), m.id, years, 'ON_TIME', state::"BadgeState", '2022-11-07', r.id, '3-TTr', '2022-10-01', '9-QĐ', '2022-11-01'
     FROM "Member" m JOIN "RuleSet" r ON r."committeeId" = m."committeeId" AND r.code = 'badge-2022',
       (VALUES (30, 'AWARDED'), (40, 'PROPOSED')) badge (years, state)
     WHERE m."committeeId" = $1`,
    [committeeId],
  );
}
