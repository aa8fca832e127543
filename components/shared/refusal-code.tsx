"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** Shows the code under which the refusal is noted; nothing for who is not signed in. */
export function RefusalCode({ status }: { status: 403 | 404 }) {
  const t = useTranslations("crash.pages");
  const [code, setCode] = useState("");
  useEffect(() => {
    const gone = new AbortController();
    const { pathname } = window.location;
    codeOf(status, pathname, gone.signal).then(setCode, () => undefined);
    return () => gone.abort();
  }, [status]);
  return (
    <p role="status" className="text-ink-2">
      {code && t("reference", { code })}
    </p>
  );
}

async function codeOf(status: 403 | 404, page: string, signal: AbortSignal): Promise<string> {
  const answer = await fetch("/api/refused", { method: "POST", body: JSON.stringify({ status, page }), signal });
  const said: unknown = await answer.json();
  return typeof said === "object" && said !== null && "code" in said && typeof said.code === "string" ? said.code : "";
}
