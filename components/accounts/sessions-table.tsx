import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Column, Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { useFormat } from "@/lib/core/i18n/use-format";
import type { SessionRow } from "@/lib/features/accounts/queries/list-sessions";

type SessionsTableProps = {
  sessions: readonly SessionRow[];
  /** What can be done about a session that is not the one in use. */
  act?: { header: string; cell: (session: SessionRow) => ReactNode };
};

/** Where an account is signed in. */
export function SessionsTable({ sessions, act }: SessionsTableProps) {
  const t = useTranslations("accounts.sessions");
  const format = useFormat();
  if (sessions.length === 0) return <p>{t("none")}</p>;
  const columns: Column<SessionRow>[] = [
    {
      id: "device",
      header: t("device"),
      card: "title",
      cell: (row) => (
        <>
          {row.device || t("unknownDevice")} {row.isCurrent && <Tag tone="info">{t("current")}</Tag>}
        </>
      ),
    },
    { id: "address", header: t("address"), cell: (row) => row.address },
    { id: "created", header: t("created"), card: "wide", cell: (row) => format.moment(row.createdAt) },
    { id: "seen", header: t("seen"), cell: (row) => format.moment(row.lastSeenAt) },
  ];
  if (act && sessions.some((row) => !row.isCurrent)) {
    const { cell } = act;
    columns.push({ id: "act", header: act.header, card: "status", cell: (row) => (row.isCurrent ? null : cell(row)) });
  }
  return <Table caption={t("caption")} columns={columns} rows={sessions} rowId={(row) => row.id} />;
}
