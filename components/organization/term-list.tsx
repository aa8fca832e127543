import Link from "next/link";
import { useTranslations } from "next-intl";
import { TermEnd, TermStandingTag } from "@/components/organization/term-parts";
import { PageHeader } from "@/components/shared/page-header";
import { ButtonLink } from "@/components/ui/button";
import { FilterChips } from "@/components/ui/filter-chips";
import { NoneFound } from "@/components/ui/states";
import { Table } from "@/components/ui/table";
import { addressOf } from "@/lib/core/address";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchTermRow } from "@/lib/features/organization/queries/branch-terms";
import { type TermStanding, termStandings } from "@/lib/features/organization/schema/branch-terms";

const ALL = "/branches/terms";

type TermListProps = { rows: readonly BranchTermRow[]; standing: TermStanding | null; on: Day };

/** Every branch with the term it is in, or those that stand in one way with it. */
export function TermList({ rows, standing, on }: TermListProps) {
  const t = useTranslations("organization.terms");
  const back = useTranslations("organization");
  const format = useFormat();
  const countOf = (one: TermStanding) => rows.filter((row) => row.standing === one).length;
  const shown = rows.filter((row) => standing === null || row.standing === standing);
  const chips = standing ? [{ label: t("filter"), value: t(`standings.${standing}`), removeHref: ALL }] : [];
  return (
    <>
      <PageHeader
        title={t("listTitle")}
        lead={t("listLead", {
          count: rows.length,
          day: format.day(on),
          ending: countOf("ENDING"),
          over: countOf("OVER"),
        })}
        back={{ href: "/branches", label: back("page.back") }}
      />
      <FilterChips chips={chips} clearHref={ALL} />
      {standing === null && (
        <ul className="screen-only">
          {termStandings
            .filter((one) => one !== "RUNNING" && countOf(one) > 0)
            .map((one) => (
              <li key={one}>
                <Link href={addressOf(ALL, { standing: one })} prefetch={false}>
                  {t("onlyStanding", { standing: t(`standings.${one}`), count: countOf(one) })}
                </Link>
              </li>
            ))}
        </ul>
      )}
      {shown.length > 0 ? (
        <Table
          caption={t("listCaption", { day: format.day(on) })}
          rows={shown}
          rowId={(row) => row.branchId}
          columns={[
            {
              id: "branch",
              header: t("branch"),
              card: "title",
              cell: ({ branchId, branchName }) => (
                <Link href={addressOf(`/branches/${branchId}`, { tab: "officers" })} prefetch={false}>
                  {branchName}
                </Link>
              ),
            },
            {
              id: "standing",
              header: t("standing"),
              card: "status",
              cell: (row) => <TermStandingTag standing={row.standing} />,
            },
            {
              id: "number",
              header: t("number"),
              cell: ({ term }) => term?.number ?? "–",
            },
            { id: "congress", header: t("congress"), cell: ({ term }) => (term ? format.day(term.congressOn) : "–") },
            { id: "period", header: t("period"), cell: ({ term }) => (term ? <TermEnd term={term} /> : "–") },
          ]}
        />
      ) : (
        <NoneFound>
          <ButtonLink href={ALL}>{t("all")}</ButtonLink>
        </NoneFound>
      )}
    </>
  );
}
