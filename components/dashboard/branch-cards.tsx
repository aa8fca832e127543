import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchBlock } from "@/lib/features/dashboard/rules/branch-blocks";

/** The branches a reader works in, each with its own numbers and the way to its page. */
export function BranchCards({ title, branches }: { title: string; branches: readonly BranchBlock[] }) {
  if (branches.length === 0) return null;
  return (
    <section className="grid gap-3 print:hidden" aria-label={title}>
      <h2>{title}</h2>
      {branches.map((branch) => (
        <BranchCard key={branch.id} branch={branch} />
      ))}
    </section>
  );
}

function BranchCard({ branch }: { branch: BranchBlock }) {
  const t = useTranslations("dashboard");
  const format = useFormat();
  const percent = branch.rated?.share.percentTenths ?? null;
  return (
    <Card
      title={branch.name}
      actions={<ButtonLink href={`/branches/${branch.id}`}>{t("openBranch", { branch: branch.name })}</ButtonLink>}
    >
      <StatCards>
        <StatCard
          value={format.number(branch.members)}
          label={t("branchMembers")}
          href={branch.membersHref ?? undefined}
        />
        {branch.rated && percent !== null && (
          <StatCard
            value={format.percent(percent / 1000)}
            label={t("branchShare")}
            note={`${format.number(branch.rated.share.numerator)}/${format.number(branch.rated.share.denominator)}`}
            href={branch.rated.href}
          />
        )}
        <StatCard
          value={branch.level === null ? t("notDecided") : t(`levelLabels.${branch.level}`)}
          label={t("branchLevel")}
        />
      </StatCards>
    </Card>
  );
}
