import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/core/actor";
import { type Dashboard, findDashboard } from "@/lib/features/dashboard/queries/year-figures";
import type { CardValue } from "@/lib/features/dashboard/rules/cards";
import type { Filling } from "@/lib/features/dashboard/rules/paragraph";
import { openSample } from "../../support/sample";
import { actorNamed } from "../sample/people";
import { listSizes } from "./list-sizes";

type Claim = { what: string; number: number; href: string };

let leader: Actor;
let inspector: Actor;
let secretary: Actor;

beforeAll(async () => {
  await openSample();
  [leader, inspector, secretary] = [await actorNamed("bithu"), await actorNamed("ubkt"), await actorNamed("naan")];
}, 90_000);

function counted(value: CardValue | Filling): number[] {
  if (value.kind === "count") return value.count === null ? [] : [value.count];
  if (value.kind === "share") return [value.share.numerator];
  return value.kind === "level" ? [1] : [];
}

function claim(what: string, numbers: number[], href: string | null): Claim[] {
  return href === null ? [] : numbers.map((number) => ({ what, number, href }));
}

/** Every linked number of the cards, the charts and the branches' blocks. */
function claimsOf({ groups, branches, own, trend }: Dashboard): Claim[] {
  return [
    ...groups.flatMap((group) => group.cards).flatMap((card) => claim(card.key, counted(card.value), card.href)),
    ...[...branches, ...own].flatMap((branch) => [
      ...claim(branch.name, [branch.members], branch.membersHref),
      ...(branch.rated ? claim(branch.name, [branch.rated.share.numerator], branch.rated.href) : []),
    ]),
    ...trend
      .flatMap(({ members, branches: collective }) => [members, collective])
      .flatMap((tally) => tally?.parts ?? [])
      .flatMap((part) => claim(`trend ${part.key}`, [part.count], part.href)),
  ];
}

async function wrongClaims(actor: Actor, claims: Claim[]): Promise<Claim[]> {
  const wrong: Claim[] = [];
  for (const one of claims) {
    if (!(await listSizes(actor, one.href)).includes(one.number)) wrong.push(one);
  }
  return wrong;
}

describe("every number of the dashboard", () => {
  it.each([2020, 2021, 2022, 2023, 2026])("opens a list of exactly that many in %i", async (year) => {
    const dashboard = await findDashboard(leader, year);
    const claims = dashboard ? claimsOf(dashboard) : [];
    expect(claims.length).toBeGreaterThan(20);
    expect(await wrongClaims(leader, claims)).toEqual([]);
  });

  it("opens no list that an inspector or a secretary reads in part only", async () => {
    for (const actor of [inspector, secretary]) {
      const dashboard = await findDashboard(actor, 2022);
      const claims = dashboard ? claimsOf(dashboard) : [];
      expect(claims.length).toBeGreaterThan(0);
      expect(await wrongClaims(actor, claims)).toEqual([]);
    }
  });

  it("is a link in the paragraph of 2022 whose list holds it", async () => {
    const dashboard = await findDashboard(leader, 2022);
    const sentences = dashboard?.paragraph.filter((sentence) => Object.keys(sentence.links).length > 0) ?? [];
    expect(sentences.map((sentence) => sentence.key)).toEqual([
      "organization",
      "assignments",
      "heads",
      "inspectionsOfBoth",
      "memberRatings",
      "memberExcellent",
      "notRated",
      "branchRatings",
      "committeeRating",
    ]);
    for (const { key, values, links } of sentences) {
      const numbers = Object.values(values).flatMap(counted);
      for (const href of Object.values(links)) {
        const sizes = href === null ? [] : await listSizes(leader, href);
        expect(
          sizes.some((size) => numbers.includes(size)),
          `${key} ${href}`,
        ).toBe(true);
      }
    }
  });

  it("shows a secretary the commune's figures without links and the own branch's with them", async () => {
    const dashboard = await findDashboard(secretary, 2022);
    const own = dashboard?.own[0];
    expect(own).toMatchObject({ members: 25, membersHref: expect.stringContaining("branch=") });
    const commune = dashboard?.groups.flatMap((group) => group.cards).filter((card) => card.href !== null);
    expect(commune).toEqual([]);
    expect(dashboard?.branches).toHaveLength(1);
  });
});
