import "server-only";
import type { CommandContext } from "@/lib/core/command";
import { rowAsJson } from "@/lib/features/members/commands/many-rows";
import { identityColumns } from "@/lib/features/members/commands/member-rows";

/** A member's new numbers; null leaves the stored one as it is. */
type Numbers = { readonly memberId: string; readonly idNumber: string | null; readonly oldIdNumber: string | null };

/** Seals the numbers of many members and keeps them, in one statement of the running command. */
export async function writeIdentities({ tx, actor }: CommandContext, numbers: readonly Numbers[]): Promise<void> {
  const rows = numbers.flatMap(({ memberId, ...given }) => {
    const columns = identityColumns(memberId, given);
    return columns ? [{ memberId, ...columns }] : [];
  });
  if (rows.length === 0) return;
  const json = `[${rows.map(rowAsJson).join(",")}]`;
  await tx.$executeRaw`
    INSERT INTO "MemberIdentity" AS kept ("committeeId", "memberId", "keyId", "idNumber", "idNumberHash", "idNumberTail",
      "oldIdNumber", "oldIdNumberHash", "oldIdNumberTail")
    SELECT ${actor.committeeId}::uuid, r."memberId", r."keyId", r."idNumber", r."idNumberHash", r."idNumberTail",
      r."oldIdNumber", r."oldIdNumberHash", r."oldIdNumberTail"
    FROM jsonb_populate_recordset(NULL::"MemberIdentity", ${json}::jsonb) r
    ON CONFLICT ("committeeId", "memberId") DO UPDATE SET "keyId" = EXCLUDED."keyId",
      "idNumber" = coalesce(EXCLUDED."idNumber", kept."idNumber"),
      "idNumberHash" = coalesce(EXCLUDED."idNumberHash", kept."idNumberHash"),
      "idNumberTail" = coalesce(EXCLUDED."idNumberTail", kept."idNumberTail"),
      "oldIdNumber" = coalesce(EXCLUDED."oldIdNumber", kept."oldIdNumber"),
      "oldIdNumberHash" = coalesce(EXCLUDED."oldIdNumberHash", kept."oldIdNumberHash"),
      "oldIdNumberTail" = coalesce(EXCLUDED."oldIdNumberTail", kept."oldIdNumberTail")`;
}
