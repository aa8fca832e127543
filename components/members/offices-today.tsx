import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { Day } from "@/lib/core/day";
import { inForceOn, lastDayOf } from "@/lib/core/day/interval";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberView } from "@/lib/features/members/queries/get-member";

/** The offices and assignments the member holds today, each with its first day. */
export function OfficesToday({ member, today }: { member: MemberView; today: Day }) {
  const t = useTranslations("members");
  const format = useFormat();
  const held = [
    ...inForceOn(member.committeeOffices, today).map((row) => ({ row, words: t(`committeeOffices.${row.kind}`) })),
    ...inForceOn(member.branchOffices, today).map((row) => ({
      row,
      words: t("timeline.branchOffice", { office: t(`branchOffices.${row.kind}`), branch: row.branch.name }),
    })),
    ...inForceOn(member.civilOffices, today).map((row) => ({
      row,
      words: t("timeline.villageHead", { village: row.village.name }),
    })),
    ...inForceOn(member.assignments, today).map((row) => ({
      row,
      words: t(row.role === "MAIN" ? "timeline.main" : "timeline.supporting", { branch: row.branch.name }),
    })),
  ];
  return (
    <Card title={t("page.offices")}>
      {held.length === 0 && <p>{t("page.noOffices")}</p>}
      <ul className="grid gap-2">
        {held.map(({ row, words }) => (
          <li key={row.id}>
            <span className="font-semibold">{words}</span>
            <span className="block text-ink-2">{format.period(row.startsOn, lastDayOf(row))}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
