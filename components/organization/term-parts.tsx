import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchTermView } from "@/lib/features/organization/queries/branch-terms";
import type { TermStanding } from "@/lib/features/organization/schema/branch-terms";

/** How a branch stands with its term, in a word. */
export function TermStandingTag({ standing }: { standing: TermStanding }) {
  const t = useTranslations("organization.terms.standings");
  return <Tag tone={standing === "RUNNING" ? "ok" : "warn"}>{t(standing)}</Tag>;
}

/** The days of a term; an end that was reckoned and not decided names its document, which is not confirmed. */
export function TermEnd({ term }: { term: BranchTermView }) {
  const t = useTranslations("organization.terms");
  const rules = useTranslations("ruleSets");
  const format = useFormat();
  return (
    <>
      {format.period(term.startsOn, term.lastDay)}
      {term.endsBy && (
        <span className="block text-ink-2 text-small">
          {t("endsBy", { document: term.endsBy.document })}{" "}
          {!term.endsBy.isConfirmed && <Tag tone="warn">{rules("unconfirmed")}</Tag>}
        </span>
      )}
    </>
  );
}
