import Link from "next/link";
import { useTranslations } from "next-intl";
import { AnswerForms } from "@/components/reorganizations/answer-forms";
import { ReorganizationStateTag } from "@/components/reorganizations/reorganization-list";
import { SettlementTables } from "@/components/reorganizations/settlement-tables";
import { UnfinishedList } from "@/components/reorganizations/unfinished-list";
import { BackLink } from "@/components/shared/back-link";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { IdentityBar } from "@/components/ui/identity-bar";
import { Notice } from "@/components/ui/notice";
import { PrintButton } from "@/components/ui/print-button";
import { ResultBanner } from "@/components/ui/result-banner";
import { type Column, Table } from "@/components/ui/table";
import { addDays } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { ReorganizationView } from "@/lib/features/reorganizations/queries/get-reorganization";

const doneWords = ["proposed", "confirmed", "rejected", "cancelled"] as const;

type Props = { reorganization: ReorganizationView };

/** The record of a reorganisation: what happens to which branch, who and what goes where, by which decision, and who said so. */
export function ReorganizationScreen({ reorganization, done }: Props & { done: string }) {
  const t = useTranslations("reorganizations");
  const { id, kind, state, unfinished, inspections, settlements, can } = reorganization;
  const doneWord = doneWords.find((word) => word === done);
  return (
    <div className="grid gap-4">
      <BackLink href="/branches">{t("page.back")}</BackLink>
      {doneWord && <ResultBanner>{t(`done.${doneWord}`)}</ResultBanner>}
      <IdentityBar
        name={t(`kinds.${kind}`)}
        tags={<ReorganizationStateTag state={state} />}
        actions={<PrintButton />}
      />
      <UnfinishedList things={unfinished} />
      {inspections.length > 0 && (
        <Notice title={t("inspections.title")}>
          <p>{t("inspections.lead")}</p>
          <p>{inspections.map((one) => one.title).join(", ")}</p>
        </Notice>
      )}
      <Facts reorganization={reorganization} />
      <Branches reorganization={reorganization} />
      <SettlementTables settlements={settlements} />
      <AnswerForms reorganization={reorganization} />
      {can.readTrail && (
        <p className="screen-only">
          <Link href={`/audit?record=${id}`} prefetch={false}>
            {t("page.trail")}
          </Link>
        </p>
      )}
    </div>
  );
}

function Facts({ reorganization }: Props) {
  const t = useTranslations("reorganizations.page");
  const format = useFormat();
  const { effectiveOn, decision, proposed, decided, closeReason, state } = reorganization;
  const day = format.day(decision.on);
  return (
    <Card title={t("facts")}>
      <DescriptionList
        facts={[
          { term: t("effectiveOn"), value: format.day(effectiveOn) },
          { term: t("lastDay"), value: format.day(addDays(effectiveOn, -1)) },
          { term: t("decision"), value: t("decisionText", { number: decision.number, day, body: decision.body }) },
        ]}
      />
      <h3 className="mt-4 mb-1 font-semibold">{t("hands")}</h3>
      <ul className="grid gap-1">
        <li>{t("proposed", { name: proposed.by, day: format.day(proposed.on) })}</li>
        {decided && <li>{t("decided", { name: decided.by, day: format.day(decided.on), state })}</li>}
        {closeReason && <li>{t("reason", { reason: closeReason })}</li>}
      </ul>
    </Card>
  );
}

function Branches({ reorganization: { branches } }: Props) {
  const t = useTranslations("reorganizations");
  const words = useTranslations("organization.kinds");
  const columns: Column<ReorganizationView["branches"][number]>[] = [
    {
      id: "name",
      header: t("page.branch"),
      card: "title",
      cell: ({ id, name, isOpen }) =>
        isOpen ? (
          <Link href={`/branches/${id}`} prefetch={false}>
            {name}
          </Link>
        ) : (
          name
        ),
    },
    { id: "kind", header: t("page.kind"), cell: (row) => words(row.kind) },
    { id: "part", header: t("page.part"), cell: (row) => t(`parts.${row.part}`) },
  ];
  return <Table caption={t("page.branches")} columns={columns} rows={branches} rowId={(row) => row.id} />;
}
