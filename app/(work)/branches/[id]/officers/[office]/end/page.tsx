import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EndOfficeForm } from "@/components/organization/office-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { endBranchOfficeAction } from "@/lib/features/organization/actions/keep-branches";
import { getBranchOffice } from "@/lib/features/organization/queries/office-forms";

type EndBranchOfficePageProps = { params: Promise<{ id: string; office: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organization"))("officers.end") };
}

export default async function EndBranchOfficePage({ params }: EndBranchOfficePageProps) {
  const actor = await requireActor();
  const { id, office: officeId } = await params;
  const [office, t, { locale }] = await Promise.all([
    onPage(getBranchOffice(actor, idIn(id), idIn(officeId))),
    getTranslations("organization"),
    readPreferences(),
  ]);
  const since = formatIn(locale).day(office.startsOn);
  return (
    <>
      <PageHeader
        title={t("forms.endTitle", { name: office.personName })}
        lead={t("forms.endLead", { office: t(`offices.${office.kind}`), place: office.place, since })}
        back={{ href: `/branches/${id}?tab=officers`, label: t("tabs.officers") }}
      />
      <EndOfficeForm
        action={endBranchOfficeAction.bind(null, id)}
        branchId={id}
        officeId={office.id}
        version={office.version}
      />
    </>
  );
}
