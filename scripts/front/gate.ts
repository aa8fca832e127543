import type { IncomingMessage } from "node:http";
import { plainAddress } from "./request-headers.ts";
import type { FrontSettings } from "./settings.ts";

export type Refused = { status: number; text: string; headers?: Record<string, string> };

const READING = new Set(["GET", "HEAD"]);
const BODY_LIMIT = 1_048_576;
const UPLOAD_LIMIT = 26_214_400;

/** Why a request may not go on to the app, or null when it may. Judges by the request line and headers alone. */
export function refusalOf(request: IncomingMessage, settings: FrontSettings): Refused | null {
  return (
    refusedTarget(request, settings) ??
    refusedPlain(request, settings) ??
    refusedMethod(request) ??
    refusedOrigin(request, settings) ??
    refusedBody(request)
  );
}

function refusedTarget(request: IncomingMessage, { appUrl }: FrontSettings): Refused | null {
  const target = request.url ?? "";
  const isPath = target.startsWith("/") && !target.startsWith("//") && !/[\\\s]|%00/.test(target);
  if (!isPath || !URL.canParse(target, appUrl.origin)) return { status: 400, text: "Bad request target" };

  const hosts = request.headersDistinct.host ?? [];
  if (hosts.length !== 1) return { status: 400, text: "One Host header is needed" };
  if (hosts[0]?.toLowerCase() === appUrl.host) return null;
  return { status: 421, text: `This program answers at ${appUrl.origin} only` };
}

/** A proxy that took a request in the clear says so: pages are asked again over https, everything else is refused. */
function refusedPlain(
  { method = "", headers, socket, url = "" }: IncomingMessage,
  settings: FrontSettings,
): Refused | null {
  const { appUrl, trustedProxies } = settings;
  const isPlain = appUrl.protocol === "https:" && headers["x-forwarded-proto"] === "http";
  if (!isPlain || !trustedProxies.has(plainAddress(socket.remoteAddress ?? ""))) return null;
  if (!READING.has(method)) return { status: 403, text: "This program answers over https only" };
  return { status: 308, text: "Over https", headers: { Location: new URL(url, appUrl).href } };
}

function refusedMethod({ method = "" }: IncomingMessage): Refused | null {
  if (READING.has(method) || method === "POST") return null;
  return { status: 405, text: "Method not allowed", headers: { Allow: "GET, HEAD, POST" } };
}

/** Writes must say that they come from our own pages; the framework would let a missing Origin through. */
function refusedOrigin({ method = "", headers }: IncomingMessage, { appUrl }: FrontSettings): Refused | null {
  if (READING.has(method)) return null;
  const { origin } = headers;
  const isOurs = origin === undefined ? headers["sec-fetch-site"] === "same-origin" : origin === appUrl.origin;
  return isOurs ? null : { status: 403, text: "The request does not come from a page of this program" };
}

/** Browsers always announce a body's length, so a body without one is refused and never counted. */
function refusedBody({ headers, url = "" }: IncomingMessage): Refused | null {
  if (headers["transfer-encoding"] !== undefined) return { status: 411, text: "Content-Length is needed" };
  const limit = url.startsWith("/api/uploads") ? UPLOAD_LIMIT : BODY_LIMIT;
  if (Number(headers["content-length"] ?? 0) <= limit) return null;
  return { status: 413, text: "The request is too large", headers: { Connection: "close" } };
}
