import "server-only";
import type { z } from "zod";
import { noteRefusal } from "@/lib/core/access-refusal";
import type { Actor } from "@/lib/core/actor";
import { findActor } from "@/lib/core/auth/require-actor";
import { DomainError } from "@/lib/core/errors";

/** What became of text that a page sends while somebody types: when it was kept, or null where it was not. */
export type DraftAnswer = { readonly keptAt: Date } | null;

/** Keeps a draft under the rights of who types. Null where nobody is signed in, the text is not of that form, or it is refused. */
export async function runDraft<Schema extends z.ZodType>(
  schema: Schema,
  sent: unknown,
  keep: (actor: Actor, input: z.output<Schema>) => Promise<{ keptAt: Date }>,
): Promise<DraftAnswer> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return null;
  const parsed = schema.safeParse(sent);
  if (!parsed.success) return null;
  try {
    return await keep(actor, parsed.data);
  } catch (error) {
    await noteRefusal(actor, error);
    if (!(error instanceof DomainError)) throw error;
    return null;
  }
}
