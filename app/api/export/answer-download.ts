import { noteRefusal } from "@/lib/core/access-refusal";
import type { Actor } from "@/lib/core/actor";
import { findActor } from "@/lib/core/auth/require-actor";
import { DomainError } from "@/lib/core/errors";
import { type DownloadKind, downloadResponse } from "@/lib/core/files/table-file";
import { withText } from "@/lib/core/i18n/problem-text";
import { readTogether } from "@/lib/core/query";

/** A file as it is taken away, with its name in ASCII letters. */
export type Download = {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
  readonly kind: DownloadKind;
};

/** Answers a download for who is signed in; a refusal is answered with its sentence and leaves its trace. */
export function answerDownload(make: (actor: Actor) => Promise<Download>): Promise<Response> {
  return answerFile(async (actor) => {
    const { bytes, name, kind } = await make(actor);
    return downloadResponse(bytes, name, kind);
  });
}

/** As `answerDownload`, for an answer of its own. */
export function answerFile(make: (actor: Actor) => Promise<Response>): Promise<Response> {
  return readTogether(() => answer(make));
}

async function answer(make: (actor: Actor) => Promise<Response>): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  try {
    return await make(actor);
  } catch (error) {
    await noteRefusal(actor, error);
    if (error instanceof DomainError) return refusal(error);
    throw error;
  }
}

const statuses = { NOT_FOUND: 404, FORBIDDEN: 403, RULE: 409, CONFLICT: 409 } as const;

async function refusal({ code, reason, params }: DomainError): Promise<Response> {
  const [told] = await withText([{ key: reason, params }]);
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return new Response(told?.text ?? null, { status: statuses[code], headers });
}
