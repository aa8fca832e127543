import "server-only";
import { forbidden, notFound, redirect } from "next/navigation";
import { noteRefusal } from "@/lib/core/access-refusal";
import { findActor, signInPath } from "@/lib/core/auth/require-actor";
import { refusalFrom } from "@/lib/core/db/refusal";
import { SessionEndedError } from "@/lib/core/errors";

/**
 * Awaits what a page reads. A NOT_FOUND refusal becomes the not-found page, FORBIDDEN the no-permission page, an ended
 * session the way to sign in; everything else is thrown on.
 */
export async function onPage<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SessionEndedError) redirect(await signInPath());
    const refusal = refusalFrom(error);
    await noteRefusal(await findActor(), refusal);
    if (refusal?.code === "NOT_FOUND") notFound();
    if (refusal?.code === "FORBIDDEN") forbidden();
    throw error;
  }
}

/** The id of a record from an address; what is no id at all has no page. */
export function idIn(address: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(address)) notFound();
  return address;
}
