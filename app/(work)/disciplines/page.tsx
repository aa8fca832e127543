import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisciplineTable } from "@/components/disciplines/discipline-list";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintHeader } from "@/components/ui/print-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listDisciplines } from "@/lib/features/disciplines/queries/list-disciplines";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disciplines"))("title") };
}

export default async function DisciplinesPage() {
  const actor = await requireActor();
  const [found, register, t, { locale }] = await Promise.all([
    onPage(listDisciplines(actor)),
    onPage(getRegister(actor)),
    getTranslations("disciplines"),
    readPreferences(),
  ]);
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={t("title")}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          found.can.record && (
            <ButtonLink href="/disciplines/new" tone="primary">
              {t("record.open")}
            </ButtonLink>
          )
        }
      />
      <DisciplineTable lines={found.lines} />
    </div>
  );
}
