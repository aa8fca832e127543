import { useTranslations } from "next-intl";
import { StatCard, StatCards } from "@/components/ui/stat-card";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchView } from "@/lib/features/organization/queries/branch";

const cards = {
  total: {},
  official: { status: "OFFICIAL" },
  probationary: { status: "PROBATIONARY" },
  female: { sex: "FEMALE" },
  minority: { ethnicity: "MINORITY" },
  exempt: { status: "EXEMPT" },
} as const satisfies Record<string, Record<string, string>>;

const names = ["total", "official", "probationary", "female", "minority", "exempt"] as const;

/** The branch's headcount of the day; every number opens the list of those it counts. */
export function BranchCountCards({ branch, isToday }: { branch: BranchView; isToday: boolean }) {
  const t = useTranslations("organization.counts");
  const format = useFormat();
  const { counts } = branch;
  if (counts === null) return null;
  return (
    <StatCards>
      {names.map((name) => {
        const value = counts[name];
        if (value === null) return null;
        const href = addressOf("/members", { on: isToday ? null : branch.on, branch: branch.id, ...cards[name] });
        return <StatCard key={name} value={format.number(value)} label={t(name)} href={href} />;
      })}
    </StatCards>
  );
}
