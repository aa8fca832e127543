import { useTranslations } from "next-intl";
import { useRoleWord } from "@/components/reorganizations/use-role-word";
import { Card } from "@/components/ui/card";
import { type Column, Table } from "@/components/ui/table";
import { SettledKind } from "@/lib/core/db/generated/enums";
import type { ReorganizationView } from "@/lib/features/reorganizations/queries/get-reorganization";

type Row = ReorganizationView["settlements"][number];

/** Who and what goes where: the members by name under where they go, everything else line by line. */
export function SettlementTables({ settlements }: { settlements: readonly Row[] }) {
  const t = useTranslations("reorganizations");
  const roleWord = useRoleWord();
  const columns: Column<Row>[] = [
    { id: "name", header: t("page.person"), card: "title", cell: (row) => row.name },
    { id: "role", header: t("page.role"), cell: (row) => roleWord(row.role) ?? "–" },
    { id: "from", header: t("page.from"), cell: (row) => row.from },
    { id: "to", header: t("page.to"), cell: (row) => row.to ?? t("page.endsHere") },
  ];
  const isMember = (row: Row) => row.kind === "STAY" && row.role === "OFFICIAL";
  const members = settlements.filter(isMember);
  const others = settlements.filter((row) => !isMember(row));
  return (
    <>
      {members.length > 0 && <Members members={members} />}
      {Object.values(SettledKind).map((kind) => {
        const rows = others.filter((row) => row.kind === kind);
        const caption = kind === "STAY" ? t("page.guests") : t(`things.${kind}`);
        if (rows.length === 0) return null;
        return <Table key={kind} caption={caption} columns={columns} rows={rows} rowId={(row) => row.id} />;
      })}
    </>
  );
}

function Members({ members }: { members: readonly Row[] }) {
  const t = useTranslations("reorganizations");
  const ways = [...new Set(members.map((row) => `${row.from} → ${row.to}`))];
  return (
    <Card title={t("things.STAY")}>
      {ways.map((way) => {
        const those = members.filter((row) => `${row.from} → ${row.to}` === way);
        return (
          <div key={way} className="mb-3">
            <h3 className="font-semibold">{t("page.way", { way, count: those.length })}</h3>
            <p>{those.map((row) => row.name).join(", ")}</p>
          </div>
        );
      })}
    </Card>
  );
}
