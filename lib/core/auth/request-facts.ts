import "server-only";
import { headers } from "next/headers";
import { localPathOr } from "@/lib/core/local-path";

/* Set by the front server, which drops both when a client sends them. */
const PATH_HEADER = "x-sodb-path";
const ADDRESS_HEADER = "x-sodb-address";

/** The page this request is for, fit to return to after signing in; "/" where it is not known. */
export async function requestedPath(): Promise<string> {
  const path = localPathOr((await headers()).get(PATH_HEADER), "/");
  const url = new URL(path, "http://local.invalid");
  url.searchParams.delete("_rsc");
  return `${url.pathname}${url.search}`;
}

/** The network address of the one who asks, as the front server saw it. */
export async function requestAddress(): Promise<string> {
  return (await headers()).get(ADDRESS_HEADER)?.slice(0, 64) || "unknown";
}

/** The browser's description of itself; empty where it gives none. */
export async function requestUserAgent(): Promise<string> {
  return (await headers()).get("user-agent")?.slice(0, 400) ?? "";
}
