import Link from "next/link";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { SeatView } from "@/lib/features/organization/queries/committee";

/** The branches a person is in charge of and supports, by name. */
export type InCharge = { main: readonly string[]; supporting: readonly string[] };

type SeatTableProps = {
  title: string;
  seats: readonly SeatView[];
  inCharge?: ReadonlyMap<string, InCharge>;
  canEnd: boolean;
};

/** The seats of one body on a day, highest first. */
export function SeatTable({ title, seats, inCharge, canEnd }: SeatTableProps) {
  const t = useTranslations("committee");
  const words = useTranslations("assignments");
  const format = useFormat();
  if (seats.length === 0) return <Card title={title}>{t("noSeats")}</Card>;

  const columns: Column<SeatView>[] = [
    {
      id: "person",
      header: t("person"),
      card: "title",
      cell: (seat) => (
        <Link href={`/members/${seat.memberId}`} prefetch={false}>
          {seat.memberName}
        </Link>
      ),
    },
    { id: "seat", header: t("seat"), card: "status", cell: (seat) => words(`seats.${seat.kind}`) },
    { id: "since", header: t("since"), cell: (seat) => format.period(seat.startsOn, seat.lastDay) },
  ];
  if (seats.some((seat) => seat.decisionNumber !== null)) {
    columns.push({ id: "decision", header: t("decision"), card: "wide", cell: (seat) => seat.decisionNumber ?? "–" });
  }
  if (inCharge) {
    columns.push({
      id: "inCharge",
      header: t("inCharge"),
      cell: (seat) => <Branches of={inCharge.get(seat.memberId)} />,
    });
  }
  if (canEnd) {
    columns.push({
      id: "end",
      header: t("endSeat"),
      card: "status",
      cell: (seat) => (
        <Link
          href={`/committee/seats/${seat.id}`}
          prefetch={false}
          className="print:hidden"
          aria-label={t("endSeatOf", { seat: words(`seats.${seat.kind}`), name: seat.memberName })}
        >
          {t("endSeat")}
        </Link>
      ),
    });
  }
  return <Table caption={title} columns={columns} rows={seats} rowId={(seat) => seat.id} />;
}

function Branches({ of }: { of: InCharge | undefined }) {
  const t = useTranslations("committee");
  if (!of) return "–";
  const parts = [
    of.main.length > 0 ? t("main", { branches: of.main.join(", ") }) : null,
    of.supporting.length > 0 ? t("supporting", { branches: of.supporting.join(", ") }) : null,
  ];
  return parts.filter((part) => part !== null).join(". ");
}
