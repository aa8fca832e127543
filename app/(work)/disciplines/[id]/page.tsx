import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ComplaintCards } from "@/components/disciplines/complaint-cards";
import { DisciplineFacts } from "@/components/disciplines/discipline-facts";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { PrintHeader } from "@/components/ui/print-header";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getDiscipline } from "@/lib/features/disciplines/queries/get-discipline";
import { getRegister } from "@/lib/features/organization/queries/register";

const doneWords = [
  ...(["recorded", "confirmed", "withdrawn"] as const),
  ...(["complaintRecorded", "complaintEntered", "complaintSettled", "complaintWithdrawn"] as const),
] as const;

type DisciplinePageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/* The name of who was disciplined stays out of the browser's title and history. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disciplines"))("title") };
}

export default async function DisciplinePage({ params, searchParams }: DisciplinePageProps) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [of, register, t, { locale }] = await Promise.all([
    onPage(getDiscipline(actor, id)),
    onPage(getRegister(actor)),
    getTranslations("disciplines"),
    readPreferences(),
  ]);
  const query = await searchParams;
  const done = doneWords.find((one) => one === textIn(query, "done"));
  const title = t("view.title", { form: t(`forms.${of.form}`), name: of.name });
  return (
    <div className="grid grid-cols-1 gap-4">
      <PrintHeader
        bodyName={register.name ?? ""}
        title={title}
        printedAt={formatIn(locale).moment(new Date())}
        printedBy={actor.displayName}
      />
      <PageHeader
        title={title}
        back={of.hasList ? { href: "/disciplines", label: t("back") } : undefined}
        actions={
          <>
            {of.can.confirm && (
              <ButtonLink href={`/disciplines/${id}/confirm`} tone="primary">
                {t("confirm.open")}
              </ButtonLink>
            )}
            {of.can.withdraw && <ButtonLink href={`/disciplines/${id}/withdraw`}>{t("withdraw.open")}</ButtonLink>}
            {of.can.correct && <ButtonLink href={`/disciplines/new?corrects=${id}`}>{t("correct.open")}</ButtonLink>}
            {of.can.complain && (
              <ButtonLink href={`/disciplines/${id}/complaints/new`}>{t("complaints.record.open")}</ButtonLink>
            )}
          </>
        }
      />
      {done && <ResultBanner>{t(`done.${done}`)}</ResultBanner>}
      <DisciplineFacts of={of} />
      <ComplaintCards of={of} />
    </div>
  );
}
