import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { OutcomeRows } from "@/components/imports/outcome-rows";
import { PageHeader } from "@/components/shared/page-header";
import { Pagination } from "@/components/ui/pagination";
import { addressOf, type Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listOutcomeRows } from "@/lib/features/imports/queries/list-outcome-rows";
import { outcomeRowsInput } from "@/lib/features/imports/schema/forms";

type RowsPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function OutcomeRowsPage({ params, searchParams }: RowsPageProps) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const parsed = outcomeRowsInput.safeParse(await searchParams);
  if (!parsed.success) notFound();
  const { outcome, page, size } = parsed.data;
  const [found, t] = await Promise.all([
    onPage(listOutcomeRows(actor, id, outcome, { page, size })),
    getTranslations("imports"),
  ]);
  const words = { outcome: t(`outcomes.${outcome}`) };
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("rows.title", words)}
        back={{ href: `/imports/${id}`, label: t("backTo", { file: found.roster.fileName }) }}
      />
      <OutcomeRows caption={t("rows.caption", words)} rows={found.rows} />
      <Pagination
        total={found.total}
        page={page}
        size={size}
        hrefFor={(at, of) => addressOf(`/imports/${id}/rows`, { outcome, page: at, size: of === "all" ? 100 : of })}
      />
    </div>
  );
}
