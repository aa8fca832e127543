import { beforeAll, describe, expect, it } from "vitest";
import { inContext, type Tx } from "@/lib/core/db/context";
import { ownerRows } from "../../support/register";
import { ruleSetOf, submittedRevision } from "../../support/rule-revisions";
import { openRatedRegister, type RatedRegister } from "../ratings/round";

let register: RatedRegister;
let office: RatedRegister["actors"]["office"];
let leader: RatedRegister["actors"]["leader"];

beforeAll(async () => {
  register = await openRatedRegister();
  ({ office, leader } = register.actors);
});

describe("the database underneath confirmed rules", () => {
  it("lets a leader put no rule set in place of another but the confirmed one, word for word", async () => {
    const id = await submittedRevision(office);
    const { id: followed } = await ruleSetOf(register.committeeId, "rating-2025");
    const asLeader = <T>(work: (tx: Tx) => Promise<T>) => inContext(leader.sessionToken, (tx) => work(tx));
    const ended = asLeader(
      (tx) => tx.$executeRaw`UPDATE "RuleSet" SET "endsOn" = '2026-01-01' WHERE id = ${followed}::uuid`,
    );
    expect(await ended).toBe(0);
    const made = asLeader(
      (
        tx,
      ) => tx.$executeRaw`INSERT INTO "RuleSet" ("committeeId", id, kind, code, document, "startsOn", "endsOn", parameters, "revisionId")
        SELECT s."committeeId", gen_random_uuid(), s.kind, 'own', r.document, '2010-01-01', '2011-01-01', r.parameters, r.id
          FROM "RuleSet" s JOIN "RuleRevision" r ON r."ruleSetId" = s.id WHERE r.id = ${id}::uuid`,
    );
    await expect(made).rejects.toThrow(/row-level security/u);
    const rows = await ownerRows(`SELECT state, version FROM "RuleRevision" WHERE id = $1`, [id]);
    expect(rows).toEqual([{ state: "SUBMITTED", version: 3 }]);
  });

  it.each([
    ["RATING", true],
    ["DISCIPLINE", false],
  ] as const)("takes a confirmed rating rule in as %s: %s", async (kind, isTaken) => {
    const id = await submittedRevision(office, kind === "RATING" ? "rating-2025" : "rating-2023");
    const { accountId } = leader;
    const made = inContext(leader.sessionToken, async (tx) => {
      await tx.$executeRaw`UPDATE "RuleRevision" SET state = 'CONFIRMED', "closedById" = ${accountId}::uuid, "closedBy" = 'x',
        "closedOn" = app.today() WHERE id = ${id}::uuid`;
      await tx.$executeRaw`UPDATE "RuleSet" s SET "endsOn" = r."startsOn" FROM "RuleRevision" r WHERE r.id = ${id}::uuid AND s.id = r."ruleSetId"`;
      return tx.$executeRaw`INSERT INTO "RuleSet" ("committeeId", id, kind, code, document, "startsOn", "endsOn", parameters, "revisionId")
        SELECT r."committeeId", gen_random_uuid(), ${kind}::"RuleKind", 'own.9', r.document, r."startsOn", r."startsOn" + 9, r.parameters, r.id
          FROM "RuleRevision" r WHERE r.id = ${id}::uuid`;
    });
    const taken = await made.then(
      (rows) => rows === 1,
      (error: unknown) => /row-level security/u.test(String(error)) && "refused",
    );
    expect(taken).toBe(isTaken || "refused");
  });
});
