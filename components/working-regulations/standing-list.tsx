import Link from "next/link";
import { useTranslations } from "next-intl";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { PrintButton } from "@/components/ui/print-button";
import { NoneFound } from "@/components/ui/states";
import { type Column, Table } from "@/components/ui/table";
import { PaperLink, RegulationTag } from "@/components/working-regulations/regulation-words";
import { addressOf } from "@/lib/core/address";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchRegulation } from "@/lib/features/working-regulations/queries/list-standings";
import { type RegulationStanding, regulationStandings } from "@/lib/features/working-regulations/schema";

const ALL = "/branches/working-regulations";

type StandingListProps = { rows: readonly BranchRegulation[]; standing: RegulationStanding | null; on: Day };

/** Every branch with the regulations it works by, or those that stand in one way with them; who has none stands out. */
export function StandingList({ rows, standing, on }: StandingListProps) {
  const t = useTranslations("workingRegulations");
  const format = useFormat();
  const countOf = (one: RegulationStanding) => rows.filter((row) => row.standing === one).length;
  const shown = rows.filter((row) => standing === null || row.standing === standing);
  const chips = standing ? [{ label: t("standing"), value: t(`standings.${standing}`), removeHref: ALL }] : [];
  const columns: Column<BranchRegulation>[] = [
    {
      id: "branch",
      header: t("branch"),
      card: "title",
      cell: ({ branchId, branch }) => (
        <Link href={`/branches/${branchId}/working-regulations`} prefetch={false}>
          {branch}
        </Link>
      ),
    },
    { id: "standing", header: t("standing"), card: "status", cell: (row) => <RegulationTag standing={row.standing} /> },
    {
      id: "adopted",
      header: t("adopted"),
      cell: ({ regulation }) => (regulation ? format.day(regulation.adoptedOn) : "–"),
    },
    {
      id: "period",
      header: t("since"),
      cell: ({ regulation }) => (regulation ? format.day(regulation.startsOn) : "–"),
    },
    {
      id: "term",
      header: t("termSince"),
      cell: ({ termStartsOn }) => (termStartsOn ? format.day(termStartsOn) : "–"),
    },
    { id: "paper", header: t("paper"), cell: ({ regulation }) => (regulation ? <PaperLink of={regulation} /> : "–") },
  ];
  return (
    <>
      <PageHeader
        title={t("list.title")}
        lead={t("list.lead", {
          count: rows.length,
          day: format.day(on),
          none: countOf("NONE"),
          older: countOf("OLDER_TERM"),
        })}
        back={{ href: "/branches", label: t("list.back") }}
        actions={<PrintButton />}
      />
      <FilterChips chips={chips} clearHref={ALL} />
      {standing === null && (
        <ul className="screen-only">
          {regulationStandings
            .filter((one) => one !== "CURRENT" && countOf(one) > 0)
            .map((one) => (
              <li key={one}>
                <Link href={addressOf(ALL, { standing: one })} prefetch={false}>
                  {t("list.only", { standing: t(`standings.${one}`), count: countOf(one) })}
                </Link>
              </li>
            ))}
        </ul>
      )}
      {shown.length > 0 ? (
        <Table
          caption={t("list.caption", { count: shown.length })}
          columns={columns}
          rows={shown}
          rowId={({ branchId }) => branchId}
        />
      ) : (
        <NoneFound>
          <ButtonLink href={ALL}>{t("list.all")}</ButtonLink>
        </NoneFound>
      )}
    </>
  );
}
