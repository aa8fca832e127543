import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DifferencesForm } from "@/components/imports/differences-form";
import { PageHeader } from "@/components/shared/page-header";
import { Pagination } from "@/components/ui/pagination";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listDifferences } from "@/lib/features/imports/queries/list-differences";

type DifferencesPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

/* So few that all ticks of a page fit into one form. */
const SIZE = 25;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("differences.title") };
}

export default async function DifferencesPage({ params, searchParams }: DifferencesPageProps) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const page = Math.max(1, Number.parseInt(textIn(await searchParams, "page"), 10) || 1);
  const [found, t] = await Promise.all([
    onPage(listDifferences(actor, id, { page, size: SIZE })),
    getTranslations("imports"),
  ]);
  return (
    <div className="grid gap-4">
      <PageHeader
        title={t("differences.title")}
        lead={t("differences.lead")}
        back={{ href: `/imports/${id}`, label: t("backTo", { file: found.roster.fileName }) }}
      />
      <DifferencesForm importId={id} rows={found.rows} />
      <Pagination
        total={found.total}
        page={page}
        size={SIZE}
        hrefFor={(at) => addressOf(`/imports/${id}/differences`, { page: at })}
      />
    </div>
  );
}
