import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type FormSending, runCommand } from "@/lib/core/command";
import { lastDayOf } from "@/lib/core/day/interval";
import { authorize, DomainError, notFound, requireNoObstacle } from "@/lib/core/errors";
import { dbPeriod, withPeriod } from "@/lib/core/period";
import { canEditOrganization } from "@/lib/features/organization/policy";
import { endObstacle } from "@/lib/features/organization/rules";
import type { EndOfficeInput } from "@/lib/features/organization/schema";

/** Records the last day on which somebody heads a village. Refuses an older version (CONFLICT) and a day before the first (RULE). */
export function endVillageHead(actor: Actor, input: EndOfficeInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "endVillageHead", input, ...sending }, async ({ tx, actor, audit }) => {
    const office = await tx.civilOffice.findFirst({
      where: { committeeId: actor.committeeId, id: input.id },
      select: {
        startsOn: true,
        endsOn: true,
        memberId: true,
        member: { select: { fullName: true } },
        village: { select: { name: true } },
      },
    });
    if (!office) throw notFound();
    authorize(canEditOrganization(actor));
    const held = withPeriod(office);
    requireNoObstacle(endObstacle(held, input.lastDay));

    const written = await tx.civilOffice.updateMany({
      where: { committeeId: actor.committeeId, id: input.id, version: input.version },
      data: { endsOn: dbPeriod(held.startsOn, input.lastDay).endsOn, version: { increment: 1 } },
    });
    if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
    const change = { before: { lastDay: lastDayOf(held) }, after: { lastDay: input.lastDay } };
    audit({
      type: "villageHead.ended",
      subject: { kind: "member", id: office.memberId, name: office.member.fullName },
      params: { village: office.village.name, lastDay: input.lastDay },
      changes: [{ record: "CivilOffice", recordId: input.id, ...change }],
    });
    return { id: input.id };
  });
}
