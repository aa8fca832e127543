import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { addressOf } from "@/lib/core/address";

/** How many branches have a term that is over or ends soon, each number with the list behind it. */
export function TermReminders({ ending, over }: { ending: number; over: number }) {
  const t = useTranslations("organization.terms");
  if (ending + over === 0) return null;
  const item = (standing: string, word: string) => (
    <li>
      <Link href={addressOf("/branches/terms", { standing })} prefetch={false}>
        {word}
      </Link>
    </li>
  );
  return (
    <section className="screen-only" aria-label={t("reminderTitle")}>
      <Notice tone="warn" title={t("reminderTitle")}>
        <ul>
          {over > 0 && item("OVER", t("over", { count: over }))}
          {ending > 0 && item("ENDING", t("ending", { count: ending }))}
        </ul>
      </Notice>
    </section>
  );
}
