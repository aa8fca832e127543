import Link from "next/link";
import { useTranslations } from "next-intl";
import { BadgeName, BadgeStateTag } from "@/components/badges/badge-words";
import { Actions, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { BadgeDay, BadgeLine, BadgeYear } from "@/lib/features/badges/queries/get-badge-year";

type BadgeDayCardProps = { of: BadgeDay; can: BadgeYear["can"] & { readonly take: boolean } };

/** An award day: the rules it stands under, who is on its list, and who could be given a badge early. */
export function BadgeDayCard({ of, can }: BadgeDayCardProps) {
  const t = useTranslations("badges");
  const day = useFormat().day(of.awardOn);
  const lines = [...of.proposed, ...of.due];
  const isWanted = of.due.length > 0 || of.proposed.some((line) => line.badge?.state === "PROPOSED");
  return (
    <Card title={t("day", { day })}>
      <p className="mb-3 flex flex-wrap items-center gap-2 text-ink-2">
        <Link href="/ratings/rules" prefetch={false}>
          {t("rules", { document: of.document })}
        </Link>
        {!of.isConfirmed && <Tag tone="warn">{t("unconfirmed")}</Tag>}
      </p>
      {lines.length === 0 ? <p>{t("nobodyDue")}</p> : <BadgeTable lines={lines} />}
      <Actions>
        {can.propose && of.due.length > 0 && (
          <ButtonLink href={`/badges/propose?on=${of.awardOn}`}>{t("actions.propose", { day })}</ButtonLink>
        )}
        {can.decide && of.proposed.some((line) => line.badge?.state === "PROPOSED") && (
          <ButtonLink href={`/badges/decide?on=${of.awardOn}`}>{t("actions.decide", { day })}</ButtonLink>
        )}
        {can.take && isWanted && (
          <>
            <ButtonLink href={`/api/export/badge-list?on=${of.awardOn}`} download>
              {t("actions.takeList")}
            </ButtonLink>
            <ButtonLink href={`/api/export/badge-proposal?on=${of.awardOn}`} download>
              {t("actions.takeProposal")}
            </ButtonLink>
          </>
        )}
      </Actions>
      {of.early.length > 0 && (
        <Disclosure summary={t("earlyCount", { count: of.early.length })}>
          <p className="prose-line mb-2">{t("earlyExplain")}</p>
          <ul className="grid gap-1">
            {of.early.map((line) => (
              <EarlyLine key={line.memberId} line={line} />
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

function BadgeTable({ lines }: { lines: readonly BadgeLine[] }) {
  const t = useTranslations("badges");
  const format = useFormat();
  const columns: Column<BadgeLine>[] = [
    { id: "name", header: t("columns.name"), card: "title", cell: (line) => <MemberLink line={line} /> },
    { id: "branch", header: t("columns.branch"), cell: (line) => line.branch },
    { id: "badge", header: t("columns.badge"), cell: (line) => <BadgeName years={line.years} kind={line.kind} /> },
    { id: "admittedOn", header: t("columns.admittedOn"), cell: (line) => format.day(line.admittedOn) },
    { id: "reachedOn", header: t("columns.reachedOn"), cell: (line) => line.reachedOn && format.day(line.reachedOn) },
    {
      id: "state",
      header: t("columns.state"),
      card: "status",
      cell: (line) => <BadgeStateTag state={line.badge?.state ?? "DUE"} />,
    },
    { id: "papers", header: t("columns.papers"), cell: (line) => <Papers line={line} /> },
  ];
  return (
    <Table
      caption={t("dueCount", { count: lines.length })}
      columns={columns}
      rows={lines}
      rowId={(line) => line.badge?.id ?? line.memberId}
    />
  );
}

function MemberLink({ line }: { line: BadgeLine }) {
  return (
    <Link href={`/badges/members/${line.memberId}`} prefetch={false}>
      {line.name}
    </Link>
  );
}

function Papers({ line: { badge } }: { line: BadgeLine }) {
  const t = useTranslations("badges");
  if (!badge) return null;
  const { proposalNumber, decisionNumber } = badge;
  const papers = [
    proposalNumber && t("proposalNumber", { number: proposalNumber }),
    decisionNumber && t("decisionNumber", { number: decisionNumber }),
  ];
  return papers.filter(Boolean).join("; ");
}

function EarlyLine({ line }: { line: BadgeLine }) {
  const t = useTranslations("badges");
  const format = useFormat();
  return (
    <li className="flex flex-wrap items-center gap-2">
      <MemberLink line={line} />
      <span>
        {[line.branch, t("badgeOf", { years: line.years }), line.reachedOn && format.day(line.reachedOn)]
          .filter(Boolean)
          .join(", ")}
      </span>
    </li>
  );
}
