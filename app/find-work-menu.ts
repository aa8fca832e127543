import "server-only";
import type { MenuEntry } from "@/components/shared/menu-entry";
import { workMenu } from "@/components/shared/work-menu";
import type { Actor } from "@/lib/core/actor";
import { findBodyReach } from "@/lib/features/meetings/queries/list-body-meetings";

/**
 * The menu of the actor, with what no role tells: the meetings of a body of the committee in which the person sits or sat. Nothing is
 * asked of whom a role leads to meetings anyway.
 */
export async function findWorkMenu(actor: Actor): Promise<MenuEntry[]> {
  const menu = workMenu(actor);
  if (menu.some(({ icon }) => icon === "meetings")) return menu;
  return (await findBodyReach(actor)) ? workMenu(actor, ["bodyMeeting"]) : menu;
}
