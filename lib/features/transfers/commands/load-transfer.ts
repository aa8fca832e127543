import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { fromDbDate } from "@/lib/core/day";
import { DomainError, notFound } from "@/lib/core/errors";

/** A transfer as commands judge and write it. */
export type StoredTransfer = Awaited<ReturnType<typeof loadTransfer>>;

/** The transfer within the actor's scope. Refuses with NOT_FOUND. */
export async function loadTransfer({ tx, actor }: CommandContext, id: string) {
  const row = await tx.transfer.findFirst({
    where: { committeeId: actor.committeeId, id },
    relationLoadStrategy: "join",
    include: { fromBranch: { select: { name: true } }, toBranch: { select: { name: true } }, newcomer: true },
  });
  if (!row) throw notFound();
  const { effectiveOn, endsOn, letterOn, receivedOn, ...rest } = row;
  return {
    ...rest,
    effectiveOn: fromDbDate(effectiveOn),
    endsOn: fromDbDate(endsOn),
    letterOn: fromDbDate(letterOn),
    receivedOn: fromDbDate(receivedOn),
  };
}

/** Writes the next version of the transfer; an older one is a CONFLICT. */
export async function changeTransfer(
  { tx, actor }: CommandContext,
  transfer: Pick<StoredTransfer, "id" | "state">,
  version: number,
  data: Omit<Parameters<CommandContext["tx"]["transfer"]["updateMany"]>[0]["data"], "version">,
): Promise<void> {
  const written = await tx.transfer.updateMany({
    where: { committeeId: actor.committeeId, id: transfer.id, version, state: transfer.state },
    data: { ...data, version: { increment: 1 } },
  });
  if (written.count === 0) throw new DomainError("CONFLICT", "refusals.conflict");
}
