import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DecideAllForm } from "@/components/imports/decide-all-form";
import { DoubtfulRowCard } from "@/components/imports/doubtful-row-card";
import { PageHeader } from "@/components/shared/page-header";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { listDoubtfulRows } from "@/lib/features/imports/queries/list-doubtful-rows";

const SHOWN = 10;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports.duplicates"))("title") };
}

export default async function DuplicatesPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [found, t] = await Promise.all([onPage(listDoubtfulRows(actor, id, SHOWN)), getTranslations("imports")]);
  const back = { href: `/imports/${id}`, label: t("backTo", { file: found.roster.fileName }) };
  return (
    <div className="grid gap-5">
      <PageHeader title={t("duplicates.title")} lead={t("duplicates.lead")} back={back} />
      {found.total === 0 ? (
        <>
          <Notice tone="ok">{t("duplicates.done")}</Notice>
          <Actions>
            <ButtonLink href={`/imports/${id}`} tone="primary">
              {t("duplicates.toCheck")}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <>
          <p role="status" className="font-semibold">
            {t("duplicates.left", { count: found.total })}
          </p>
          {found.rows.map((row) => (
            <DoubtfulRowCard key={row.line} importId={id} row={row} mayAdd={found.mayAdd} />
          ))}
          {found.total > 1 && <DecideAllForm importId={id} mayAdd={found.mayAdd} />}
        </>
      )}
    </div>
  );
}
