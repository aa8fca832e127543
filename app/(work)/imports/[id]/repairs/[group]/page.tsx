import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RepairLines } from "@/components/imports/repair-groups";
import { getRepairWords } from "@/components/imports/repair-words";
import { PageHeader } from "@/components/shared/page-header";
import { Pagination } from "@/components/ui/pagination";
import { addressOf, type Query, textIn } from "@/lib/core/address";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { findRepairGroup } from "@/lib/features/imports/queries/list-repairs";

type RepairsPageProps = { params: Promise<{ id: string; group: string }>; searchParams: Promise<Query> };

const SIZE = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.check"))("repairs") };
}

export default async function RepairsPage({ params, searchParams }: RepairsPageProps) {
  const actor = await requireActor();
  const { id: address, group } = await params;
  const id = idIn(address);
  const page = Math.max(1, Math.trunc(Number(textIn(await searchParams, "page"))) || 1);
  const [found, words, t] = await Promise.all([
    onPage(findRepairGroup(actor, id, Number(group), { page, size: SIZE })),
    getRepairWords(),
    getTranslations("imports"),
  ]);
  if (!found) notFound();
  const back = { href: `/imports/${id}`, label: t("backTo", { file: found.roster.fileName }) };
  return (
    <div className="grid gap-4">
      <PageHeader title={words.title(found.group)} lead={words.todo(found.group.kind)} back={back} />
      <RepairLines group={found.group} words={words} />
      <Pagination
        total={found.group.total}
        page={page}
        size={SIZE}
        hrefFor={(at) => addressOf(`/imports/${id}/repairs/${group}`, { page: at })}
      />
    </div>
  );
}
