import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MoveCheck, MoveForm } from "@/components/members/move-forms";
import { PageHeader } from "@/components/shared/page-header";
import { EmptyState } from "@/components/ui/states";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { isDay } from "@/lib/core/day";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { idIn, onPage } from "@/lib/core/page";
import { getMember } from "@/lib/features/members/queries/get-member";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

type MovePageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("members"))("move.title") };
}

export default async function MovePage({ params, searchParams }: MovePageProps) {
  const actor = await requireActor();
  const [{ id: address }, query] = await Promise.all([params, searchParams]);
  const id = idIn(address);
  const [member, branches, t, { locale }] = await Promise.all([
    onPage(getMember(actor, id)),
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("members"),
    readPreferences(),
  ]);
  if (!member.can.move) forbidden();

  const back = { href: `/members/${id}`, label: t("page.backTo", { name: member.fullName }) };
  const current = member.memberships.find((row) => row.kind === "OFFICIAL" && row.endsOn === null);
  if (!current) {
    return (
      <>
        <PageHeader title={t("move.titleOf", { name: member.fullName })} back={back} />
        <EmptyState title={t("move.notInBranch")} />
      </>
    );
  }
  const draft = {
    branchId: textIn(query, "branchId"),
    effectiveOn: textIn(query, "effectiveOn"),
    decisionNumber: textIn(query, "decisionNumber").slice(0, 60),
  };
  const { effectiveOn, decisionNumber } = draft;
  const to = branches.find((branch) => branch.id === draft.branchId);
  if (textIn(query, "step") === "check" && to && isDay(effectiveOn)) {
    return (
      <>
        <PageHeader title={t("move.checkTitle", { name: member.fullName })} back={back} />
        <MoveCheck
          memberId={id}
          version={member.version}
          from={{ name: current.branch.name, since: current.startsOn }}
          to={to}
          effectiveOn={effectiveOn}
          decisionNumber={decisionNumber}
          changeHref={addressOf(`/members/${id}/move`, draft)}
        />
      </>
    );
  }
  const since = formatIn(locale).day(current.startsOn);
  return (
    <>
      <PageHeader
        title={t("move.titleOf", { name: member.fullName })}
        lead={t("move.lead", { branch: current.branch.name, since })}
        back={back}
      />
      <MoveForm
        memberId={id}
        branches={branches
          .filter((one) => one.id !== current.branchId)
          .map(({ id: value, name: label }) => ({ value, label }))}
        draft={draft}
      />
    </>
  );
}
