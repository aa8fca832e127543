import Link from "next/link";
import { useTranslations } from "next-intl";
import { RuleCitation } from "@/components/rule-sets/rule-citation";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { CapView } from "@/lib/features/ratings/queries/find-round";

type CapCardProps = {
  of: "members" | "branches";
  cap: CapView;
  scope: "PARTY_COMMITTEE" | "BRANCH";
  document: string;
  proposedHref: string;
};

/** The cap on excellent as it stands, with its formula and the document it comes from. */
export function CapCard({ of, cap, scope, document, proposedHref }: CapCardProps) {
  const t = useTranslations("ratings.cap");
  const format = useFormat();
  const { excellent, allowed, numerator, denominator, baseCount, base, proposed, rule } = cap;
  const ahead = excellent + proposed;
  return (
    <Card title={t("title")}>
      <div className="grid gap-3">
        <Progress label={t(of, { excellent, allowed })} done={Math.min(excellent, allowed)} total={allowed} />
        <p>{t("formula", { share: format.percent(numerator / denominator), baseCount, base, allowed, scope })}</p>
        <p className="text-ink-2">
          {t.rich("accordingTo", {
            document: () => <RuleCitation document={document} parts={rule} />,
          })}
        </p>
        {excellent > allowed && <Notice tone="warn">{t("overNow", { excellent, allowed })}</Notice>}
        {excellent <= allowed && ahead > allowed && (
          <Notice tone="warn">
            {t("over", { count: ahead, allowed })} <Link href={proposedHref}>{t("seeProposed")}</Link>
          </Notice>
        )}
        {proposed > 0 && <p>{t("proposed", { count: proposed })}</p>}
      </div>
    </Card>
  );
}
