import Link from "next/link";
import { useTranslations } from "next-intl";
import { type Column, Table } from "@/components/ui/table";
import { StandingTag } from "@/components/visits/difficulty-words";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DifficultyLine } from "@/lib/features/visits/queries/list-difficulties";

/** Difficulties, each with where it stands. */
export function DifficultyTable({ caption, lines }: { caption: string; lines: readonly DifficultyLine[] }) {
  const t = useTranslations("difficulties");
  const format = useFormat();
  const ownerOf = ({ ownerName, deadlineOn }: DifficultyLine) => ownerName ?? (deadlineOn ? t("office") : null);
  const columns: Column<DifficultyLine>[] = [
    {
      id: "title",
      header: t("columns.title"),
      card: "title",
      cell: ({ id, title }) => (
        <Link href={`/difficulties/${id}`} prefetch={false}>
          {title}
        </Link>
      ),
    },
    { id: "branch", header: t("columns.branch"), cell: ({ branch }) => branch },
    { id: "raised", header: t("columns.raisedOn"), cell: ({ raisedOn }) => format.day(raisedOn) },
    { id: "standing", header: t("columns.standing"), cell: (line) => <StandingTag {...line} /> },
    { id: "owner", header: t("columns.owner"), cell: (line) => ownerOf(line) ?? "–" },
    {
      id: "deadline",
      header: t("columns.deadline"),
      cell: ({ deadlineOn }) => (deadlineOn ? format.day(deadlineOn) : "–"),
    },
  ];
  return <Table caption={caption} columns={columns} rows={lines} rowId={(line) => line.id} />;
}
