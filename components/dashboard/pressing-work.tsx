import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { addressOf } from "@/lib/core/address";
import type { ProbationMark } from "@/lib/features/admissions/schema";
import type { TaskLine } from "@/lib/features/tasks/queries/list-tasks";
import type { DifficultyLine } from "@/lib/features/visits/queries/list-difficulties";

type PressingWorkProps = {
  marks: readonly { readonly mark: ProbationMark; readonly count: number }[];
  terms: { readonly ending: number; readonly over: number };
  difficulties: { readonly cases: readonly DifficultyLine[]; readonly others: number };
  tasks: { readonly tasks: readonly TaskLine[]; readonly others: number };
};

/** What cannot wait, in one block above the year: each line opens what it is about, each number its list. */
export function PressingWork({ marks, terms, difficulties, tasks }: PressingWorkProps) {
  const t = useTranslations();
  const probation = marks.map(({ mark, count }) => ({
    href: addressOf("/admissions", { tab: "probation", mark: String(mark) }),
    words:
      mark === "OVER"
        ? t("admissions.reminders.over", { count })
        : t("admissions.reminders.left", { count, days: mark }),
  }));
  const renewal = (["OVER", "ENDING"] as const).flatMap((standing) => {
    const count = standing === "OVER" ? terms.over : terms.ending;
    const words =
      standing === "OVER" ? t("organization.terms.over", { count }) : t("organization.terms.ending", { count });
    return count > 0 ? [{ href: addressOf("/branches/terms", { standing }), words }] : [];
  });
  const overdue = [
    ...difficulties.cases.map(({ id, branch, title, daysOverdue: days }) => ({
      href: `/difficulties/${id}`,
      words: t("difficulties.reminders.line", { branch, title, days }),
    })),
    ...tasks.tasks.map(({ id, branch, title, daysOverdue: days }) => ({
      href: `/tasks/${id}`,
      words: t("tasks.reminders.line", { branch, title, days }),
    })),
  ];
  const others = [
    {
      href: "/difficulties?standing=OVERDUE",
      count: difficulties.others,
      words: t("difficulties.reminders.others", { count: difficulties.others }),
    },
    {
      href: "/tasks?standing=OVERDUE",
      count: tasks.others,
      words: t("tasks.reminders.others", { count: tasks.others }),
    },
  ].filter(({ count }) => count > 0);
  const lines = [...overdue, ...others, ...probation, ...renewal];
  if (lines.length === 0) return null;
  return (
    <section className="screen-only" aria-label={t("dashboard.pressing")}>
      <Notice tone="warn" title={t("dashboard.pressing")}>
        <ul>
          {lines.map(({ href, words }) => (
            <li key={href}>
              <Link href={href} prefetch={false}>
                {words}
              </Link>
            </li>
          ))}
        </ul>
      </Notice>
    </section>
  );
}
