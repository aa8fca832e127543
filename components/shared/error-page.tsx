"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { PublicShell } from "@/components/shared/public-shell";
import { RefusalCode } from "@/components/shared/refusal-code";
import { ButtonLink } from "@/components/ui/button";

type ErrorKind = "notFound" | "forbidden" | "unauthorized";

/** Says why there is nothing to see, and the way on. Every page carries these in case, so they are made in the browser. */
export function ErrorState({ kind }: { kind: ErrorKind }) {
  const t = useTranslations("crash.pages");
  return (
    <div className="grid gap-4">
      <PageHeader title={t(`${kind}.title`)} lead={t(`${kind}.explain`)} />
      {kind === "forbidden" && (
        <p>
          <Link href="/account/rights" prefetch={false}>
            {t("why")}
          </Link>
        </p>
      )}
      <div>
        <ButtonLink href={kind === "unauthorized" ? "/sign-in" : "/"} tone="primary">
          {kind === "unauthorized" ? t("signIn") : t("home")}
        </ButtonLink>
      </div>
      {kind !== "unauthorized" && <RefusalCode status={kind === "forbidden" ? 403 : 404} />}
    </div>
  );
}

/** As `ErrorState`, for pages outside the frame of the signed-in part. */
export function ErrorPage({ kind }: { kind: ErrorKind }) {
  const t = useTranslations("common");
  return (
    <PublicShell bodyName={t("productName")}>
      <ErrorState kind={kind} />
    </PublicShell>
  );
}
