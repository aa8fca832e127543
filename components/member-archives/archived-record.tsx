import { useTranslations } from "next-intl";
import { BackLink } from "@/components/shared/back-link";
import { Actions, ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";

/** Where a record was that is in the archive. */
export function ArchivedRecord({ archive }: { archive: { id: string; name: string } }) {
  const t = useTranslations("memberArchives");
  return (
    <div className="grid gap-4">
      <BackLink href="/members">{t("back")}</BackLink>
      <PageHeading>{t("archived.title", { name: archive.name })}</PageHeading>
      <Actions>
        <ButtonLink href={`/members/archive/${archive.id}`} tone="primary">
          {t("archived.open")}
        </ButtonLink>
      </Actions>
    </div>
  );
}
