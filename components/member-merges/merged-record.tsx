import { useTranslations } from "next-intl";
import { BackLink } from "@/components/shared/back-link";
import { Actions, ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";

/** Where the record of somebody was that has gone into another one. */
export function MergedRecord({ merge }: { merge: { id: string; keptId: string; name: string } }) {
  const t = useTranslations("memberMerges");
  return (
    <div className="grid gap-4">
      <BackLink href="/members">{t("back")}</BackLink>
      <PageHeading>{t("mergedInto.title", { name: merge.name })}</PageHeading>
      <Actions>
        <ButtonLink href={`/members/${merge.keptId}`} tone="primary">
          {t("mergedInto.open")}
        </ButtonLink>
        <ButtonLink href={`/members/duplicates/${merge.id}`}>{t("mergedInto.merge")}</ButtonLink>
      </Actions>
    </div>
  );
}
