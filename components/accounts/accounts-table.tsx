import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import type { AccountList } from "@/lib/features/accounts/queries/list-accounts";

/** The accounts of the register, each leading to its page. */
export function AccountsTable({ rows, showsRoles }: AccountList) {
  const t = useTranslations("accounts");
  const tuples = rows.map((row) => [
    row.id,
    row.displayName,
    row.username,
    row.memberName ?? "",
    row.roles.map((role) => t(`roles.${role}`)).join(", "),
    row.waitsForLeader ? "TO_CONFIRM" : row.state,
  ]);
  return (
    <DataTable
      caption={t("caption", { count: rows.length })}
      idAt={0}
      rows={tuples}
      columns={[
        { kind: "link", header: t("columns.name"), at: 1, hrefPrefix: "/accounts/", hrefAt: 0, card: "title" },
        { kind: "text", header: t("columns.username"), at: 2 },
        { kind: "text", header: t("columns.member"), at: 3, card: "wide" },
        ...(showsRoles ? [{ kind: "text", header: t("columns.roles"), at: 4 } as const] : []),
        {
          kind: "tag",
          header: t("columns.state"),
          at: 5,
          card: "status",
          words: {
            ACTIVE: { word: t("states.ACTIVE"), tone: "ok" },
            INVITED: { word: t("states.INVITED"), tone: "draft" },
            DISABLED: { word: t("states.DISABLED"), tone: "err" },
            TO_CONFIRM: { word: t("states.TO_CONFIRM"), tone: "warn" },
          },
        },
      ]}
    />
  );
}
