import { useTranslations } from "next-intl";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import type { Format } from "@/lib/core/i18n/format";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { CardGroup, Goal, NumberCard } from "@/lib/features/dashboard/rules/cards";

/* On paper every card becomes a line: the number, its word, its note. */
const paperList = [
  "grid gap-4 print:gap-1.5",
  "print:[&>section>div]:block print:[&_.stat]:flex print:[&_.stat]:items-baseline print:[&_.stat]:gap-2",
  "print:[&_.stat-number]:w-12 print:[&_.stat-number]:flex-none print:[&_.stat-number]:text-[9.5pt] print:[&_.stat-number]:leading-tight",
  "print:[&_.field-hint]:text-[8pt]",
].join(" ");

/** The year's numbers as cards, each opening its list. */
export function CardGroups({ groups }: { groups: readonly CardGroup[] }) {
  const t = useTranslations("dashboard");
  return (
    <div className={paperList}>
      {groups.map((group) => (
        <section key={group.key} className="grid gap-2 print:gap-0.5" aria-labelledby={`group-${group.key}`}>
          <h2 id={`group-${group.key}`} className="text-h3 print:text-[10pt]">
            {t(`groups.${group.key}`)}
          </h2>
          <StatCards>
            {group.cards.map((card) => (
              <FigureCard key={card.key} card={card} />
            ))}
          </StatCards>
        </section>
      ))}
    </div>
  );
}

function FigureCard({ card }: { card: NumberCard }) {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const notes = [fractionOf(card, format, t), goalOf(card.goal, format, t)].filter((note) => note !== null);
  return (
    <StatCard
      value={valueOf(card, format, t)}
      label={t(`cards.${card.key}`)}
      note={notes.length > 0 ? notes.join("; ") : undefined}
      href={card.href ?? undefined}
    />
  );
}

type Words = ReturnType<typeof useTranslations<"dashboard">>;

function valueOf({ value }: NumberCard, format: Format, t: Words): string {
  if (value.kind === "count") return value.count === null ? t("few") : format.number(value.count);
  if (value.kind === "level") return value.level === null ? t("cards.noRating") : t(`levelLabels.${value.level}`);
  return value.share.percentTenths === null ? "–" : format.percent(value.share.percentTenths / 1000);
}

function fractionOf({ key, value }: NumberCard, format: Format, t: Words): string | null {
  if (value.kind !== "share") return null;
  const share = `${format.number(value.share.numerator)}/${format.number(value.share.denominator)}`;
  if (key === "rated") return t("cards.ratedNote", { share });
  return key === "branchesRated" ? t("cards.branchesRatedNote", { share }) : share;
}

function goalOf(goal: Goal | null, format: Format, t: Words): string | null {
  if (goal === null) return null;
  if (goal.kind === "count") return t("cards.inspectionsGoal", { target: goal.value });
  return t("cards.goal", { target: format.percent(goal.value / 1000) });
}
