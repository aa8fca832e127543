import { z } from "zod";
import { noteRefusedPage } from "@/lib/core/refused-page";

const refused = z.strictObject({ status: z.union([z.literal(403), z.literal(404)]), page: z.string().max(2000) });

/** Notes that a page was refused to the person who asks, and answers the code it is noted under. */
export async function POST(request: Request): Promise<Response> {
  const asked = refused.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  return Response.json({ code: await noteRefusedPage(asked.data.status, asked.data.page) });
}
