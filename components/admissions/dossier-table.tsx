import Link from "next/link";
import { useTranslations } from "next-intl";
import { stateTones } from "@/components/admissions/dossier-words";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { DossierLine } from "@/lib/features/admissions/queries/list-dossiers";

/** Dossiers with where each stands, whose turn it is and what is missing. */
export function DossierTable({ lines, caption }: { lines: readonly DossierLine[]; caption: string }) {
  const t = useTranslations("admissions");
  const format = useFormat();
  const noteOf = ({ state, papers, dueOn }: DossierLine) => {
    if (dueOn) return t("list.ceremonyDue", { day: format.day(dueOn) });
    if (state !== "OPEN") return "";
    return papers.missing > 0 ? t("list.papers", papers) : t("list.papersWhole");
  };
  const columns: Column<DossierLine>[] = [
    {
      id: "name",
      header: t("columns.name"),
      card: "title",
      cell: ({ id, name }) => (
        <Link href={`/admissions/${id}`} prefetch={false}>
          {name}
        </Link>
      ),
    },
    ...(lines.some(({ kind }) => kind !== "ADMISSION" && kind !== "RECOGNITION")
      ? [{ id: "kind", header: t("columns.kind"), cell: ({ kind }: DossierLine) => t(`kinds.${kind}`) }]
      : []),
    { id: "branch", header: t("columns.branch"), cell: (line) => line.branch },
    {
      id: "state",
      header: t("columns.state"),
      card: "status",
      cell: ({ state, voteCarried }) => <StateTag state={state} voteCarried={voteCarried} />,
    },
    { id: "turn", header: t("columns.turn"), cell: ({ turn }) => (turn ? t(`turns.${turn}`) : "–") },
    { id: "due", header: t("columns.due"), cell: noteOf },
    { id: "openedOn", header: t("columns.openedOn"), cell: (line) => format.day(line.openedOn) },
  ];
  return <Table caption={caption} columns={columns} rows={lines} rowId={(line) => line.id} />;
}

/** Where a dossier stands, in a word. */
export function StateTag({ state, voteCarried }: Pick<DossierLine, "state" | "voteCarried">) {
  const t = useTranslations("admissions");
  const isFailed = state === "VOTED" && voteCarried === false;
  return <Tag tone={isFailed ? "warn" : stateTones[state]}>{isFailed ? t("voteFailed") : t(`states.${state}`)}</Tag>;
}
