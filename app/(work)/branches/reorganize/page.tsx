import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChooseForm } from "@/components/reorganizations/choose-form";
import { PlanForm } from "@/components/reorganizations/plan-form";
import { UnfinishedList } from "@/components/reorganizations/unfinished-list";
import { PageHeader } from "@/components/shared/page-header";
import { type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { formatIn } from "@/lib/core/i18n/format";
import { readPreferences } from "@/lib/core/i18n/read-preferences";
import { onPage } from "@/lib/core/page";
import { getReorganizationDraft, listReorganizable } from "@/lib/features/reorganizations/queries/get-draft";
import { reorganizationChoice } from "@/lib/features/reorganizations/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reorganizations"))("title") };
}

export default async function ReorganizePage({ searchParams }: { searchParams: Promise<Query> }) {
  const actor = await requireActor();
  const [query, t, { locale }] = await Promise.all([
    searchParams,
    getTranslations("reorganizations"),
    readPreferences(),
  ]);
  const parsed = reorganizationChoice.safeParse(query);
  const isChosen = parsed.success && parsed.data.from.length > 0 && textIn(query, "step") !== "choose";
  if (!isChosen) {
    const branches = await onPage(listReorganizable(actor));
    const chosen = {
      kind: textIn(query, "kind"),
      from: textIn(query, "from").split(","),
      survivorId: textIn(query, "survivorId"),
      parts: textIn(query, "parts"),
      effectiveOn: textIn(query, "effectiveOn"),
    };
    const isIncomplete = Object.keys(query).length > 0 && textIn(query, "step") !== "choose";
    return (
      <div className="grid gap-4">
        <PageHeader title={t("title")} lead={t("choose.lead")} back={{ href: "/branches", label: t("page.back") }} />
        <ChooseForm branches={branches} chosen={chosen} isIncomplete={isIncomplete} />
      </div>
    );
  }
  const choice = parsed.data;
  const draft = await onPage(getReorganizationDraft(actor, choice));
  const again = new URLSearchParams({ step: "choose", kind: choice.kind, effectiveOn: textIn(query, "effectiveOn") });
  for (const id of choice.from) again.append("from", id);
  const lead = `${draft.olds.map((branch) => branch.name).join(", ")}. ${t("plan.lead", { day: formatIn(locale).day(choice.effectiveOn) })}`;
  return (
    <div className="grid max-w-3xl gap-4">
      <PageHeader
        title={t("plan.title", { kind: choice.kind })}
        lead={lead}
        back={{ href: `/branches/reorganize?${again}`, label: t("plan.back") }}
      />
      <UnfinishedList things={draft.unfinished} />
      <PlanForm choice={choice} draft={draft} backHref="/branches" />
    </div>
  );
}
