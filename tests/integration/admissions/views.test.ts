import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { findDossierLists } from "@/lib/features/admissions/queries/find-dossier-lists";
import { getDossier } from "@/lib/features/admissions/queries/get-dossier";
import { listDossiers } from "@/lib/features/admissions/queries/list-dossiers";
import { listProbations } from "@/lib/features/admissions/queries/list-probations";
import { testDatabaseUrls } from "../../support/test-database";
import { type AdmittingRegister, admitUpTo, openAdmittingRegister } from "./dossier";

let register: AdmittingRegister;
let open: string;
let voted: string;
let decided: string;

beforeAll(async () => {
  register = await openAdmittingRegister();
  open = await admitUpTo(register, "OPEN");
  voted = await admitUpTo(register, "VOTED");
  decided = await admitUpTo(register, "DECIDED");
});

describe("the list of dossiers", () => {
  it("shows the office and leadership all, a secretary the own branch's, and others none", async () => {
    const count = async (actor: Actor) => (await findDossierLists(actor, "admission"))?.dossiers.length ?? null;
    const { office, leader, secretary, otherSecretary, inspector, inCharge, ordinary, admin } = register.actors;
    expect(await Promise.all([office, leader, secretary, otherSecretary].map(count))).toEqual([3, 3, 3, 0]);
    expect(await Promise.all([inspector, inCharge, ordinary, admin].map(count))).toEqual([null, null, null, null]);
  });

  it("says whose turn it is, what is missing and until when", async () => {
    const lines = await listDossiers(register.actors.office, ["ADMISSION"]);
    const line = (id: string) => lines.find((one) => one.id === id);
    expect(line(open)).toMatchObject({ turn: "BRANCH", papers: { total: 7, missing: 7 }, voteCarried: null });
    expect(line(voted)).toMatchObject({ turn: "OFFICE", voteCarried: true });
    expect(line(decided)).toMatchObject({ turn: "OFFICE", dueOn: "2026-10-19" });
  });
});

describe("a dossier's page", () => {
  it("tells each reader what they may do now", async () => {
    const { secretary, office, leader, otherSecretary } = register.actors;
    const can = async (actor: Actor, id: string) =>
      Object.entries((await getDossier(actor, id)).can)
        .filter(([, may]) => may)
        .map(([name]) => name);
    expect(await can(secretary, open)).toEqual(["prepare", "vote", "close"]);
    expect(await can(office, voted)).toEqual(["vote", "record", "close"]);
    expect(await can(leader, voted)).toEqual([]);
    expect(await can(office, decided)).toEqual(["holdCeremony", "close"]);
    await expect(getDossier(otherSecretary, open)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("cites the rule of every step, with what is not confirmed in it", async () => {
    const { steps } = await getDossier(register.actors.office, decided);
    const vote = steps.find((step) => step.kind === "VOTED");
    expect(vote?.rule).toEqual({ document: "QĐ 208-QĐ/TW; HD 01-HD/TW", unsure: ["voteLeavesOut"] });
    expect(steps.find((step) => step.kind === "RECORDED")?.rule.unsure).toEqual(["committeeVote", "standingVote"]);
  });

  it("shows the committee's vote to who reads its votes, not to the branch", async () => {
    expect((await getDossier(register.actors.leader, decided)).committeeVote).toMatchObject({ entitled: 1, yes: 1 });
    const ofBranch = await getDossier(register.actors.secretary, decided);
    expect(ofBranch).toMatchObject({
      committeeVote: null,
      branchVote: { entitled: 4, base: 3, needed: 2, isPassed: true },
    });
    expect(ofBranch.branchVote?.countedOut).toMatchObject([{ name: "Giàng A Chu", reason: "ABSENT_EXEMPT" }]);
  });
});

describe("the list of probations", () => {
  it("holds the probationers of the reader's scope", async () => {
    const { office, secretary, otherSecretary } = register.actors;
    expect(await listProbations(office)).toMatchObject([{ name: "Lò Văn Đôi", clock: null, can: { open: true } }]);
    expect(await listProbations(secretary)).toHaveLength(1);
    expect(await listProbations(otherSecretary)).toEqual([]);
  });
});

describe("the wall under the dossiers", () => {
  const tables = [
    "Dossier",
    "Candidate",
    "DossierPaper",
    "DossierIntroducer",
    "DossierStep",
    "VoteSheet",
    "VoteCountedOut",
  ];

  async function countAs(actor: Actor): Promise<number[]> {
    const app = new pg.Client({ connectionString: testDatabaseUrls().app });
    await app.connect();
    try {
      await app.query("BEGIN");
      await app.query("SELECT app.enter($1)", [actor.sessionToken]);
      const counts: number[] = [];
      for (const table of tables) {
        const { rows } = await app.query<{ n: number }>(`SELECT count(*)::int AS n FROM "${table}"`);
        counts.push(rows[0]?.n ?? -1);
      }
      return counts;
    } finally {
      await app.query("ROLLBACK");
      await app.end();
    }
  }

  it("shows raw SQL no more than the screens", async () => {
    const { office, secretary, otherSecretary, inCharge, ordinary, inspector, admin } = register.actors;
    const [all, own] = [await countAs(office), await countAs(secretary)];
    expect(all).toEqual([3, 3, 21, 4, 9, 3, 2]);
    expect(own).toEqual([3, 3, 21, 4, 9, 2, 2]);
    for (const actor of [otherSecretary, inCharge, ordinary, inspector, admin]) {
      expect(await countAs(actor)).toEqual(tables.map(() => 0));
    }
  });

  it.each([
    [
      "a secretary confirm",
      "secretary",
      `UPDATE "Dossier" SET state = 'DECIDED', "confirmedById" = app.account() WHERE state = 'VOTED'`,
    ],
    ["the office confirm", "office", `UPDATE "Dossier" SET "confirmedById" = app.account() WHERE state = 'VOTED'`],
    ["a leader write a member's official day", "leader", `UPDATE "MemberProfile" SET "officialOn" = current_date`],
    ["anybody change a step", "office", `UPDATE "DossierStep" SET note = 'x'`],
    ["anybody change a vote", "office", `UPDATE "VoteSheet" SET "yes" = 3`],
  ] as const)("does not let %s", async (_case, who, statement) => {
    const app = new pg.Client({ connectionString: testDatabaseUrls().app });
    await app.connect();
    try {
      await app.query("BEGIN");
      await app.query("SELECT app.enter($1)", [register.actors[who].sessionToken]);
      const changed = await app.query(statement).then(
        (answer) => answer.rowCount,
        (error: unknown) => (error instanceof pg.DatabaseError ? error.code : error),
      );
      expect([0, "42501", "23514"]).toContain(changed);
    } finally {
      await app.query("ROLLBACK");
      await app.end();
    }
  });
});
