import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ReorganizationScreen } from "@/components/reorganizations/reorganization-screen";
import { PrintHeader } from "@/components/ui/print-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getReorganization } from "@/lib/features/reorganizations/queries/get-reorganization";

type ReorganizationPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reorganizations"))("list.title") };
}

export default async function ReorganizationPage({ params, searchParams }: ReorganizationPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [reorganization, register, { locale }] = await Promise.all([
    onPage(getReorganization(actor, idIn(id))),
    onPage(getRegister(actor)),
    readPreferences(),
  ]);
  return (
    <>
      <PrintHeader
        bodyName={register.name ?? ""}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <ReorganizationScreen reorganization={reorganization} done={textIn(query, "done")} />
    </>
  );
}
