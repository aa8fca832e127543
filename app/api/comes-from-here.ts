import { env } from "@/lib/core/env";

/** Whether a page of this product sent the request, as browsers say. */
export function comesFromHere(request: Request): boolean {
  return request.headers.get("origin") === new URL(env().APP_URL).origin;
}
