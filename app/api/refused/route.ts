import { z } from "zod";
import { codeOfRefusedPage } from "@/lib/core/access-refusal";

const refused = z.strictObject({ status: z.union([z.literal(403), z.literal(404)]), page: z.string().max(2000) });

/** Answers the code under which it is noted that a page was refused to the person who asks. */
export async function POST(request: Request): Promise<Response> {
  const asked = refused.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  return Response.json({ code: await codeOfRefusedPage(asked.data.status, asked.data.page) });
}
