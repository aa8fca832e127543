import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getViewWords, listIn } from "@/components/saved-views/get-view-words";
import { ViewForm } from "@/components/saved-views/view-form";
import { membersHref } from "@/components/saved-views/view-links";
import { ViewTable } from "@/components/saved-views/view-table";
import { PageHeader } from "@/components/shared/page-header";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { onPage } from "@/lib/core/page";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";
import { saveViewAction } from "@/lib/features/saved-views/actions";
import { listViews } from "@/lib/features/saved-views/queries/list-views";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("savedViews"))("form.title") };
}

export default async function NewViewPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const list = listIn(await searchParams);
  const [{ views, can }, branches, t] = await Promise.all([
    onPage(listViews(actor)),
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("savedViews"),
  ]);
  const filtersOf = await getViewWords(branches, actor.today);
  if (!can.keep) forbidden();
  const own = views.filter((view) => view.can.edit);
  const backHref = membersHref(list);
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader title={t("form.title")} lead={t("form.lead")} back={{ href: backHref, label: t("back") }} />
      <ViewForm
        action={saveViewAction}
        list={list}
        filters={filtersOf(list)}
        canShare={can.share}
        backHref={backHref}
      />
      {own.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-h3">{t("form.orReplace")}</h2>
          <ViewTable views={own} filtersOf={filtersOf} list={list} />
        </section>
      )}
    </div>
  );
}
