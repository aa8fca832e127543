"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type DraftStanding, keepDrafts } from "@/components/shared/keep-drafts";

/** Keeps what is being typed into the form around it at `address`, and says so; without JavaScript it says nothing. */
export function DraftKeeper({ address }: { address: string }) {
  const t = useTranslations("common.draft");
  const line = useRef<HTMLParagraphElement>(null);
  const [standing, setStanding] = useState<DraftStanding>({ kind: "NONE" });

  useEffect(() => {
    const form = line.current?.closest("form");
    return form ? keepDrafts(form, address, setStanding) : undefined;
  }, [address]);

  return (
    <p ref={line} role="status" className="field-hint">
      {standing.kind === "KEPT" && t("kept", { time: standing.time })}
      {standing.kind === "WAITING" && t("waiting")}
      {standing.kind === "REFUSED" && t("refused")}
    </p>
  );
}
