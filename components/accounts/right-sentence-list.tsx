import { useTranslations } from "next-intl";
import type { RightSentence } from "@/lib/features/accounts/rules/right-sentences";

/** What a person sees, in sentences made from the table of rights. */
export function RightSentenceList({ sentences }: { sentences: readonly RightSentence[] }) {
  const t = useTranslations("accounts");
  if (sentences.length === 0) return <p>{t("page.seesNothing")}</p>;
  return (
    <>
      <p className="prose-line text-ink-2">{t("page.seesLead")}</p>
      <ul className="mt-3 grid list-disc gap-1 pl-5">
        {sentences.map(({ resource, scope, verbs, branches }) => (
          <li key={`${resource} ${scope}`}>
            {t("rights.sentence", {
              verbs: verbs.map((verb) => t(`rights.verbs.${verb}`)).join(", "),
              what: t(`rights.resources.${resource}`),
              where: t(`rights.scopes.${scope}`, { resource, branches: branches.join(", ") }),
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
