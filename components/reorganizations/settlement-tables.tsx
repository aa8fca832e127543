import { useTranslations } from "next-intl";
import { useRoleWord } from "@/components/reorganizations/use-role-word";
import { type Column, Table } from "@/components/ui/table";
import { SettledKind } from "@/lib/core/db/generated/enums";
import type { ReorganizationView } from "@/lib/features/reorganizations/queries/get-reorganization";

type Row = ReorganizationView["settlements"][number];

/** Who and what goes where, by kind and name. */
export function SettlementTables({ settlements }: { settlements: readonly Row[] }) {
  const t = useTranslations("reorganizations");
  const roleWord = useRoleWord();
  const columns: Column<Row>[] = [
    { id: "name", header: t("page.person"), card: "title", cell: (row) => row.name },
    { id: "role", header: t("page.role"), cell: (row) => roleWord(row.role) ?? "–" },
    { id: "from", header: t("page.from"), cell: (row) => row.from },
    { id: "to", header: t("page.to"), cell: (row) => row.to ?? t("page.endsHere") },
  ];
  return Object.values(SettledKind).map((kind) => {
    const rows = settlements.filter((row) => row.kind === kind);
    if (rows.length === 0) return null;
    return <Table key={kind} caption={t(`things.${kind}`)} columns={columns} rows={rows} rowId={(row) => row.id} />;
  });
}
