import type { ServerResponse } from "node:http";
import type { FrontSettings } from "./settings.ts";

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()",
};

const FOREVER = "public, max-age=31536000, immutable";

/** The Content-Security-Policy of files that are taken away: were one shown nevertheless, nothing in it would run or fetch. */
export const DOWNLOAD_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

/** The Content-Security-Policy of one answer. */
export function contentSecurityPolicy(nonce: string, { appUrl, development }: FrontSettings): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development ? ` ws://${appUrl.host}` : ""}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

type HeaderValue = number | string | readonly string[];

/**
 * Puts the security headers on an answer and keeps the app from changing how it may be stored: hashed static files for
 * ever, everything else not at all. CORS headers never get through.
 */
export function guardResponse(response: ServerResponse, path: string, policy: string, settings: FrontSettings): void {
  const fixed = fixedHeaders(policy, settings);
  const set = response.setHeader.bind(response);
  const send = response.writeHead.bind(response);
  for (const [name, value] of fixed) set(name, value);

  const setHeader = (name: string, value: HeaderValue) => (isFixed(fixed, name) ? response : set(name, value));
  const appendHeader = (name: string, value: string | readonly string[]) => {
    const before = response.getHeader(name) ?? [];
    return setHeader(name, [before, value].flat().map(String));
  };
  const writeHead = (status: number, ...rest: unknown[]) => {
    for (const [name, value] of headerPairs(rest.at(-1))) setHeader(name, value);
    if ([200, 206, 304].includes(status) && isHashedFile(path, settings)) set("Cache-Control", FOREVER);
    return send(status);
  };
  Object.assign(response, { setHeader, appendHeader, writeHead });
}

function fixedHeaders(policy: string, { appUrl }: FrontSettings): Map<string, string> {
  const fixed = new Map(Object.entries(ALWAYS));
  fixed.set("cache-control", "no-store").set("content-security-policy", policy);
  if (appUrl.protocol === "https:") fixed.set("strict-transport-security", "max-age=31536000");
  return fixed;
}

function isFixed(fixed: Map<string, string>, name: string): boolean {
  return fixed.has(name.toLowerCase()) || name.toLowerCase().startsWith("access-control-");
}

/** Headers given to writeHead come as an object, or as names and values in turn. */
function headerPairs(given: unknown): [string, HeaderValue][] {
  if (typeof given !== "object" || given === null) return [];
  if (!Array.isArray(given)) return Object.entries(given).filter(([, value]) => value !== undefined);
  return given.flatMap((name: string, index) => (index % 2 === 0 ? [[name, given[index + 1]]] : []));
}

function isHashedFile(path: string, { development }: FrontSettings): boolean {
  return !development && (path.startsWith("/_next/static/") || /^\/icons\/\w+\.svg$/.test(path));
}
