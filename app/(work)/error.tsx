"use client";

import { useTranslations } from "next-intl";
import { CrashMessage } from "@/components/shared/crash-message";

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

export default function WorkErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations("crash");
  return (
    <CrashMessage
      title={t("title")}
      explain={t("explain")}
      reference={error.digest && t("reference", { code: error.digest })}
      retry={{ label: t("retry"), run: retry }}
      home={t("home")}
    />
  );
}
