import "server-only";
import type { Actor } from "@/lib/core/actor";
import {
  type MissingRight,
  missingRights,
  type ResourceRights,
  rightsByRole,
  type ShownRole,
  shownRoles,
} from "@/lib/features/accounts/rules/missing-rights";

/** What the table of rights says: of every role, and of what this reader lacks. */
export type RightsView = {
  readonly roles: readonly ShownRole[];
  readonly table: readonly ResourceRights[];
  readonly missing: readonly MissingRight[];
};

/** The table of rights for its page. It is the same for everyone and names nobody, so everyone signed in may read it. */
export function getRights(actor: Pick<Actor, "roles">): RightsView {
  return { roles: shownRoles, table: rightsByRole(), missing: missingRights(actor) };
}
