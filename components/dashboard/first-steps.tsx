import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { FirstStep } from "@/lib/features/dashboard/rules/first-steps";

/** What to enter first in a new register, each with the way there; what is done is plain. */
export function FirstSteps({ steps }: { steps: readonly FirstStep[] }) {
  const t = useTranslations("dashboard.first");
  return (
    <Card title={t("title")}>
      <ol className="grid list-decimal gap-2 pl-6">
        {steps.map(({ key, href, done }) => (
          <li key={key}>
            <span className="flex flex-wrap items-center gap-x-3">
              <Link href={href} prefetch={false} className="list-act">
                {t(key)}
              </Link>
              {done && <span className="text-ink-2">{t("done")}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
