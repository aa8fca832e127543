import type { Instrumentation } from "next";

/** Notes what nobody expected, under the reference that the person was shown. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { errorFacts, report } = await import("@/lib/core/log");
    const reference = error instanceof Error && "digest" in error ? String(error.digest) : "";
    report({ event: "error", reference, path: request.path.split("?", 1)[0] ?? "", ...errorFacts(error) });
  }
};
