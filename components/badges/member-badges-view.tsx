import { useTranslations } from "next-intl";
import { BadgeName, BadgeStateTag } from "@/components/badges/badge-words";
import { EarlyForm, RecordForm, WithdrawForm } from "@/components/badges/member-badge-forms";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberBadge, MemberBadges } from "@/lib/features/badges/queries/list-member-badges";

/** The badges of a member with their papers, and for the office the forms that enter, propose early and withdraw. */
export function MemberBadgesView({ view }: { view: MemberBadges }) {
  const t = useTranslations("badges");
  const { badges, can, memberId, nextDays } = view;
  return (
    <>
      {badges.length === 0 ? <p>{t("member.none")}</p> : <BadgeHistory view={view} />}
      {can.record && (
        <div className="grid gap-4 md:grid-cols-2">
          <Card title={t("member.record")}>
            <p className="mb-4">{t("member.recordLead")}</p>
            <RecordForm memberId={memberId} />
          </Card>
          {nextDays.length > 0 && (
            <Card title={t("member.early")}>
              <p className="mb-4">{t("member.earlyLead")}</p>
              <EarlyForm memberId={memberId} nextDays={nextDays} />
            </Card>
          )}
        </div>
      )}
    </>
  );
}

function BadgeHistory({ view: { badges, can } }: { view: MemberBadges }) {
  const t = useTranslations("badges");
  const format = useFormat();
  const columns: Column<MemberBadge>[] = [
    {
      id: "badge",
      header: t("columns.badge"),
      card: "title",
      cell: (badge) => <BadgeName years={badge.years} kind={badge.kind} />,
    },
    { id: "awardOn", header: t("columns.awardOn"), cell: (badge) => format.day(badge.awardOn) },
    {
      id: "state",
      header: t("columns.state"),
      card: "status",
      cell: (badge) => <BadgeStateTag state={badge.state} />,
    },
    { id: "papers", header: t("columns.papers"), cell: (badge) => <Papers badge={badge} /> },
  ];
  const withdraw: Column<MemberBadge> = {
    id: "act",
    header: t("columns.act"),
    cell: (badge) =>
      badge.state !== "WITHDRAWN" && (
        <Disclosure summary={t("member.withdraw")}>
          <WithdrawForm badge={badge} />
        </Disclosure>
      ),
  };
  return (
    <Table
      caption={t("member.caption", { count: badges.length })}
      columns={can.withdraw ? [...columns, withdraw] : columns}
      rows={badges}
      rowId={(badge) => badge.id}
    />
  );
}

function Papers({ badge: { proposalNumber, decisionNumber, badgeNumber, withdrawReason } }: { badge: MemberBadge }) {
  const t = useTranslations("badges");
  const papers = [
    proposalNumber && t("proposalNumber", { number: proposalNumber }),
    decisionNumber && t("decisionNumber", { number: decisionNumber }),
    badgeNumber && t("badgeNumber", { number: badgeNumber }),
    withdrawReason && t("withdrawn", { reason: withdrawReason }),
  ];
  return papers.filter(Boolean).join("; ");
}
