import Link from "next/link";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { Certainty } from "@/lib/features/rule-sets/schema";

type Cited = { readonly citation: string | null; readonly certainty: Certainty };

/** The document a figure rests on; marked where one of the values behind it has not been confirmed. */
export function RuleCitation({ document, parts }: { document: string; parts: readonly Cited[] }) {
  const t = useTranslations("ruleSets");
  const isConfirmed = parts.every((part) => part.certainty === "CONFIRMED");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Link href="/ratings/rules" prefetch={false}>
        {document}
      </Link>
      {!isConfirmed && <Tag tone="warn">{t("unconfirmed")}</Tag>}
    </span>
  );
}
