import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { OrderFileForm } from "@/components/members/order-file-form";
import { PageHeader } from "@/components/shared/page-header";
import { NoPermission } from "@/components/ui/states";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { parseDay } from "@/lib/core/day";
import { onPage } from "@/lib/core/page";
import { listMembers } from "@/lib/features/members/queries/list-members";
import { memberListInput } from "@/lib/features/members/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("exports"))("order.title") };
}

export default async function OrderFilePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const asked = Object.fromEntries(Object.keys(query).map((name) => [name, textIn(query, name)]));
  const filters = memberListInput.parse(asked);
  const parsed = parseDay(filters.on);
  const on = parsed.kind === "day" ? parsed.day : actor.today;
  const [found, t] = await Promise.all([
    onPage(listMembers(actor, filters, on, { page: 1, size: 1 })),
    getTranslations("exports"),
  ]);
  if (!found.can.exportSensitive) return <NoPermission />;
  const backHref = addressOf("/members", asked);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("order.title")}
        lead={t("order.lead", { count: found.total })}
        back={{ href: backHref, label: t("order.back") }}
      />
      <OrderFileForm list={new URLSearchParams(asked).toString()} backHref={backHref} />
    </div>
  );
}
