import type { IncomingMessage } from "node:http";
import type { FrontSettings } from "./settings.ts";

const INTERNAL = [
  /^x-middleware-/,
  /^x-nextjs-(?!request-id$|html-request-id$)/,
  /^x-next-/,
  /^x-invoke-/,
  /^x-matched-path$/,
  /^x-now-/,
  /^x-prerender-/,
  /^next-resume/,
  /^x-forwarded/,
  /^forwarded$/,
  /^x-real-ip$/,
  /^x-original-/,
  /^x-rewrite-/,
  /^x-sodb-/,
  /^x-nonce$/,
  /^content-security-policy/,
];

/** Removes what only the framework or a trusted proxy may say, then adds what the app may believe. */
export function cleanRequestHeaders(
  request: IncomingMessage,
  settings: FrontSettings,
  policy: string,
  nonce: string,
): void {
  const address = clientAddress(request, settings);
  for (const name of Object.keys(request.headers)) {
    if (INTERNAL.some((pattern) => pattern.test(name))) delete request.headers[name];
  }
  request.rawHeaders = request.rawHeaders.filter((_, index, all) => {
    const name = (all[index - (index % 2)] ?? "").toLowerCase();
    return !INTERNAL.some((pattern) => pattern.test(name));
  });
  Object.assign(request.headers, {
    "x-sodb-address": address,
    "x-sodb-path": request.url,
    "x-forwarded-for": address,
    "x-forwarded-host": settings.appUrl.host,
    "x-forwarded-proto": settings.appUrl.protocol.slice(0, -1),
    "content-security-policy": policy,
    "x-nonce": nonce,
  });
}

/** The address a request came from; a proxy's word for it counts only if the proxy is ours. */
export function clientAddress(request: IncomingMessage, { trustedProxies }: FrontSettings): string {
  const peer = plainAddress(request.socket.remoteAddress ?? "unknown");
  if (!trustedProxies.has(peer)) return peer;
  const forwarded = request.headers["x-forwarded-for"];
  const named = String(forwarded ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
  return named.findLast((address) => !trustedProxies.has(address)) ?? peer;
}

/** The address as people write it, also where the system shows an IPv4 address as IPv6. */
export function plainAddress(address: string): string {
  return address.startsWith("::ffff:") ? address.slice(7) : address;
}
