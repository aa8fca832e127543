import { comesFromHere } from "@/app/api/comes-from-here";
import { addressOf } from "@/lib/core/address";
import { findActor } from "@/lib/core/auth/require-actor";
import { readUpload, type Upload } from "@/lib/core/files/upload";
import type { UploadFeature } from "@/lib/core/i18n/upload-words";
import type { Kept } from "@/lib/core/upload-action";

/** Where a file is chosen, and what becomes of it. */
export type UploadRoom = {
  /** The screen with the form: who is not signed in comes back to it, and so does a refusal. */
  readonly form: string;
  /** The feature's part of the catalogues: `upload.none` and `refusals.TOO_BIG` are told from it. */
  readonly words: UploadFeature;
  readonly mostBytes: number;
  readonly keep: (upload: Upload) => Promise<Kept>;
  /** The screen that follows, by the id of what was kept. */
  readonly next: (id: string) => string;
};

/** Takes one file in while counting its bytes, and sends the browser on, or back to the form with the reason. */
export async function answerUpload(request: Request, room: UploadRoom): Promise<Response> {
  const { form, words, mostBytes, keep, next } = room;
  if (!comesFromHere(request)) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return sendTo(addressOf("/sign-in", { returnTo: form }));

  const upload = await readUpload(request, mostBytes);
  if (upload === null) return sendTo(withReason(form, `${words}.upload.none`));
  if (upload === "TOO_BIG") return sendTo(withReason(form, `${words}.refusals.TOO_BIG`));
  const kept = await keep(upload);
  return sendTo("id" in kept ? next(kept.id) : withReason(form, kept.refused));
}

function withReason(form: string, refused: string): string {
  return `${form}${form.includes("?") ? "&" : "?"}${new URLSearchParams({ refused })}`;
}

function sendTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
