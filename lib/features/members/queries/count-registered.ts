import "server-only";
import type { Actor } from "@/lib/core/actor";
import type { Day } from "@/lib/core/day";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";

/** How many members the reader's list has on a day without any filter. */
export async function countRegistered(actor: Actor, on: Day): Promise<number> {
  const { total } = await listMembers(actor, memberListInput.parse({}), on, { page: 1, size: 1 });
  return total;
}
