import { findActor } from "@/lib/core/auth/require-actor";
import { keepPreferences, setPreferenceCookies } from "@/lib/core/i18n/kept-preferences";
import { chosenPreferences } from "@/lib/core/i18n/preferences";
import { localPathOr } from "@/lib/core/local-path";

/** Keeps how a person wants to see every page, in cookies and with the account, and sends the browser back. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (form === null || !isFromHere(request)) return new Response(null, { status: 403 });

  const chosen = chosenPreferences(form);
  await setPreferenceCookies(chosen);
  const actor = await findActor();
  if (actor) await keepPreferences(actor, chosen);
  const back = localPathOr(form.get("returnTo"), cameFrom(request));
  const location = chosen.columns === undefined ? back : withColumns(back, chosen.columns);
  return new Response(null, { status: 303, headers: { Location: location } });
}

/* The address of a list says which columns it shows, so that it shows the same to others. */
function withColumns(path: string, columns: string): string {
  const url = new URL(path, "http://here");
  url.searchParams.delete("cols");
  if (columns !== "") url.searchParams.set("cols", columns);
  return `${url.pathname}${url.search}`;
}

function isFromHere(request: Request): boolean {
  const origin = request.headers.get("origin");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === request.headers.get("host");
}

function cameFrom(request: Request): string {
  const referer = request.headers.get("referer");
  if (referer === null || !URL.canParse(referer)) return "/";
  const url = new URL(referer);
  return url.host === request.headers.get("host") ? localPathOr(`${url.pathname}${url.search}`, "/") : "/";
}
