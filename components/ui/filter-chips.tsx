import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";

export type FilterChip = { label: string; value: string; removeHref: string };

/** The filters in use, each removable, and one link that removes them all. */
export function FilterChips({ chips, clearHref }: { chips: readonly FilterChip[]; clearHref: string }) {
  const t = useTranslations("common.list");
  if (chips.length === 0) return null;
  return (
    <nav aria-label={t("filters")}>
      <ul className="chips">
        {chips.map((chip) => {
          const words = `${chip.label}: ${chip.value}`;
          return (
            <li key={words}>
              <Link
                href={chip.removeHref}
                className="chip"
                prefetch={false}
                aria-label={t("removeFilter", { filter: words })}
              >
                {words}
                <Icon name="remove" />
              </Link>
            </li>
          );
        })}
        <li>
          <Link href={clearHref} className="chips-clear" prefetch={false}>
            {t("clearFilters")}
          </Link>
        </li>
      </ul>
    </nav>
  );
}
