import Link from "next/link";
import { useTranslations } from "next-intl";
import { TermEnd, TermStandingTag } from "@/components/organization/term-parts";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BranchTerms as Terms } from "@/lib/features/organization/queries/branch-terms";

type Row = Terms["terms"][number];

/** The terms of the branch with who held its offices in each, newest first. */
export function BranchTerms({ branchId, found }: { branchId: string; found: Terms }) {
  const t = useTranslations("organization");
  const format = useFormat();
  const base = `/branches/${branchId}/terms`;
  const columns: Column<Row>[] = [
    {
      id: "number",
      header: t("terms.number"),
      card: "title",
      cell: ({ number, isInForce }) =>
        isInForce ? <strong>{t("terms.numbered", { number })}</strong> : t("terms.numbered", { number }),
    },
    { id: "congress", header: t("terms.congress"), cell: (term) => format.day(term.congressOn) },
    { id: "period", header: t("terms.period"), cell: (term) => <TermEnd term={term} /> },
    { id: "officers", header: t("terms.officers"), cell: (term) => <Officers of={term} /> },
  ];
  if (found.terms.some((term) => term.decisionNumber !== null)) {
    columns.push({
      id: "decision",
      header: t("terms.decision"),
      card: "wide",
      cell: (term) => term.decisionNumber ?? "–",
    });
  }
  if (found.can.edit) {
    columns.push({
      id: "act",
      header: t("terms.act"),
      card: "status",
      cell: ({ id, number }) => (
        <Link href={`${base}/${id}/end`} prefetch={false} aria-label={t("terms.moveEndOf", { number })}>
          {t("terms.moveEnd")}
        </Link>
      ),
    });
  }
  return (
    <Card
      title={t("terms.title")}
      actions={found.can.edit && <ButtonLink href={`${base}/new`}>{t("terms.open")}</ButtonLink>}
    >
      {found.terms.length === 0 ? (
        <p>{t("terms.none")}</p>
      ) : (
        <>
          <p className="mb-3">
            <TermStandingTag standing={found.standing} />
          </p>
          <Table
            caption={<span className="sr-only">{t("terms.title")}</span>}
            columns={columns}
            rows={found.terms}
            rowId={(term) => term.id}
          />
        </>
      )}
    </Card>
  );
}

function Officers({ of: { officers } }: { of: Row }) {
  const t = useTranslations("organization");
  if (officers.length === 0) return t("terms.noOfficers");
  return officers.map(({ id, name, kind }) => (
    <span key={`${id}${kind}`} className="block">
      {t("terms.officer", { office: t(`offices.${kind}`), name })}
    </span>
  ));
}
