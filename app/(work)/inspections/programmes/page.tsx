import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { YearView } from "@/components/inspection-programmes/year-view";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listProgrammes } from "@/lib/features/inspection-programmes/queries/list-programmes";
import { programmeFilter } from "@/lib/features/inspection-programmes/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes"))("title") };
}

export default async function ProgrammesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const asked = programmeFilter.parse({ year: textIn(await searchParams, "year"), standing: "" });
  const [found, register, t, { locale }] = await Promise.all([
    onPage(listProgrammes(actor, asked.year)),
    onPage(getRegister(actor)),
    getTranslations("inspectionProgrammes"),
    readPreferences(),
  ]);
  const { year } = found;
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={t("yearTitle", { year: String(year) })}
        lead={t("lead")}
        back={{ href: addressOf("/inspections", { year }), label: t("back") }}
        actions={
          <>
            {found.missingBodies.length > 0 && (
              <ButtonLink href={addressOf("/inspections/programmes/new", { year })} tone="primary">
                {t("open.programme")}
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      <YearView found={found} />
    </div>
  );
}
