import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/shared/page-header";
import { PrintButton } from "@/components/shared/print-button";
import { LetterPaper } from "@/components/transfers/letter-paper";
import { ButtonLink } from "@/components/ui/button";
import { requireActor } from "@/lib/core/auth/require-actor";
import { idIn, onPage } from "@/lib/core/page";
import { getRegister } from "@/lib/features/organization/queries/register";
import { getLetter } from "@/lib/features/transfers/queries/get-letter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("transfers"))("letter.title") };
}

export default async function LetterPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const id = idIn((await params).id);
  const [letter, t] = await Promise.all([onPage(getLetter(actor, id)), getTranslations("transfers")]);
  const register = await onPage(getRegister(actor, letter.on));
  return (
    <>
      <div className="screen-only">
        <PageHeader
          title={t("letter.title")}
          lead={t("letter.lead")}
          back={{ href: `/transfers/${id}`, label: t("page.backTo", { name: letter.name }) }}
          actions={
            <>
              <PrintButton>{t("letter.print")}</PrintButton>
              <ButtonLink href={`/api/export/transfer-letter/${id}`} download>
                {t("letter.take")}
              </ButtonLink>
            </>
          }
        />
      </div>
      <LetterPaper letter={letter} register={register} />
    </>
  );
}
