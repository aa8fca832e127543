import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { RuledOut } from "@/lib/features/ratings/rules/ruled-out";

/** The levels that are ruled out, each with every reason, where that stands and whether it is confirmed. */
export function RuledOutList({ lines }: { lines: readonly RuledOut[] }) {
  const t = useTranslations("ratings");
  const rules = useTranslations("ruleSets");
  if (lines.length === 0) return t("evidence.nothingRuledOut");
  return (
    <ul className="grid gap-1">
      {lines.map(({ level, bar, params, citation, certainty }) => (
        <li key={`${level} ${bar}`}>
          {t("evidence.bar", { level: t(`levels.${level}`), reason: t(`evidence.bars.${bar}`, params) })}
          {citation && ` (${citation})`}
          {certainty !== "CONFIRMED" && (
            <>
              {" "}
              <Tag tone="warn">{rules("unconfirmed")}</Tag>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
