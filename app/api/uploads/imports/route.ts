import { addressOf } from "@/lib/core/address";
import { findActor } from "@/lib/core/auth/require-actor";
import { env } from "@/lib/core/env";
import { LIMITS } from "@/lib/core/files/reader/limits";
import { readUpload } from "@/lib/core/files/upload";
import { stageUploadAction } from "@/lib/features/imports/actions";

/** Takes a roster in while counting its bytes, and sends the browser on to its columns, or back with the reason. */
export async function POST(request: Request): Promise<Response> {
  if (request.headers.get("origin") !== new URL(env().APP_URL).origin) return new Response(null, { status: 403 });
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return sendTo("/sign-in?returnTo=/imports/new");

  const upload = await readUpload(request, LIMITS.bytes);
  if (upload === null) return sendTo("/imports/new?refused=imports.upload.none");
  if (upload === "TOO_BIG") return sendTo("/imports/new?refused=imports.refusals.TOO_BIG");
  const staged = await stageUploadAction(upload);
  return sendTo("id" in staged ? `/imports/${staged.id}/columns` : addressOf("/imports/new", staged));
}

function sendTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
