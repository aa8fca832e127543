import { useTranslations } from "next-intl";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Disclosure } from "@/components/ui/disclosure";
import { endAllSessionsAction } from "@/lib/features/accounts/actions";

/** Has everybody sign in again, for when nobody knows who is in. */
export function EndAllSessions() {
  const t = useTranslations("accounts.everybody");
  return (
    <Disclosure summary={t("title")}>
      <p className="prose-line mb-3">{t("explain")}</p>
      <FormFrame id="end-all-sessions" action={endAllSessionsAction}>
        <div>
          <SubmitButton tone="danger">{t("end")}</SubmitButton>
        </div>
      </FormFrame>
    </Disclosure>
  );
}
