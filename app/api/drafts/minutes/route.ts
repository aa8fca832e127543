import { comesFromHere } from "@/app/api/comes-from-here";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { keepDraftAction } from "@/lib/features/meetings/actions";

/** Keeps the minutes as far as they have been typed, and answers the time; 409 where they are not kept. */
export async function POST(request: Request): Promise<Response> {
  if (!comesFromHere(request)) return new Response(null, { status: 403 });
  const kept = await keepDraftAction(await request.json().catch(() => null));
  if (!kept) return new Response(null, { status: 409 });
  const { locale } = await readPreferences();
  return Response.json({ time: formatIn(locale).time(kept.keptAt) }, { headers: { "Cache-Control": "no-store" } });
}
