import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMemberWords } from "@/components/members/use-member-words";
import { Actions, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { addressOf } from "@/lib/core/address";
import { partialDay } from "@/lib/core/day/partial-day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { MemberPage, MemberRow } from "@/lib/features/members/queries/list-members";
import type { BranchView } from "@/lib/features/organization/queries/branch";

type BranchMembersProps = { branch: BranchView; found: MemberPage; isToday: boolean };

/** The members of the branch on the day, by given name. */
export function BranchMembers({ branch, found, isToday }: BranchMembersProps) {
  const t = useTranslations("organization.page");
  const tm = useTranslations("members.columns");
  const words = useMemberWords();
  const format = useFormat();
  const day = format.day(found.on);
  if (found.rows.length === 0) return <EmptyState title={t("noMembers", { day })} />;
  const columns: Column<MemberRow>[] = [
    {
      id: "name",
      header: tm("name"),
      card: "title",
      cell: (row) => (
        <Link href={`/members/${row.id}`} prefetch={false}>
          {row.fullName}
        </Link>
      ),
    },
    { id: "birth", header: tm("birth"), cell: (row) => row.birthOn && format.partialDay(partialDay(row.birthOn)) },
    { id: "sex", header: tm("sex"), card: "wide", cell: (row) => words.sex[row.sex] },
    { id: "admitted", header: tm("admitted"), cell: (row) => row.admittedOn && format.day(row.admittedOn) },
    { id: "status", header: tm("status"), card: "status", cell: (row) => statusTag(row, found.on, words.status) },
    {
      id: "rating",
      header: tm("ratingOf", { year: String(found.ratingYear) }),
      card: "wide",
      cell: (row) => words.levels[row.isNotRated ? "NOT_RATED" : (row.level ?? "")],
    },
  ];
  return (
    <>
      <Table
        caption={t("asOfMembers", { branch: branch.name, day })}
        columns={columns}
        rows={found.rows}
        rowId={(row) => row.id}
      />
      <div className="screen-only">
        <Actions>
          <ButtonLink href={addressOf("/members", { on: isToday ? null : found.on, branch: branch.id })}>
            {t("openList")}
          </ButtonLink>
          {found.can.add && (
            <ButtonLink href={addressOf("/members/new", { branch: branch.id })}>{t("addMember")}</ButtonLink>
          )}
        </Actions>
      </div>
    </>
  );
}

function statusTag(row: MemberRow, on: MemberPage["on"], words: Record<string, string>) {
  if (row.activity) return <Tag tone={row.activity === "EXEMPT" ? "draft" : "warn"}>{words[row.activity]}</Tag>;
  if (row.admittedOn === null) return null;
  const isOfficial = row.officialOn !== null && row.officialOn <= on;
  return isOfficial ? words.OFFICIAL : <Tag tone="info">{words.PROBATIONARY}</Tag>;
}
