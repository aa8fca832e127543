import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DisciplineFacts } from "@/components/disciplines/discipline-facts";
import { WithdrawDisciplineForm } from "@/components/disciplines/discipline-forms";
import { PageHeader } from "@/components/shared/page-header";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getDisciplineToWithdraw } from "@/lib/features/disciplines/queries/get-discipline";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("disciplines.withdraw"))("open") };
}

export default async function WithdrawDisciplinePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [of, t] = await Promise.all([onPage(getDisciplineToWithdraw(actor, id)), getTranslations("disciplines")]);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t("withdraw.title", { number: of.decisionNumber })}
        lead={t("view.title", { form: t(`forms.${of.form}`), name: of.name })}
        back={{ href: `/disciplines/${id}`, label: of.decisionNumber }}
      />
      <p className="prose-line">{t("withdraw.lead")}</p>
      <DisciplineFacts of={of} />
      <WithdrawDisciplineForm of={of} />
    </div>
  );
}
