import { getTranslations } from "next-intl/server";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { checkAuditChain } from "@/lib/features/audit/actions";

/** The button that has every event of the trail recomputed, and says whether the chain is whole. */
export async function ChainCheck() {
  const t = await getTranslations("audit");
  return (
    <Card title={t("chain.title")}>
      <p>{t("chain.explain")}</p>
      <FormFrame action={checkAuditChain}>
        <SubmitButton tone="secondary">{t("chain.check")}</SubmitButton>
      </FormFrame>
    </Card>
  );
}
