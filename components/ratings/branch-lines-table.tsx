import Link from "next/link";
import { useTranslations } from "next-intl";
import { LevelTag, StepTag } from "@/components/ratings/rating-tags";
import { type Column, Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import type { BranchLine, MemberLine } from "@/lib/features/ratings/queries/round-rows";
import type { RatingPeriod } from "@/lib/features/ratings/schema/periods";

type BranchLinesTableProps = { period: RatingPeriod; lines: readonly BranchLine[]; members: readonly MemberLine[] };

/** The branches of a round, each with its own rating and with how many of its members are decided. */
export function BranchLinesTable({ period, lines, members }: BranchLinesTableProps) {
  const t = useTranslations("ratings");
  const isDecided = (line: MemberLine) => line.step === "DECIDED";
  const columns: Column<BranchLine>[] = [
    {
      id: "branch",
      header: t("columns.branch"),
      card: "title",
      cell: (line) => (
        <Link href={`/ratings/${period}/${line.ratingId ?? `propose?branch=${line.branchId}`}`} prefetch={false}>
          {line.branch}
        </Link>
      ),
    },
    {
      id: "claimed",
      header: t("columns.claimed"),
      cell: (line) => (line.claimedLevel ? t(`levels.${line.claimedLevel}`) : "–"),
    },
    {
      id: "proposed",
      header: t("columns.proposed"),
      cell: (line) => (line.proposedLevel ? t(`levels.${line.proposedLevel}`) : "–"),
    },
    {
      id: "decided",
      header: t("columns.decided"),
      cell: (line) => <LevelTag level={line.level} notRatedReason={line.notRatedReason} />,
    },
    {
      id: "step",
      header: t("columns.step"),
      card: "status",
      cell: (line) => <StepTag step={line.step} waits={line.waits} />,
    },
    {
      id: "members",
      header: t("tabs.members"),
      card: "wide",
      numeric: true,
      cell: (line) => {
        const own = members.filter((member) => member.branchId === line.branchId);
        return (
          <Link href={addressOf(`/ratings/${period}`, { branch: line.branchId })} prefetch={false}>
            {own.filter(isDecided).length}/{own.length}
          </Link>
        );
      },
    },
  ];
  return (
    <Table
      caption={t("caption.branches", { count: lines.length })}
      columns={columns}
      rows={lines}
      rowId={(line) => line.branchId}
    />
  );
}
