import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OpenBodyMeetingForm } from "@/components/meetings/body-forms";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { findBodyForm } from "@/lib/features/meetings/queries/find-body-form";
import { askedBody } from "@/lib/features/meetings/schema/bodies";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("bodies.open") };
}

export default async function NewBodyMeetingPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const body = askedBody.parse(textIn(await searchParams, "body"));
  if (body === null) notFound();
  const [form, t, { locale }] = await Promise.all([
    onPage(findBodyForm(actor, body)),
    getTranslations("meetings"),
    readPreferences(),
  ]);
  if (!form) notFound();
  const name = t(`bodies.names.${body}`);
  const back = "/meetings/bodies";
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("bodies.form.openTitle", { body: name })}
        lead={
          form.last
            ? t("bodies.form.copied", { day: formatIn(locale).day(form.last.heldOn) })
            : t("bodies.form.first", { body: name })
        }
        back={{ href: back, label: t("bodies.back") }}
      />
      <OpenBodyMeetingForm form={form} backHref={back} />
    </div>
  );
}
