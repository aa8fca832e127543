import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { findWorkMenu } from "@/app/find-work-menu";
import { placesCalled } from "@/components/shared/palette-places";
import { findActor } from "@/lib/core/auth/require-actor";
import { readTogether } from "@/lib/core/query";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";

const question = z.strictObject({ q: z.string().max(200) });

const MOST_MEMBERS = 8;

/** Where the person may go by a few words: pages, and members within the person's scope. Names travel in the body, never in an address. */
export async function POST(request: Request): Promise<Response> {
  const actor = await findActor();
  if (!actor || actor.mustChangePassword) return new Response(null, { status: 401 });
  const asked = question.safeParse(await request.json().catch(() => null));
  if (!asked.success) return new Response(null, { status: 400 });
  const q = asked.data.q.trim();
  const [menu, beyond] = await Promise.all([getTranslations("shell.places"), getTranslations("palette.places")]);
  const filters = memberListInput.parse({ q });
  const [open, { rows }] = await readTogether(() =>
    Promise.all([
      findWorkMenu(actor),
      q === "" ? { rows: [] } : listMembers(actor, filters, actor.today, { page: 1, size: MOST_MEMBERS }),
    ]),
  );
  const places = placesCalled(actor, open, q, { menu, beyond });
  const members = rows.map(({ id, fullName, branch }) => ({ href: `/members/${id}`, label: `${fullName}, ${branch}` }));
  return Response.json({ places, members }, { headers: { "Cache-Control": "no-store" } });
}
