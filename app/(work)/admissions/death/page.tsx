import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DeathCheck, DeathForm } from "@/components/admissions/departure-forms";
import { PageHeader } from "@/components/shared/page-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { isDay } from "@/lib/core/day";
import { idIn, onPage } from "@/lib/core/page";
import { getMember } from "@/lib/features/members/queries/get-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admissions"))("death.title") };
}

export default async function DeathPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const id = idIn(textIn(query, "member"));
  const [member, t] = await Promise.all([onPage(getMember(actor, id)), getTranslations("admissions")]);
  if (!member.can.move || !member.branch) forbidden();
  const draft = { diedOn: textIn(query, "diedOn"), reason: textIn(query, "reason").slice(0, 200) };
  const back = { href: `/members/${id}`, label: t("page.backTo", { name: member.fullName }) };
  const { diedOn, reason } = draft;
  if (textIn(query, "step") === "check" && isDay(diedOn)) {
    return (
      <>
        <PageHeader title={t("death.checkTitle", { name: member.fullName })} back={back} />
        <DeathCheck
          memberId={id}
          branch={member.branch.name}
          diedOn={diedOn}
          reason={reason}
          changeHref={addressOf("/admissions/death", { member: id, ...draft })}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("death.titleOf", { name: member.fullName })} lead={t("death.lead")} back={back} />
      <DeathForm memberId={id} draft={draft} />
    </>
  );
}
