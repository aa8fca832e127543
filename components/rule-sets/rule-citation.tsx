import Link from "next/link";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { Certainty } from "@/lib/features/rule-sets/schema";

type Part = "share" | "base" | "rounding" | "scope" | "newMember" | "months";
type Parts = Readonly<Partial<Record<Part, { readonly certainty: Certainty }>>>;

/** The document a figure rests on; the values behind it that have not been confirmed are named. */
export function RuleCitation({ document, parts }: { document: string; parts: Parts }) {
  const t = useTranslations("ruleSets");
  const names = ["share", "base", "scope", "rounding", "newMember", "months"] as const;
  const unsure = names.filter((name) => parts[name] && parts[name].certainty !== "CONFIRMED");
  const words = unsure.map((name) => t(`parts.${name}`)).join(", ");
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Link href="/ratings/rules" prefetch={false}>
        {document}
      </Link>
      {unsure.length > 0 && (
        <>
          <Tag tone="warn">{t("unconfirmed")}</Tag>
          <span>{words}</span>
        </>
      )}
    </span>
  );
}
