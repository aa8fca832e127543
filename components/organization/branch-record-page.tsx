import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BranchCountCards } from "@/components/organization/branch-counts";
import { BranchIdentity, type Meets } from "@/components/organization/branch-identity";
import { BranchLineage } from "@/components/organization/branch-lineage";
import { OnDayForm } from "@/components/organization/on-day-form";
import { BackLink } from "@/components/shared/back-link";
import { Notice } from "@/components/ui/notice";
import { ResultBanner } from "@/components/ui/result-banner";
import { Tabs } from "@/components/ui/tabs";
import { addressOf } from "@/lib/core/address";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchView } from "@/lib/features/organization/queries/branch";
import type { Lineage } from "@/lib/features/organization/queries/lineage";

/** The views of one branch, in their order. */
export const branchTabs = ["members", "officers", "ratings", "inspections", "history"] as const;

/** One of those views, which is also its message key. */
export type BranchTab = (typeof branchTabs)[number];

/** The views of this branch that its reader has. */
export function tabsOf({ can }: BranchView): BranchTab[] {
  const open: Record<BranchTab, boolean> = {
    members: can.readMembers,
    officers: true,
    ratings: can.readRatings,
    inspections: can.readInspections,
    history: true,
  };
  return branchTabs.filter((tab) => open[tab]);
}

type BranchRecordPageProps = {
  branch: BranchView;
  lineage: Lineage;
  /** When and where it usually meets, where that is fixed. */
  meets: Meets | null;
  tab: BranchTab;
  isToday: boolean;
  unreadable: string | null;
  done: string;
  children: ReactNode;
};

const doneWords = ["opened", "contact", "appointed", "ended", "headRecorded", "termOpened", "termMoved"] as const;

/** The page of one branch on a day: who it is, its numbers, and the view that was asked for. */
export function BranchRecordPage({
  branch,
  lineage,
  meets,
  tab,
  isToday,
  unreadable,
  done,
  children,
}: BranchRecordPageProps) {
  const t = useTranslations("organization");
  const format = useFormat();
  const on = isToday ? null : branch.on;
  const base = `/branches/${branch.id}`;
  const hrefOf = (one: BranchTab) => addressOf(base, { tab: one === "members" ? null : one, on });
  const doneWord = doneWords.find((word) => word === done);
  return (
    <div className="grid gap-4">
      <BackLink href={addressOf("/branches", { on })}>{t("page.back")}</BackLink>
      {doneWord && <ResultBanner>{t(`done.${doneWord}`)}</ResultBanner>}
      <BranchIdentity branch={branch} meets={meets} />
      <BranchLineage lineage={lineage} />
      {!branch.isInForce && (
        <Notice tone="warn">
          {t("page.notInForce", {
            day: format.day(branch.on),
            period: format.period(branch.startsOn, branch.lastDay),
          })}
        </Notice>
      )}
      <BranchCountCards branch={branch} isToday={isToday} />
      <OnDayForm action={base} on={branch.on} unreadable={unreadable} keep={tab === "members" ? {} : { tab }} />
      <Tabs
        label={t("tabs.label")}
        tabs={tabsOf(branch).map((one) => ({ href: hrefOf(one), label: t(`tabs.${one}`) }))}
        current={hrefOf(tab)}
      />
      {children}
    </div>
  );
}
