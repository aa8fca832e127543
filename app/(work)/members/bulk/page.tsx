import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BulkEditList } from "@/components/bulk-edits/bulk-edit-list";
import { FieldForm } from "@/components/bulk-edits/field-form";
import { ValueForm } from "@/components/bulk-edits/value-form";
import { getViewWords, listIn } from "@/components/saved-views/get-view-words";
import { membersHref } from "@/components/saved-views/view-links";
import { PageHeader } from "@/components/shared/page-header";
import { Notice } from "@/components/ui/notice";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { parseDay } from "@/lib/core/day";
import { onPage } from "@/lib/core/page";
import { getBulkChoice } from "@/lib/features/bulk-edits/queries/get-bulk-choice";
import { listBulkEdits } from "@/lib/features/bulk-edits/queries/get-bulk-edit";
import { bulkFieldInput } from "@/lib/features/bulk-edits/schema";
import { memberListInput } from "@/lib/features/members/schema";
import { listBranchChoices } from "@/lib/features/organization/queries/branches";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("bulkEdits"))("title") };
}

export default async function BulkEditPage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const query = await searchParams;
  const list = listIn(query);
  const filters = memberListInput.parse(Object.fromEntries(new URLSearchParams(list)));
  const on = parseDay(filters.on);
  const field = bulkFieldInput.parse(textIn(query, "field"));
  const [choice, edits, branches, t] = await Promise.all([
    onPage(getBulkChoice(actor, filters, on.kind === "day" ? on.day : actor.today, field)),
    onPage(listBulkEdits(actor)),
    onPage(listBranchChoices(actor, actor.today)),
    getTranslations("bulkEdits"),
  ]);
  const filtersOf = await getViewWords(branches, actor.today);
  const backHref = membersHref(list);
  return (
    <div className="grid grid-cols-1 gap-5">
      <PageHeader title={t("title")} lead={t("lead")} back={{ href: backHref, label: t("back") }} />
      {choice.isTooMany && (
        <Notice tone="warn">{t("choose.tooMany", { total: choice.total, most: choice.most })}</Notice>
      )}
      {choice.total === 0 && <Notice>{t("choose.none")}</Notice>}
      <FieldForm list={list} filters={filtersOf(list)} total={choice.total} field={field} />
      {field !== null && choice.members.length > 0 && (
        <ValueForm key={field} list={list} field={field} choice={choice} backHref={backHref} />
      )}
      {edits.length > 0 && <BulkEditList edits={edits} />}
    </div>
  );
}
