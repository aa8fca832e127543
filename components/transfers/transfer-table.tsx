import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { Tag, type Tone } from "@/components/ui/tag";
import type { TransferState } from "@/lib/core/db/generated/enums";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { TransferLine } from "@/lib/features/transfers/queries/list-transfers";

const tones: Readonly<Record<TransferState, Tone>> = {
  PENDING: "info",
  ACCEPTED: "ok",
  REJECTED: "warn",
  CANCELLED: "neutral",
};

/** The state of a transfer in a word. */
export function TransferStateTag({ state }: { state: TransferState }) {
  const t = useTranslations("transfers.states");
  return <Tag tone={tones[state]}>{t(state)}</Tag>;
}

/** Transfers with where from, where to, from when, and what is still to be done. */
export function TransferTable({ lines, caption }: { lines: readonly TransferLine[]; caption: string }) {
  const t = useTranslations("transfers");
  const format = useFormat();
  const columns: Column<TransferLine>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      cell: ({ id, name }) => (
        <Link href={`/transfers/${id}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    {
      id: "kind",
      header: t("columns.kind"),
      cell: ({ direction, kind }) => `${t(`directions.${direction}`)}, ${t(`kinds.${kind}`).toLowerCase()}`,
    },
    { id: "from", header: t("columns.from"), cell: (line) => line.from },
    { id: "to", header: t("columns.to"), cell: (line) => line.to },
    { id: "effectiveOn", header: t("columns.effectiveOn"), cell: (line) => format.day(line.effectiveOn) },
    {
      id: "state",
      header: t("columns.state"),
      card: "status",
      cell: (line) => <TransferStateTag state={line.state} />,
    },
    { id: "note", header: t("columns.note"), cell: (line) => <LineNote line={line} /> },
  ];
  return <Table caption={caption} columns={columns} rows={lines} rowId={(line) => line.id} />;
}

function LineNote({ line: { dueOn, isLate, lastDay, receivedOn, waitsReceipt } }: { line: TransferLine }) {
  const t = useTranslations("transfers.notes");
  const format = useFormat();
  return (
    <>
      {dueOn &&
        (isLate ? (
          <Tag tone="warn">{t("late", { day: format.day(dueOn) })}</Tag>
        ) : (
          t("due", { day: format.day(dueOn) })
        ))}
      {lastDay && <span className="block">{t("until", { day: format.day(lastDay) })}</span>}
      {receivedOn && <span className="block">{t("received", { day: format.day(receivedOn) })}</span>}
      {waitsReceipt && <span className="block">{t("waitsReceipt")}</span>}
    </>
  );
}
