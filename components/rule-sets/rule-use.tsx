import Link from "next/link";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { CharterParameters } from "@/lib/features/rule-sets/schema";

type RuleUseProps = { rule: { document: string; unsure: readonly (keyof CharterParameters)[] } };

/** The document something was done under; those of its values there that have not been confirmed are named. */
export function RuleUse({ rule: { document, unsure } }: RuleUseProps) {
  const t = useTranslations("ruleSets");
  const names = unsure.map((name) => t(`parameters.${name}`)).join("; ");
  return (
    <p className="text-ink-2 text-small">
      <Link href="/ratings/rules" prefetch={false}>
        {t("use", { document })}
      </Link>
      {unsure.length > 0 && (
        <>
          {" "}
          <Tag tone="warn">{t("unconfirmed")}</Tag> {names}
        </>
      )}
    </p>
  );
}
