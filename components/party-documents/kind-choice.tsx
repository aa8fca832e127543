import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { PartyDocumentKind } from "@/lib/core/db/generated/enums";

type KindChoiceProps = { signs: readonly { readonly kind: PartyDocumentKind; readonly sign: string }[] };

/** The kinds of own papers, each with the number that the next one gets. */
export function KindChoice({ signs }: KindChoiceProps) {
  const t = useTranslations("partyDocuments");
  if (signs.length === 0) return <Notice tone="warn" title={t("errors.noTerm")} />;
  return (
    <ul className="card grid gap-3">
      {signs.map(({ kind, sign }) => (
        <li key={kind}>
          <ButtonLink href={`/party-documents/issue?kind=${kind}`}>
            {t("issue.kindAndSign", { kind: t(`kinds.${kind}`), sign })}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
