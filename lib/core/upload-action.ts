import "server-only";
import { noteRefusal } from "@/lib/core/access-refusal";
import type { Actor } from "@/lib/core/actor";
import { requireActor } from "@/lib/core/auth/require-actor";
import { DomainError } from "@/lib/core/errors";

/** What became of a file that a route has read: where it is kept, or by message key why it is not. */
export type Kept = { readonly id: string } | { readonly refused: string };

/** Runs the command that takes a file in, under the rights of who sent it; a refusal leaves its trace and is answered as its reason. */
export async function runUpload(keep: (actor: Actor) => Promise<{ id: string }>): Promise<Kept> {
  const actor = await requireActor();
  try {
    return await keep(actor);
  } catch (error) {
    await noteRefusal(actor, error);
    if (!(error instanceof DomainError)) throw error;
    return { refused: error.reason };
  }
}
