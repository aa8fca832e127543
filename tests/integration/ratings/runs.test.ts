import { beforeAll, describe, expect, it } from "vitest";
import { day } from "@/lib/core/day";
import { openRatingRound } from "@/lib/features/ratings/commands/open-rating-round";
import { getRatedSubject } from "@/lib/features/ratings/queries/get-rated-subject";
import { listRuns } from "@/lib/features/ratings/queries/list-runs";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";
import { openRegister, ownerRows } from "../../support/register";
import { decideAll } from "./closed-round";
import { openRatedRegister, type RatedRegister } from "./round";

const YEARS = [2019, 2020, 2021, 2022, 2023];
let register: RatedRegister;

/** Five decided years, everybody good; then these levels, newest year first. */
async function decide(memberId: string, levels: readonly string[]): Promise<void> {
  for (const [at, level] of levels.entries()) {
    await ownerRows(
      `UPDATE "Rating" r SET level = $1::"RatingLevel", "proposedLevel" = $1::"RatingLevel" FROM "RatingRound" o
         WHERE o.id = r."roundId" AND o.year = $2 AND r."memberId" = $3`,
      [level, 2023 - at, memberId],
    );
  }
}

beforeAll(async () => {
  register = await openRatedRegister();
  for (const year of YEARS) {
    const reckoningOn = day(`${year}-12-31`);
    const { id } =
      year === 2022 ? { id: register.roundId } : await openRatingRound(register.system, { year, reckoningOn });
    await decideAll(register, id, reckoningOn);
  }
  const { woman, deputy, other } = register.members;
  await ownerRows(`ALTER TABLE "Rating" DISABLE TRIGGER USER`);
  await decide(
    woman,
    Array.from({ length: 5 }, () => "EXCELLENT"),
  );
  await decide(deputy, ["EXCELLENT", "EXCELLENT", "GOOD", "EXCELLENT", "EXCELLENT"]);
  await decide(other, ["FAILED", "FAILED"]);
  await ownerRows(`ALTER TABLE "Rating" ENABLE TRIGGER USER`);
});

const namesOf = async (actor: RatedRegister["system"], year: RatingPeriod) =>
  (await listRuns(actor, year)).lines.map(({ name, level, years }) => [name, level, years]);
const nameOf = async (id: string) =>
  (await ownerRows<{ name: string }>(`SELECT "fullName" AS name FROM "Member" WHERE id = $1`, [id]))[0]?.name;

describe("years of one level in a row", () => {
  it("are listed where they are as many as the rules ask about, up to the year", async () => {
    const { woman, other } = register.members;
    const both = [
      [await nameOf(other), "FAILED", 2],
      [await nameOf(woman), "EXCELLENT", 5],
    ];
    const found = await namesOf(register.actors.leader, "2023");
    expect(found).toHaveLength(2);
    expect(found).toEqual(expect.arrayContaining(both));
    expect(await namesOf(register.actors.leader, "2022")).toEqual([]);
  });

  it("are told to a branch of its own members only, and to nobody of another register", async () => {
    const { secretary, otherSecretary, admin } = register.actors;
    const { woman, other } = register.members;
    expect(await namesOf(secretary, "2023")).toEqual([[await nameOf(woman), "EXCELLENT", 5]]);
    expect(await namesOf(otherSecretary, "2023")).toEqual([[await nameOf(other), "FAILED", 2]]);
    await expect(listRuns(admin, "2023")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(listRuns((await openRegister()).actors.leader, "2023")).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("stand on the page of the rating, with how sure the rule is", async () => {
    const { woman, deputy } = register.members;
    expect((await getRatedSubject(register.actors.leader, "2023", { memberId: woman })).run).toMatchObject({
      ...{ level: "EXCELLENT", years: 5 },
      needed: { value: 5, certainty: "SINGLE_SOURCE" },
    });
    expect((await getRatedSubject(register.actors.leader, "2023", { memberId: deputy })).run).toBeNull();
  });
});
