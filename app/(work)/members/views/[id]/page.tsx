import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { getViewWords, listIn } from "@/components/saved-views/get-view-words";
import { DeleteViewForm, ViewForm } from "@/components/saved-views/view-form";
import { PageHeader } from "@/components/shared/page-header";
import type { Query } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";
import { editViewAction } from "@/lib/features/saved-views/actions";
import { getOwnView } from "@/lib/features/saved-views/queries/list-views";

type ViewPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("savedViews"))("edit.title") };
}

export default async function ViewPage({ params, searchParams }: ViewPageProps) {
  const actor = await requireActor();
  const [{ id }, query] = await Promise.all([params, searchParams]);
  const [view, branches, t] = await Promise.all([
    onPage(getOwnView(actor, idIn(id))),
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("savedViews"),
  ]);
  const filtersOf = await getViewWords(branches, actor.today);
  const replacement = listIn(query);
  const list = replacement === "" ? view.list : replacement;
  return (
    <div className="grid grid-cols-1 gap-4">
      <PageHeader
        title={t(replacement === "" ? "edit.titleOf" : "edit.replaceOf", { name: view.name })}
        back={{ href: "/members/views", label: t("title") }}
      />
      <ViewForm
        action={editViewAction}
        list={list}
        filters={filtersOf(list)}
        view={view}
        canShare={view.canShare}
        backHref="/members/views"
      />
      {replacement === "" && <DeleteViewForm view={view} />}
    </div>
  );
}
