import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { addressOf } from "@/lib/core/address";
import type { ProbationMark } from "@/lib/features/admissions/schema";

type ProbationRemindersProps = { marks: readonly { readonly mark: ProbationMark; readonly count: number }[] };

/** Whose probation ends soon or is over, the most pressing first, each number with the list behind it. */
export function ProbationReminders({ marks }: ProbationRemindersProps) {
  const t = useTranslations("admissions.reminders");
  if (marks.length === 0) return null;
  return (
    <section className="screen-only" aria-label={t("title")}>
      <Notice tone="warn" title={t("title")}>
        <ul>
          {marks.map(({ mark, count }) => (
            <li key={mark}>
              <Link href={addressOf("/admissions", { tab: "probation", mark: String(mark) })} prefetch={false}>
                {mark === "OVER" ? t("over", { count }) : t("left", { count, days: mark })}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
