import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/core/actor";
import type { AuditChange } from "@/lib/core/audit";
import { type CommandContext, type FormSending, runCommand } from "@/lib/core/command";
import { addDays, type Day, toDbDate } from "@/lib/core/day";
import { authorize, notFound, requireNoObstacle } from "@/lib/core/errors";
import { collationKey } from "@/lib/core/text/sort-key";
import { lastingAfter, requireAll } from "@/lib/features/organization/commands/relocation";
import { canEditOrganization } from "@/lib/features/organization/policy";
import { listHeadsFrom, listStandingVillages } from "@/lib/features/organization/queries/village-heads";
import { villageHeadsObstacle, villagePlanObstacle } from "@/lib/features/organization/rules/villages";
import type { ReorganizeVillagesInput } from "@/lib/features/organization/schema/villages";

type NewVillage = { readonly id: string; readonly key: string; readonly name: string };
type Head = Awaited<ReturnType<typeof listHeadsFrom>>[number] & { readonly to: string | null };

/**
 * Lets villages become others from a day on: one under another name, several as one, one as several. The old ones end and stay
 * as they were on the days before; the branches that served them serve their successors, and each head goes on or ends. For the
 * office. Refuses by name a head who is forgotten (RULE).
 */
export function reorganizeVillages(actor: Actor, input: ReorganizeVillagesInput, sending: FormSending = {}) {
  return runCommand(actor, { command: "reorganizeVillages", input, ...sending }, async (context) => {
    const { tx, actor, today, audit } = context;
    const { committeeId } = actor;
    const { effectiveOn, decisionNumber, decisionOn, decisionBody } = input;
    const villages = await listStandingVillages(tx, committeeId);
    const olds = villages.filter((village) => input.from.includes(village.id));
    if (olds.length < new Set(input.from).size) throw notFound();
    authorize(canEditOrganization(actor));
    requireNoObstacle(villagePlanObstacle(input, villages, today));
    const opened = input.opened.map((village): NewVillage => ({ ...village, id: randomUUID() }));
    const heads = await settledHeads(context, input, opened);

    const oldIds = olds.map((village) => village.id);
    const paper = { decisionNumber, decisionOn: toDbDate(decisionOn), decisionBody };
    const takesEffectOn = toDbDate(effectiveOn);
    await tx.village.createMany({
      data: opened.map(({ id, name }) => {
        return { committeeId, id, name, sortKey: collationKey(name), startsOn: takesEffectOn };
      }),
    });
    await linkBranches(context, { oldIds, opened, effectiveOn });
    await moveHeads(context, heads, effectiveOn);
    const closed = await tx.village.updateMany({
      where: { committeeId, id: { in: oldIds }, endsOn: null },
      data: { endsOn: takesEffectOn, version: { increment: 1 } },
    });
    requireAll(closed, oldIds.length);
    await tx.villageSuccession.createMany({
      data: oldIds.flatMap((predecessorId) =>
        opened.map(({ id: successorId }) => ({ committeeId, predecessorId, successorId, takesEffectOn, ...paper })),
      ),
    });
    const [names, newNames] = [olds, opened].map((those) => those.map((village) => village.name).join(", "));
    audit({
      type: "village.reorganized",
      subject: { kind: "village", id: opened[0]?.id ?? "", name: newNames ?? "" },
      params: { from: names ?? "", to: newNames ?? "", effectiveOn },
      changes: changesOf({ olds, opened, heads }, input),
    });
    return { id: opened[0]?.id ?? "" };
  });
}

async function settledHeads(
  { tx, actor }: CommandContext,
  { from, effectiveOn, heads: told }: ReorganizeVillagesInput,
  opened: readonly NewVillage[],
): Promise<Head[]> {
  const idOf = (key: string) => {
    const found = opened.find((village) => village.key === key);
    if (!found) throw notFound();
    return found.id;
  };
  const targets = new Map(told.map(({ officeId, to }) => [officeId, to === null ? null : idOf(to)]));
  const heads = await listHeadsFrom(tx, actor.committeeId, { villageIds: from, on: effectiveOn });
  const settled = heads.map((head) => ({ ...head, to: targets.get(head.id) }));
  requireNoObstacle(villageHeadsObstacle(settled, effectiveOn));
  return settled.map(({ to, ...head }) => ({ ...head, to: to ?? null }));
}

/** Whoever served an old village from the day on serves every new one instead, each once. */
async function linkBranches(
  { tx, actor }: CommandContext,
  { oldIds, opened, effectiveOn }: { oldIds: readonly string[]; opened: readonly NewVillage[]; effectiveOn: Day },
): Promise<void> {
  const { committeeId } = actor;
  const on = toDbDate(effectiveOn);
  const where = { AND: [{ committeeId, villageId: { in: [...oldIds] } }, lastingAfter(effectiveOn)] };
  const links = await tx.branchVillage.findMany({ where, orderBy: { startsOn: "asc" } });
  for (const { id, branchId, startsOn, endsOn } of links) {
    const data = startsOn < on ? { endsOn: on } : { villageId: opened[0]?.id };
    await tx.branchVillage.updateMany({ where: { committeeId, id }, data });
    const others = startsOn < on ? opened : opened.slice(1);
    for (const { id: villageId } of others) {
      const isLinked = await tx.branchVillage.findFirst({ where: { committeeId, branchId, villageId } });
      if (isLinked) continue;
      const period = { startsOn: startsOn < on ? on : startsOn, endsOn };
      await tx.branchVillage.createMany({ data: [{ committeeId, id: randomUUID(), branchId, villageId, ...period }] });
    }
  }
}

async function moveHeads({ tx, actor }: CommandContext, heads: readonly Head[], effectiveOn: Day): Promise<void> {
  const { committeeId } = actor;
  for (const { id, memberId, startsOn, endsOn, to } of heads) {
    const isDivided = startsOn < effectiveOn;
    const data = isDivided ? { endsOn: toDbDate(effectiveOn) } : { villageId: to ?? undefined };
    const written = await tx.civilOffice.updateMany({
      where: { committeeId, id, startsOn: toDbDate(startsOn) },
      data: { ...data, version: { increment: 1 } },
    });
    requireAll(written, 1);
    if (!isDivided || to === null) continue;
    const period = { startsOn: toDbDate(effectiveOn), endsOn: toDbDate(endsOn) };
    await tx.civilOffice.createMany({
      data: [{ committeeId, id: randomUUID(), villageId: to, memberId, kind: "VILLAGE_HEAD", ...period }],
    });
  }
}

function changesOf(
  {
    olds,
    opened,
    heads,
  }: { olds: readonly { id: string; name: string }[]; opened: readonly NewVillage[]; heads: readonly Head[] },
  { effectiveOn, decisionNumber, decisionOn, decisionBody }: ReorganizeVillagesInput,
): AuditChange[] {
  const lastDay = addDays(effectiveOn, -1);
  const paper = { decisionNumber, decisionOn, decisionBody };
  const nameOf = (id: string | null) => opened.find((village) => village.id === id)?.name ?? null;
  return [
    ...opened.map(({ id, name }) => {
      return { record: "Village", recordId: id, before: null, after: { name, startsOn: effectiveOn, ...paper } };
    }),
    ...olds.map(({ id, name }) => {
      return { record: "Village", recordId: id, before: { name, lastDay: null }, after: { name, lastDay } };
    }),
    ...heads.map(({ id, name, villageName, to }) => {
      const [before, after] = [
        { member: name, village: villageName },
        { member: name, village: nameOf(to) },
      ];
      return { record: "CivilOffice", recordId: id, before, after };
    }),
  ];
}
