import "server-only";
import { cache } from "react";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import type { SuperiorKind } from "@/lib/core/db/generated/enums";
import { notFound } from "@/lib/core/errors";
import { inForce } from "@/lib/core/period";
import { readAs } from "@/lib/core/query";

/** The Party organisation as papers of a day name it. `short` is the place alone; all null before the first name. */
export type RegisterView = {
  readonly name: string | null;
  readonly short: string | null;
  readonly superiorKind: SuperiorKind | null;
  readonly superiorName: string | null;
  readonly isSample: boolean;
};

const readRegister = cache(
  (actor: Actor, on: Day): Promise<RegisterView> =>
    readAs(actor, async (tx) => {
      const register = await tx.committee.findFirst({
        where: { id: actor.committeeId },
        relationLoadStrategy: "join",
        select: {
          isSample: true,
          names: { where: inForce(on), take: 1, select: { name: true, superiorKind: true, superiorName: true } },
        },
      });
      if (!register) throw notFound();
      const named = register.names[0];
      return {
        name: named?.name ?? null,
        short: named ? placeIn(named.name) : null,
        superiorKind: named?.superiorKind ?? null,
        superiorName: named?.superiorName ?? null,
        isSample: register.isSample,
      };
    }),
);

/** The register's legal name and superior body in force on a day, today unless told; read once per request. */
export function getRegister(actor: Actor, on: Day = actor.today): Promise<RegisterView> {
  return readRegister(actor, on);
}

/** The words at the end that begin with a capital: a place's own name, without what kind of body it is. */
function placeIn(name: string): string {
  const words = name.split(" ");
  const start = words.findLastIndex((word) => word[0] === word[0]?.toLowerCase()) + 1;
  return words.slice(start).join(" ") || name;
}
