import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import type { SessionEnd } from "@/lib/core/db/generated/enums";

type SessionOverProps = { signedOut: boolean; ended: SessionEnd | "EXPIRED" | null };

/** Why one stands at the door again. */
export function SessionOver({ signedOut, ended }: SessionOverProps) {
  const t = useTranslations("signIn");
  if (signedOut) return <ResultBanner>{t("signedOut")}</ResultBanner>;
  return ended && <Notice tone="info" title={t(`ended.${ended}`)} />;
}

/** What never belongs into the system, and the way in for those without a password. */
export function SignInAdvice({ isSample }: { isSample: boolean }) {
  const t = useTranslations("signIn");
  return (
    <>
      <Notice tone="warn" title={t("secrecyTitle")}>
        {t("secrecy")}
      </Notice>
      {isSample && <Notice tone="info">{t("sample")}</Notice>}
      <Notice tone="info" title={t("forgotten")}>
        <p>{t("forgottenExplain")}</p>
        <p>
          <Link href="/redeem" prefetch={false}>
            {t("redeemLink")}
          </Link>
        </p>
      </Notice>
    </>
  );
}
