import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import type { Actor } from "@/lib/core/actor";
import { inContext } from "@/lib/core/db/context";
import type { CommitteeOfficeKind, Role } from "@/lib/core/db/generated/enums";
import { nameKey } from "@/lib/core/text/fold";
import { searchText } from "@/lib/core/text/search";
import { collationKey, sortKey } from "@/lib/core/text/sort-key";
import { testDatabaseUrls } from "../../support/test-database";

type Row = Record<string, unknown>;

/** A register of a few invented people, written as the owner; everything under test goes through the app's own roles. */
export type Commune = Awaited<ReturnType<typeof openCommune>>;

/** Opens an empty register with one term that has no end. */
export async function openCommune() {
  const owner = new pg.Client({ connectionString: testDatabaseUrls().owner });
  await owner.connect();
  const committeeId = randomUUID();
  const system = randomUUID();

  async function insert(table: string, row: Row): Promise<void> {
    const columns = Object.keys(row).map((column) => `"${column}"`);
    const places = columns.map((_, index) => `$${index + 1}`);
    const sql = `INSERT INTO "${table}" (${columns.join(", ")}) VALUES (${places.join(", ")})`;
    await owner.query(sql, Object.values(row));
  }
  async function keep(table: string, row: Row): Promise<string> {
    const id = randomUUID();
    await insert(table, { committeeId, id, ...row });
    return id;
  }

  await insert("Committee", { id: committeeId, isSample: true });
  await insert("Account", {
    id: system,
    username: `nguoi-xac-nhan-${system.slice(0, 8)}`,
    displayName: "Người xác nhận",
  });
  const termId = await keep("Term", { name: "Nhiệm kỳ thử", startsOn: "2020-06-01" });

  async function openBranch(name: string, row: Row = {}): Promise<string> {
    return keep("Branch", { kind: "VILLAGE", name, sortKey: collationKey(name), startsOn: "2015-01-01", ...row });
  }

  async function addMember(fullName: string, branchId: string, given: Row = {}): Promise<string> {
    const { sex = "MALE", admittedOn = "2010-02-03", officialOn = "2011-02-03", ...rest } = given;
    const { ethnicity = "Thái", education = "UPPER_SECONDARY", startsOn = admittedOn } = rest;
    const keys = { nameKey: nameKey(fullName), sortKey: sortKey(fullName), searchText: searchText(fullName) };
    const memberId = await keep("Member", { fullName, sex, ...keys });
    await insert("MemberProfile", { committeeId, memberId, birthOn: "1975", admittedOn, officialOn, education });
    await insert("MemberSensitive", { committeeId, memberId, ethnicity });
    await keep("Membership", { memberId, branchId, startsOn });
    return memberId;
  }

  async function giveSeat(memberId: string, kind: CommitteeOfficeKind, row: Row = {}): Promise<string> {
    return keep("CommitteeOffice", { termId, memberId, kind, startsOn: "2020-06-01", ...row });
  }

  async function signIn(displayName: string, given: { role?: Role; memberId?: string } = {}): Promise<Actor> {
    const accountId = randomUUID();
    const username = `tk-${accountId.slice(0, 12)}`;
    await insert("Account", { id: accountId, username, displayName });
    const confirmed = { confirmedById: system, confirmedAt: new Date() };
    if (given.memberId)
      await insert("AccountMember", { committeeId, accountId, memberId: given.memberId, ...confirmed });
    if (given.role) await keep("RoleGrant", { accountId, role: given.role, startsOn: "2020-01-01", ...confirmed });
    const token = randomUUID();
    const tokenHash = createHash("sha256").update(token).digest();
    const expiresAt = new Date(Date.now() + 3_600_000);
    await insert("Session", { id: randomUUID(), tokenHash, accountId, committeeId, idleSeconds: 3600, expiresAt });
    return inContext(token, async (_, actor) => actor);
  }

  async function rows<T extends Row>(sql: string, values: unknown[] = []): Promise<T[]> {
    const { rows: found } = await owner.query<T>(sql, values);
    return found;
  }

  async function lastEvent() {
    const [event] = await rows<{ type: string; seq: string; reason: string | null }>(
      `SELECT type, seq, reason FROM "AuditEvent" WHERE "committeeId" = $1 ORDER BY seq DESC LIMIT 1`,
      [committeeId],
    );
    return event;
  }

  return {
    committeeId,
    termId,
    insert,
    keep,
    openBranch,
    addMember,
    giveSeat,
    signIn,
    rows,
    lastEvent,
    close: () => owner.end(),
  };
}
