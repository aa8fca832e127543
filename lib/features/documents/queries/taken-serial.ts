import "server-only";
import type { Actor } from "@/lib/core/actor";
import { type AuditValues, logAccess } from "@/lib/core/audit";
import type { Day } from "@/lib/core/day";
import type { DocumentKind } from "@/lib/core/db/generated/enums";
import { env } from "@/lib/core/env";
import { requireNoObstacle } from "@/lib/core/errors";
import { newSerial } from "@/lib/core/files/table-file";
import { readAndLog } from "@/lib/core/query";
import { countWholeFilesToday } from "@/lib/features/members/queries/count-whole-files";
import { wholeFilesObstacle } from "@/lib/features/members/rules/files";

/** A document that is taken away, as the access log tells it. With a serial it was ordered before, and counted then. */
export type TakenFile = {
  readonly kind: DocumentKind;
  readonly format: "docx" | "xlsx";
  readonly on: Day;
  readonly subjectId: string | null;
  /** The members it names. */
  readonly memberIds: readonly string[];
  readonly params: AuditValues;
  readonly isWhole: boolean;
  readonly serial: string | null;
};

/**
 * Notes in the access log that a document is taken away, and answers the number it goes under. Refuses with RULE more whole
 * registers in a day than one person needs.
 */
export function getTakenSerial(actor: Actor, taken: TakenFile): Promise<string> {
  const { kind, format, on, subjectId, memberIds, params, isWhole } = taken;
  return readAndLog(actor, async (tx) => {
    if (isWhole && taken.serial === null) {
      requireNoObstacle(wholeFilesObstacle(await countWholeFilesToday(tx), env().WHOLE_FILES_PER_DAY));
    }
    const serial = taken.serial ?? newSerial();
    await logAccess(tx, actor, {
      type: "document.exported",
      subjectId,
      memberIds: [...memberIds],
      params: { documentKind: kind, format, on, serial, ...params, ...(isWhole && { whole: true }) },
    });
    return serial;
  });
}
