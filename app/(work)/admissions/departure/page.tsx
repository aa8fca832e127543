import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DepartureForm } from "@/components/admissions/departure-forms";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { typedForm } from "@/lib/core/day";
import { idIn, onPage } from "@/lib/core/page";
import { getDepartureForm } from "@/lib/features/admissions/queries/dossier-forms";
import { departureKinds } from "@/lib/features/admissions/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("departure.title") };
}

export default async function DeparturePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const id = idIn(textIn(query, "member"));
  const kind = departureKinds.find((one) => one === textIn(query, "kind"));
  if (!kind) notFound();
  const [form, t] = await Promise.all([onPage(getDepartureForm(actor, id, kind)), getTranslations("admissions")]);
  if (!form.can.open) forbidden();
  return (
    <>
      <PageHeader
        title={t("departure.titleOf", { kind: t(`kinds.${kind}`), name: form.name })}
        lead={t("departure.lead")}
        back={{ href: `/members/${id}`, label: t("page.backTo", { name: form.name }) }}
      />
      <DepartureForm memberId={id} kind={kind} grounds={form.grounds} today={typedForm(actor.today)} />
    </>
  );
}
