import type { DomainError } from "@/lib/core/errors";
import { withText } from "@/lib/core/i18n/problem-text";

const statuses = { NOT_FOUND: 404, FORBIDDEN: 403, RULE: 409, CONFLICT: 409 } as const;

/** Answers in words why a file is not given. */
export async function refusedFile({ code, reason, params }: DomainError): Promise<Response> {
  const [told] = await withText([{ key: reason, params }]);
  const headers = { "content-type": "text/plain; charset=utf-8" };
  return new Response(told?.text ?? null, { status: statuses[code], headers });
}
