import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { YearScreen } from "@/components/inspections/year-screen";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listInspections } from "@/lib/features/inspections/queries/list-inspections";
import { inspectionFilter } from "@/lib/features/inspections/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspections"))("title") };
}

export default async function InspectionsPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = Object.keys(inspectionFilter.shape).map((name) => [name, textIn(query, name)]);
  const filter = inspectionFilter.parse(Object.fromEntries(asked));
  const [view, register, t, disciplines, { locale }] = await Promise.all([
    onPage(listInspections(actor, filter)),
    onPage(getRegister(actor)),
    getTranslations("inspections"),
    getTranslations("disciplines"),
    readPreferences(),
  ]);
  const title = t("yearTitle", { year: String(view.year) });
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        actions={
          <>
            {view.can.readProgrammes && (
              <ButtonLink href={addressOf("/inspections/programmes", { year: view.year })}>
                {t("actions.programmes")}
              </ButtonLink>
            )}
            <ButtonLink href={addressOf("/inspections/report", { year: view.year })}>{t("actions.report")}</ButtonLink>
            {view.can.listDisciplines && <ButtonLink href="/disciplines">{disciplines("open")}</ButtonLink>}
            {view.can.open && (
              <ButtonLink href={addressOf("/inspections/new", { year: view.year })} tone="primary">
                {t("actions.open")}
              </ButtonLink>
            )}
            {view.can.record && (
              <ButtonLink href={addressOf("/inspections/record", { year: view.year })}>
                {t("actions.record")}
              </ButtonLink>
            )}
          </>
        }
      />
      {textIn(query, "done") === "recused" && <ResultBanner>{t("done.recused")}</ResultBanner>}
      <YearScreen view={view} filter={filter} />
    </div>
  );
}
