import "server-only";
import type { Tx } from "@/lib/core/db/context";
import { requireNoObstacle } from "@/lib/core/errors";
import { foldText, nameKey } from "@/lib/core/text/fold";
import { chooseNamed, type NamedMember } from "@/lib/features/accounts/rules/rights";

/** The member of exactly that name, told apart by the branch where several have it; refuses with RULE otherwise. */
export async function memberNamed(tx: Tx, name: string, branch: string | null): Promise<NamedMember> {
  const found = await tx.$queryRaw<NamedMember[]>`SELECT * FROM app.members_named(${nameKey(name)})`;
  const wanted = branch === null ? null : foldText(branch);
  const choice = chooseNamed(found, wanted === null ? null : (one) => foldText(one).includes(wanted));
  if ("member" in choice) return choice.member;
  requireNoObstacle(choice.obstacle);
  throw new Error("an obstacle did not refuse");
}
