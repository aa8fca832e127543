import { createHash, randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { inContext, type Tx } from "@/lib/core/db/context";
import { PrismaClient } from "@/lib/core/db/generated/client";
import type { Role } from "@/lib/core/db/generated/enums";
import { assignMember } from "@/lib/features/assignments/commands/assign-members";
import { addMember } from "@/lib/features/members/commands/add-member";
import { startStatus } from "@/lib/features/members/commands/start-status";
import { appointBranchOfficer, recordVillageHead } from "@/lib/features/organization/commands/appoint-branch-officer";
import { openBranch, openVillage } from "@/lib/features/organization/commands/open-branch";
import { giveCommitteeSeat, openTerm, recordCommitteeName } from "@/lib/features/organization/commands/shape-committee";
import { memberInput } from "./member-input";
import { testDatabaseUrls } from "./test-database";

/** A small register of invented people, built through the commands, with one signed-in actor per role. */
export type TestRegister = Awaited<ReturnType<typeof openRegister>>;

const FOUNDED = day("2015-01-01");
const ELECTED = day("2020-06-01");

/** Opens a register without people and a system session in it. */
export async function openEmptyRegister(): Promise<Actor> {
  const token = randomUUID();
  await asTestOwner(async (tx) => {
    const committeeId = randomUUID();
    await tx.committee.create({ data: { id: committeeId, isSample: true } });
    await tx.session.create({ data: { ...sessionOf(token), kind: "SYSTEM", committeeId, startedBy: "tests" } });
  });
  return inContext(token, async (_tx, actor) => actor);
}

function sessionOf(token: string) {
  return {
    id: randomUUID(),
    tokenHash: new Uint8Array(createHash("sha256").update(token).digest()),
    idleSeconds: 3600,
    expiresAt: new Date(Date.now() + 3_600_000),
  };
}

/* Kept for a whole test file: to sign in a role of the database costs more than most of what it is asked. */
const ownerPool = new pg.Pool({ connectionString: testDatabaseUrls().owner, max: 2 });
ownerPool.on("error", () => undefined);
const owner = new PrismaClient({ adapter: new PrismaPg(ownerPool) });

/** Runs one transaction as the owner of this worker's database. */
export function asTestOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return owner.$transaction(work, { maxWait: 10_000, timeout: 60_000 });
}

/** The rows behind a statement, as the owner of the database sees them. */
export async function ownerRows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
  return (await ownerPool.query<T>(sql, values)).rows;
}

/** Opens an account with a role, a member, both or neither, and a session of it; rights are confirmed by somebody else. */
export async function signInAs(
  committeeId: string,
  displayName: string,
  given: { role?: Role; also?: Role; memberId?: string } = {},
): Promise<Actor> {
  const accountId = randomUUID();
  const token = randomUUID();
  await asTestOwner(async (tx) => {
    const confirmer = randomUUID();
    for (const [id, name] of [
      [confirmer, "Người xác nhận"],
      [accountId, displayName],
    ] as const) {
      await tx.account.create({
        data: { id, username: `tk-${id.slice(0, 13)}`, displayName: name },
        select: { id: true },
      });
    }
    const confirmed = { confirmedById: confirmer, confirmedAt: new Date() };
    for (const role of [given.role, given.also].filter((one) => one !== undefined)) {
      const grant = { committeeId, id: randomUUID(), accountId, role, startsOn: new Date("2020-01-01") };
      await tx.roleGrant.create({ data: { ...grant, ...confirmed } });
    }
    if (given.memberId) {
      await tx.accountMember.create({ data: { committeeId, accountId, memberId: given.memberId, ...confirmed } });
    }
    await tx.session.create({ data: { ...sessionOf(token), accountId, committeeId } });
  });
  return inContext(token, async (_tx, actor) => actor);
}

/**
 * Two village branches: the first with a secretary who heads the village, a deputy, a woman, a probationer and an exempt
 * member; the second with a secretary, a plain member and the committee member in charge of the first.
 */
