import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OnDayForm } from "@/components/organization/on-day-form";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintButton } from "@/components/ui/print-button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { RegulationScreen } from "@/components/working-regulations/regulation-screen";
import { dayIn, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getRegulations } from "@/lib/features/working-regulations/queries/get-regulations";

type RegulationsPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

const doneWords = ["fileAttached", "annulled"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("workingRegulations"))("title") };
}

export default async function BranchRegulationsPage({ params, searchParams }: RegulationsPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const branchId = idIn(id);
  const { day: on, unreadable } = dayIn(query, "on", actor.today);
  const [found, register, t, { locale }] = await Promise.all([
    onPage(getRegulations(actor, branchId, on)),
    onPage(getRegister(actor, on)),
    getTranslations("workingRegulations"),
    readPreferences(),
  ]);
  const base = `/branches/${branchId}/working-regulations`;
  const done = doneWords.find((word) => word === textIn(query, "done"));
  return (
    <div className="grid gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={t("heading", { branch: found.branch })}
        lead={t("lead")}
        back={{ href: `/branches/${branchId}`, label: found.branch }}
        actions={
          <>
            {found.can.keep && found.inForce && (
              <ButtonLink href={`${base}/new`} tone="primary">
                {t("record.open")}
              </ButtonLink>
            )}
            <PrintButton />
          </>
        }
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <OnDayForm action={base} on={on} unreadable={unreadable} />
      <RegulationScreen found={found} />
    </div>
  );
}
