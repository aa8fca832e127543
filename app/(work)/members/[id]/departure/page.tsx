import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DepartureCheck, DepartureForm, departureReasons } from "@/components/members/departure-forms";
import { PageHeader } from "@/components/shared/page-header";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { isDay } from "@/lib/core/day";
import { idIn, onPage } from "@/lib/core/page";
import { getMember } from "@/lib/features/members/queries/get-member";

type DeparturePageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("departure.title") };
}

export default async function DeparturePage({ params, searchParams }: DeparturePageProps) {
  const actor = await requireActor();
  const [{ id: address }, query] = await Promise.all([params, searchParams]);
  const id = idIn(address);
  const [member, t] = await Promise.all([onPage(getMember(actor, id)), getTranslations("members")]);
  if (!member.can.move || !member.branch) forbidden();

  const back = { href: `/members/${id}`, label: t("page.backTo", { name: member.fullName }) };
  const draft = {
    reason: textIn(query, "reason"),
    lastDay: textIn(query, "lastDay"),
    decisionNumber: textIn(query, "decisionNumber").slice(0, 60),
  };
  const { lastDay, decisionNumber } = draft;
  const reason = departureReasons.find((one) => one === draft.reason);
  if (textIn(query, "step") === "check" && reason && isDay(lastDay)) {
    return (
      <>
        <PageHeader title={t("departure.checkTitle", { name: member.fullName })} back={back} />
        <DepartureCheck
          memberId={id}
          version={member.version}
          branchName={member.branch.name}
          reason={reason}
          lastDay={lastDay}
          decisionNumber={decisionNumber}
          changeHref={addressOf(`/members/${id}/departure`, draft)}
        />
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("departure.titleOf", { name: member.fullName })} lead={t("departure.lead")} back={back} />
      <DepartureForm memberId={id} draft={draft} />
    </>
  );
}