export async function openRegister() {
  const system = await openEmptyRegister();
  const { committeeId } = system;
  await recordCommitteeName(system, {
    name: "Đảng bộ xã Thử Nghiệm",
    superiorKind: "DISTRICT",
    superiorName: "Huyện ủy Thử Nghiệm",
    startsOn: FOUNDED,
    lastDay: null,
  });
  const term = await openTerm(system, { name: "Nhiệm kỳ 2020–2025", startsOn: ELECTED, lastDay: null });
  const first = await openVillageBranch(system, "Thử Một");
  const second = await openVillageBranch(system, "Thử Hai");

  const add = async (branchId: string, fullName: string, changes = {}) =>
    (await addMember(system, { ...memberInput(fullName, branchId), ...changes })).id;
  const members = {
    secretary: await add(first.branchId, "Ngần Văn Thiệp"),
    deputy: await add(first.branchId, "Vì Văn Ước"),
    woman: await add(first.branchId, "Hà Thị Ẩm", { sex: "FEMALE", ethnicity: "Kinh", education: "LOWER_SECONDARY" }),
    probationer: await add(first.branchId, "Lò Văn Đôi", {
      admittedOn: day("2026-05-01"),
      officialOn: null,
      startsOn: day("2026-05-01"),
    }),
    exempt: await add(first.branchId, "Giàng A Chu", { birthOn: "1940" }),
    otherSecretary: await add(second.branchId, "Sồng A Páo"),
    other: await add(second.branchId, "Mùi Thị Lan", { sex: "FEMALE" }),
    inCharge: await add(second.branchId, "Đinh Văn Quân"),
  };
  await startStatus(system, {
    memberId: members.exempt,
    kind: "EXEMPT",
    startsOn: day("2021-01-01"),
    lastDay: null,
    reason: null,
    decisionNumber: null,
  });

  const office = { startsOn: ELECTED, lastDay: null, decisionNumber: "01-QĐ/ĐU" };
  const appoint = (branchId: string, memberId: string, kind: "SECRETARY" | "DEPUTY") =>
    appointBranchOfficer(system, { branchId, memberId, kind, ...office });
  const offices = {
    secretary: (await appoint(first.branchId, members.secretary, "SECRETARY")).id,
    deputy: (await appoint(first.branchId, members.deputy, "DEPUTY")).id,
    otherSecretary: (await appoint(second.branchId, members.otherSecretary, "SECRETARY")).id,
  };
  const heads = { startsOn: ELECTED, lastDay: null };
  await recordVillageHead(system, { villageId: first.villageId, memberId: members.secretary, ...heads });
  await recordVillageHead(system, { villageId: second.villageId, memberId: members.other, ...heads });
  await giveCommitteeSeat(system, { termId: term.id, memberId: members.inCharge, kind: "STANDING_MEMBER", ...office });
  await assignMember(system, {
    branchId: first.branchId,
    memberId: members.inCharge,
    role: "MAIN",
    startsOn: day("2022-01-01"),
    lastDay: null,
    decisionNumber: "02-QĐ/ĐU",
    decidedOn: day("2021-12-28"),
  });

  return {
    committeeId,
    system,
    termId: term.id,
    branchId: first.branchId,
    villageId: first.villageId,
    otherBranchId: second.branchId,
    otherVillageId: second.villageId,
    members,
    offices,
    actors: {
      office: await signInAs(committeeId, "Văn phòng", { role: "OFFICE" }),
      leader: await signInAs(committeeId, "Lãnh đạo", { role: "LEADER" }),
      inspector: await signInAs(committeeId, "Kiểm tra", { role: "INSPECTOR" }),
      admin: await signInAs(committeeId, "Quản trị", { role: "ADMIN" }),
      secretary: await signInAs(committeeId, "Ngần Văn Thiệp", { memberId: members.secretary }),
      otherSecretary: await signInAs(committeeId, "Sồng A Páo", { memberId: members.otherSecretary }),
      inCharge: await signInAs(committeeId, "Đinh Văn Quân", { memberId: members.inCharge }),
      ordinary: await signInAs(committeeId, "Mùi Thị Lan", { memberId: members.other }),
    },
  };
}

async function openVillageBranch(system: Actor, name: string) {
  const village = await openVillage(system, { name: `Bản ${name}`, startsOn: FOUNDED });
  const branch = await openBranch(system, {
    kind: "VILLAGE",
    name: `Chi bộ bản ${name}`,
    startsOn: FOUNDED,
    decisionNumber: null,
    phone: null,
    meetingPlace: "Nhà văn hóa bản",
    villageId: village.id,
    originBody: null,
  });
  return { villageId: village.id, branchId: branch.id };
}

/** The newest event of the register, with the values its changes name. */
export async function lastEvent(committeeId: string) {
  const [event] = await ownerRows<{ type: string; seq: string; actorName: string; before: unknown; after: unknown }>(
    `SELECT e.type, e.seq, e."actorName", c.before, c.after FROM "AuditEvent" e
       LEFT JOIN "AuditChange" c ON c."committeeId" = e."committeeId" AND c.seq = e.seq AND c.position = 0
       WHERE e."committeeId" = $1 ORDER BY e.seq DESC LIMIT 1`,
    [committeeId],
  );
  return event;
}
