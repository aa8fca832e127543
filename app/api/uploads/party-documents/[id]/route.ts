import { z } from "zod";
import { addressOf } from "@/lib/core/address";
import { findActor } from "@/lib/core/auth/require-actor";
import { env } from "@/lib/core/env";
import { ATTACHMENT_LIMITS } from "@/lib/core/files/attachment-reader/reading";
import { readUpload } from "@/lib/core/files/upload";
import { idIn } from "@/lib/core/page";
import { attachFileAction } from "@/lib/features/party-documents/actions";

/** Takes a file of a Party document in while counting its bytes, and sends the browser back to the document, or to the form with the reason. */
export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  if (request.headers.get("origin") !== new URL(env().APP_URL).origin) return new Response(null, { status: 403 });
  const documentId = idIn((await params).id);
  const replaces = z.uuid().nullable().catch(null).parse(new URL(request.url).searchParams.get("replaces"));
  const page = `/party-documents/${documentId}`;
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return sendTo(addressOf("/sign-in", { returnTo: page }));

  const upload = await readUpload(request, ATTACHMENT_LIMITS.bytes);
  const back = (refused: string) => sendTo(addressOf(`${page}/files`, { replaces, refused }));
  if (upload === null) return back("partyDocuments.upload.none");
  if (upload === "TOO_BIG") return back("partyDocuments.refusals.TOO_BIG");
  const kept = await attachFileAction({ documentId, replacesId: replaces, ...upload });
  return "id" in kept ? sendTo(`${page}?done=fileAttached`) : back(kept.refused);
}

function sendTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
