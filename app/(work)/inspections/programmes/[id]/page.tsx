import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProgrammeScreen } from "@/components/inspection-programmes/programme-screen";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getProgramme } from "@/lib/features/inspection-programmes/queries/get-programme";
import { programmeFilter } from "@/lib/features/inspection-programmes/schema";
import { getRegister } from "@/lib/features/organization/queries/register";

type ProgrammePageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["opened", "lineAdded", "lineRemoved", "issued", "lineDropped", "lineFinished"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("inspectionProgrammes"))("title") };
}

export default async function ProgrammePage({ params, searchParams }: ProgrammePageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [programme, register, t, { locale }] = await Promise.all([
    onPage(getProgramme(actor, idIn(id))),
    onPage(getRegister(actor)),
    getTranslations("inspectionProgrammes"),
    readPreferences(),
  ]);
  const { year, body, branch, state, lines, can } = programme;
  const of = body ? t(`of.${body}`) : t("of.branch", { branch: branch ?? "" });
  const { standing } = programmeFilter.parse({ year: "", standing: textIn(query, "standing") });
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="print-landscape grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={t("heading", { of, year: String(year) })}
        back={{ href: addressOf("/inspections/programmes", { year }), label: t("backToYear", { year: String(year) }) }}
        actions={
          <>
            {can.keep && state === "DRAFT" && lines.length > 0 && (
              <ButtonLink href={`/inspections/programmes/${id}/issue`} tone="primary">
                {t("issue.open")}
              </ButtonLink>
            )}
            {can.keep && <ButtonLink href={`/inspections/programmes/${id}/lines/new`}>{t("add.open")}</ButtonLink>}
            <PrintButton />
          </>
        }
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <ProgrammeScreen programme={programme} standing={standing} />
    </div>
  );
}
