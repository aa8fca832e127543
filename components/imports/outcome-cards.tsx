import { useTranslations } from "next-intl";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ImportView } from "@/lib/features/imports/queries/get-import";

const shown = ["ADD", "UPDATE", "SAME", "SKIP", "DECIDE", "REPAIR"] as const;

/** How many rows come out how; each number opens its rows. */
export function OutcomeCards({ roster, opens }: { roster: ImportView; opens: "rows" | "nothing" }) {
  const t = useTranslations("imports");
  const format = useFormat();
  return (
    <StatCards>
      {shown
        .filter((outcome) => outcome !== "DECIDE" || roster.counts.DECIDE > 0)
        .map((outcome) => (
          <StatCard
            key={outcome}
            value={format.number(roster.counts[outcome])}
            label={t(`outcomes.${outcome}`)}
            href={
              opens === "rows" && roster.counts[outcome] > 0
                ? `/imports/${roster.id}/rows?outcome=${outcome}`
                : undefined
            }
          />
        ))}
    </StatCards>
  );
}
