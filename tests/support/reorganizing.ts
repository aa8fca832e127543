import type { Actor } from "@/lib/core/actor";
import { day } from "@/lib/core/day";
import { confirmReorganization } from "@/lib/features/reorganizations/commands/confirm-reorganization";
import { proposeReorganization } from "@/lib/features/reorganizations/commands/propose-reorganization";
import type { ProposeReorganizationInput } from "@/lib/features/reorganizations/schema";
import { ownerRows } from "./register";

/** What the form of a reorganisation sends: a merger of these branches into a new one on 01/07/2025. */
export function reorganizationInput(
  from: readonly string[],
  changes: Partial<ProposeReorganizationInput> = {},
): ProposeReorganizationInput {
  return {
    kind: "MERGE",
    from: [...from],
    survivorId: null,
    effectiveOn: day("2025-07-01"),
    decisionNumber: "15-QĐ/ĐU",
    decisionOn: day("2025-06-28"),
    decisionBody: "Ban Thường vụ Đảng ủy",
    opened: [{ key: "1", name: "Chi bộ bản Thử Mới", kind: "VILLAGE_CLUSTER" }],
    settled: [],
    ...changes,
  };
}

/** Proposes a reorganisation and has another person confirm it; answers its id. */
export async function reorganize(
  { proposer, confirmer }: { readonly proposer: Actor; readonly confirmer: Actor },
  input: ProposeReorganizationInput,
): Promise<string> {
  const { id } = await proposeReorganization(proposer, input);
  await confirmReorganization(confirmer, { id, version: 1 });
  return id;
}

/** The branch of that name in a register. */
export async function branchNamed(committeeId: string, name: string): Promise<string> {
  const [row] = await ownerRows<{ id: string }>(
    `SELECT id FROM "Branch" WHERE "committeeId" = $1 AND name = $2 ORDER BY "startsOn" DESC LIMIT 1`,
    [committeeId, name],
  );
  if (!row) throw new Error(`no branch ${name}`);
  return row.id;
}
