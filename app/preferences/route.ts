import { cookies } from "next/headers";
import { chosenCookies } from "@/lib/core/i18n/preferences";
import { localPathOr } from "@/lib/core/local-path";

const ONE_YEAR = 365 * 24 * 60 * 60;

/** Keeps language, text size and colours in cookies and sends the browser back to the page it came from. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  if (form === null || !isFromHere(request)) return new Response(null, { status: 403 });

  const jar = await cookies();
  const secure = process.env.APP_URL?.startsWith("https:") ?? false;
  for (const { cookie, value } of chosenCookies(form)) {
    jar.set(cookie, value, { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge: ONE_YEAR });
  }
  return new Response(null, {
    status: 303,
    headers: { Location: localPathOr(form.get("returnTo"), cameFrom(request)) },
  });
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
