import { redirect } from "next/navigation";
import type { Actor } from "@/lib/core/actor";
import { requireActor } from "@/lib/core/auth/require-actor";
import { reachesRegister } from "@/lib/core/policy-table";

export default async function HomePage() {
  redirect(homeOf(await requireActor()));
}

/** Where this person's work begins: the whole commune, the own branch or those in charge, the accounts, or the own record. */
function homeOf(actor: Actor): string {
  if (reachesRegister(actor, "member", "read")) return "/dashboard";
  if (actor.ownBranchIds.length > 0 || actor.assignedBranchIds.length > 0) return "/home";
  if (reachesRegister(actor, "publishedFigures", "read")) return "/dashboard";
  if (reachesRegister(actor, "account", "read")) return "/accounts";
  return actor.memberId ? `/members/${actor.memberId}` : "/branches";
}
