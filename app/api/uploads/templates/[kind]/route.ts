import { notFound } from "next/navigation";
import { addressOf } from "@/lib/core/address";
import { findActor } from "@/lib/core/auth/require-actor";
import { env } from "@/lib/core/env";
import { TEMPLATE_LIMITS } from "@/lib/core/files/template-reader/reading";
import { readUpload } from "@/lib/core/files/upload";
import { checkUploadAction } from "@/lib/features/documents/actions";
import { kindIn } from "@/lib/features/documents/schema";

/** Takes a template in while counting its bytes, and sends the browser on to what was found in it, or back with the reason. */
export async function POST(request: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  if (request.headers.get("origin") !== new URL(env().APP_URL).origin) return new Response(null, { status: 403 });
  const address = (await params).kind;
  const kind = kindIn(address);
  if (!kind) notFound();
  const page = `/documents/${address}`;
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return sendTo(addressOf("/sign-in", { returnTo: page }));

  const upload = await readUpload(request, TEMPLATE_LIMITS.bytes);
  if (upload === null) return sendTo(`${page}?refused=documents.upload.none`);
  if (upload === "TOO_BIG") return sendTo(`${page}?refused=documents.refusals.TOO_BIG`);
  const checked = await checkUploadAction({ kind, ...upload });
  return sendTo("id" in checked ? `${page}/checks/${checked.id}` : addressOf(page, checked));
}

function sendTo(path: string): Response {
  return new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });
}
