import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FormFrame } from "@/components/shared/form-frame";
import { SubmitButton } from "@/components/shared/submit-button";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { type Column, Table } from "@/components/ui/table";
import type { Day } from "@/lib/core/day";
import { useFormat } from "@/lib/core/i18n/use-format";
import { closeRollAction } from "@/lib/features/reports/actions";
import type { ClosedRoll, RollCorrection } from "@/lib/features/reports/queries/find-closing";

/** Keeps the table as it stands, for good. */
export function CloseForm({ from, to }: { from: Day; to: Day }) {
  const t = useTranslations("reports.closing");
  const format = useFormat();
  return (
    <Card title={t("close")}>
      <p className="prose-line mb-3">{t("explain")}</p>
      <FormFrame action={closeRollAction}>
        <input type="hidden" name="from" value={format.day(from)} />
        <input type="hidden" name="to" value={format.day(to)} />
        <SubmitButton tone="secondary">{t("save")}</SubmitButton>
      </FormFrame>
    </Card>
  );
}

type ClosedRollProps = {
  closing: ClosedRoll;
  branches: readonly { readonly id: string; readonly name: string }[];
  /** The stays that the register still tells, whose records can be opened. */
  stays: ReadonlyMap<string, unknown>;
  /** The words of an event of the trail. */
  eventWords: (type: string) => ReactNode;
};

/** When the table was closed and by whom, and by name what it was corrected to since then. */
export function ClosedRollCard({ closing, branches, stays, eventWords }: ClosedRollProps) {
  const t = useTranslations("reports");
  const format = useFormat();
  const closed = t("closing.closed", { at: format.moment(closing.closedAt), by: closing.closedByName });
  if (closing.corrections.length === 0) return <Notice tone="ok">{`${closed} ${t("closing.unchanged")}`}</Notice>;
  const nameOf = new Map(branches.map(({ id, name }) => [id, name]));
  const columns: Column<RollCorrection>[] = [
    {
      id: "name",
      header: t("roll.name"),
      card: "title",
      cell: (one) =>
        stays.has(one.stayId) ? (
          <Link href={`/members/${one.memberId}`} prefetch={false}>
            {one.fullName}
          </Link>
        ) : (
          one.fullName
        ),
    },
    { id: "branch", header: t("roll.branch"), cell: (one) => nameOf.get(one.branchId) },
    {
      id: "what",
      header: t("closing.what"),
      cell: (one) =>
        t(`closing.kinds.${one.change > 0 ? "ADDED" : "REMOVED"}`, { column: t(`roll.columns.${one.column}`) }),
    },
    {
      id: "why",
      header: t("closing.why"),
      cell: ({ event, actorName, at }) => (
        <>
          {eventWords(event)}
          <span className="block text-ink-2">{t("closing.by", { by: actorName, at: format.moment(at) })}</span>
        </>
      ),
    },
    { id: "reason", header: t("closing.reason"), cell: (one) => one.reason },
  ];
  return (
    <Card title={t("closing.adjustments")}>
      <p className="prose-line mb-3">{closed}</p>
      <Table
        caption={t("closing.differences", { count: closing.corrections.length })}
        columns={columns}
        rows={closing.corrections}
        rowId={(one) => `${one.id} ${one.column} ${one.change} ${one.stayId}`}
      />
    </Card>
  );
}
