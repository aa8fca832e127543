import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EndSeatForm } from "@/components/committee/committee-forms";
import { PageHeader } from "@/components/shared/page-header";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { listAssignments } from "@/lib/features/assignments/queries/assignments";
import { findSeat } from "@/lib/features/organization/queries/committee";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("committee.form"))("endTitle") };
}

export default async function EndSeatPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const [seat, board, t, words, { locale }] = await Promise.all([
    onPage(findSeat(actor, (await params).id)),
    onPage(listAssignments(actor, actor.today)),
    getTranslations("committee"),
    getTranslations("assignments"),
    readPreferences(),
  ]);
  if (!seat) notFound();
  const charged = board?.branches.filter((branch) => branch.places.some((place) => place.memberId === seat.memberId));
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("form.endTitle")} back={{ href: "/committee", label: t("form.cancel") }} />
      <Card>
        <DescriptionList
          facts={[
            { term: t("person"), value: seat.memberName },
            { term: t("seat"), value: words(`seats.${seat.kind}`) },
            { term: t("term"), value: seat.termName },
            { term: t("since"), value: formatIn(locale).period(seat.startsOn, seat.lastDay) },
          ]}
        />
      </Card>
      {charged && charged.length > 0 && (
        <Notice tone="warn" title={t("form.stillInCharge", { count: charged.length })}>
          {charged.map((branch) => branch.name).join(", ")}
        </Notice>
      )}
      <EndSeatForm id={seat.id} version={seat.version} />
    </div>
  );
}
