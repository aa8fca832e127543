import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Place } from "@/components/shared/menu-entry";
import { Icon } from "@/components/ui/icon";
import { Tag } from "@/components/ui/tag";
import type { HomeEntry, HomePlace } from "@/lib/features/month-work/rules/home";

const icons: Readonly<Record<HomePlace, Place>> = {
  meetings: "meetings",
  work: "work",
  branch: "members",
  difficulties: "difficulties",
  visits: "visits",
  inCharge: "branches",
};

/** One way into the work, as large as a thumb: what it is, and what waits behind it. */
export function BigEntry({ entry }: { entry: HomeEntry }) {
  const t = useTranslations("monthWork");
  const { place, href, open, late, first } = entry;
  const waiting = place === "meetings" && first ? t(`groups.${first.kind}`) : t("home.open", { count: open });
  return (
    <Link href={href} prefetch={false} className="big-entry">
      <Icon name={icons[place]} />
      <span>
        <span className="block font-semibold underline">{t(`home.entries.${place}`)}</span>
        <span className="block">{open > 0 ? waiting : t(`home.quiet.${place}`)}</span>
        {late > 0 && <Tag tone="err">{t("home.late", { count: late })}</Tag>}
      </span>
    </Link>
  );
}
